package org.natter.attendee.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.ids.LinkTokens;
import org.natter.messaging.MessageMetadata;

/** A post office in memory, with Wren, Samir and the Riverside pub evening. */
public final class MailFixture {

    public static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    public static final AttendanceId WREN_AT_RIVERSIDE = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    public static final AttendanceId SAMIR_AT_RIVERSIDE = new AttendanceId("1a2b3c4d5e6f708192a3b4c5d6e7f809");
    public static final PersonId WREN = new PersonId("00000000000000000000000000000001");
    public static final PersonId SAMIR = new PersonId("00000000000000000000000000000002");

    /** Thursday 15 October 2026, half past six in London. */
    public static final Instant STARTS = Instant.parse("2026-10-15T17:30:00Z");

    public static final EventCard CARD = card("Riverside pub evening", STARTS, 0);
    /** Two weeks before, half past noon in London. */
    public static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");
    /** The morning after, ten in London. */
    public static final Instant MORNING_AFTER = Instant.parse("2026-10-16T09:00:00Z");

    final PeopleInMemory people = new PeopleInMemory()
            .with(somebody(WREN, "Wren Hadley", "wren@college.example", WREN_AT_RIVERSIDE))
            .with(somebody(SAMIR, "Samir Marsh", "samir@college.example", SAMIR_AT_RIVERSIDE));
    final BookingsInMemory bookings = new BookingsInMemory(CARD);
    final KnownFactsInMemory known = new KnownFactsInMemory();
    final MailboxesInMemory mailboxes = new MailboxesInMemory();
    public final QueueInMemory queue = new QueueInMemory();
    public final List<Letter> carried = new CopyOnWriteArrayList<>();

    /** How many people whoever gets a mail will know again at any event. */
    int knownAhead;

    Carrier.Delivery answer = Carrier.Delivery.ACCEPTED;

    public static MailFixture aPostOffice() {
        var office = new MailFixture();
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.BOOKED, null);
        office.bookings.stands(SAMIR_AT_RIVERSIDE, BookingStatus.WAITING, 3);
        return office;
    }

    private static Person somebody(PersonId id, String name, String address, AttendanceId attendance) {
        return new Person(
                id,
                new PersonDetails(name, "", Sector.COLLEGE),
                new EmailAddress(address),
                true,
                true,
                0,
                Map.of(RIVERSIDE, attendance),
                Map.of());
    }

    public static EventCard card(String title, Instant startsAt, int sequence) {
        return new EventCard(
                RIVERSIDE,
                new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                EventKind.SOCIAL,
                title,
                startsAt,
                startsAt.plusSeconds(9000),
                ZoneId.of("Europe/London"),
                "Fenland and Cam",
                "The Moorhen",
                "2 Sluice Lane, Ousebridge",
                "The long table by the window; look for the yellow lantern.",
                sequence);
    }

    public static PersonalLinks links() {
        return new PersonalLinks(
                "https://natter.example",
                LinkTokens.under("own", "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU="),
                LinkTokens.under("own", "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU="));
    }

    static MessageMetadata message(String type, String aggregateType, String aggregate, long version, Instant at) {
        return new MessageMetadata(
                aggregateType + "/" + aggregate + "/" + version,
                type,
                aggregateType,
                aggregate,
                version,
                aggregate,
                at,
                "0");
    }

    DecidingMails deciding() {
        return new DecidingMails(new PostOffice(queue, () -> {}), people, bookings, known);
    }

    /** @param atTheDoor those of some who have been at the door */
    TryingAgain tryingAgain(UnaryOperator<Set<AttendanceId>> atTheDoor) {
        return new TryingAgain(mailboxes, people, known, look(), atTheDoor, new PostOffice(queue, () -> {}), links());
    }

    private LastLook look() {
        return new LastLook(people, bookings, known, mailboxes, (owner, event, now) -> knownAhead);
    }

    public SendingMails sending() {
        return sending(this::plainLetter);
    }

    SendingMails sending(Function<LetterFacts, Letter> letters) {
        return sending(queue, letters);
    }

    /** Sends from another queue than the one in memory. */
    SendingMails sendingFrom(MailQueue other) {
        return sending(other, this::plainLetter);
    }

    private SendingMails sending(MailQueue from, Function<LetterFacts, Letter> letters) {
        return new SendingMails(from, look(), letters, letter -> {
            carried.add(letter);
            return answer;
        });
    }

    Letter plainLetter(LetterFacts facts) {
        return new Letter(
                facts.wish().cause(),
                facts.mailbox(),
                facts.now(),
                "Fenland and Cam",
                "Subject",
                "<p>Text</p>",
                "Text",
                Optional.empty(),
                Optional.empty());
    }

    /** Runs one sender until nothing is due at this moment. */
    void sendAllAt(Instant now) {
        var sending = sending();
        while (sending.sendSome("sender", () -> now) > 0) {
            continue;
        }
    }

    Mail mail(String cause) {
        return queue.find(cause).orElseThrow(() -> new AssertionError("no mail for " + cause));
    }

    List<String> causes() {
        return queue.all().stream().map(Mail::cause).sorted().toList();
    }
}
