package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.mail.MailFixture.NOW;
import static org.natter.attendee.mail.MailFixture.RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.SAMIR;
import static org.natter.attendee.mail.MailFixture.WREN;
import static org.natter.attendee.mail.MailFixture.WREN_AT_RIVERSIDE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;

/** A mail that came back goes to the address it was meant for, and what is somebody's own to nobody else. */
class CorrectingAddressesTest {

    private static final EmailAddress RIGHT = new EmailAddress("wren.hadley@college.example");

    private final MailFixture office = MailFixture.aPostOffice();
    private final TryingAgain trying =
            new TryingAgain(office.mailboxes, office.people, office.known, new PostOffice(office.queue, () -> {}));

    @Test
    void theMailGoesToTheCorrectedAddressOnceHoweverLateAndThoughThatWasRefusedBefore() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        office.mailboxes.rememberRefusal(RIGHT, NOW);

        trying.correct(bounced, RIGHT, NOW.plus(Duration.ofDays(8)));
        trying.correct(bounced, RIGHT, NOW.plus(Duration.ofDays(8)));
        office.sendAllAt(NOW.plus(Duration.ofDays(8)));

        assertThat(office.carried).extracting(Letter::to).containsExactly(RIGHT);
    }

    @Test
    void whatWasTriedAgainInVainGoesAllTheSame() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        office.answer = Carrier.Delivery.REFUSED;
        trying.tryAgain(bounced, NOW);
        office.sendAllAt(NOW);
        office.answer = Carrier.Delivery.ACCEPTED;

        trying.correct(bounced, RIGHT, NOW);
        office.sendAllAt(NOW);

        assertThat(office.carried).extracting(Letter::to).endsWith(RIGHT);
    }

    /** Whoever reads mail there could sign in, and read whom they met. */
    @Test
    void anAddressThatSomebodyHasUsedStays() {
        var bounced = bounced(MailKind.BOOKED);

        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);

        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        office.known.rememberAnswer(WREN_AT_RIVERSIDE, MailFixture.message("t", "answer", "a", 1, NOW));
        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
        assertThat(office.people.byAddress(RIGHT)).isEmpty();
    }

    @Test
    void nothingOfAnotherEventMovesAlong() {
        var other = new EventId("00000000000000000000000000000001");
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE, other, AttendanceId.random()));
        var bounced = bounced(MailKind.BOOKED);

        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    @Test
    void nobodyCorrectsTheAddressOfAMailAboutAnswersOrOfOneThatHasNotComeBack() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));

        for (var kind : MailKind.values()) {
            if (!kind.isForOrganisersToRead()) {
                var bounced = bounced(kind);
                assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
            }
        }
        var waits = asked(MailKind.DAY_BEFORE);
        assertThatThrownBy(() -> trying.correct(waits, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    @Test
    void whereSomebodyOfThisNameReadsMailTheyAreNotMadeTwo() {
        var samirs = office.people.find(SAMIR).orElseThrow().mailbox().orElseThrow();
        addedByHand("samir MARSH", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        assertThatThrownBy(() -> trying.correct(bounced, samirs, NOW)).isInstanceOf(AddressStays.class);

        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        trying.correct(bounced, samirs, NOW);
        assertThat(office.people.atAddress(samirs))
                .as("a colleague may share it")
                .hasSize(2);
    }

    private void addedByHand(String name, Map<EventId, AttendanceId> attendances) {
        office.people.with(new Person(
                WREN,
                new PersonDetails(name, "", Sector.COLLEGE),
                new EmailAddress("wren@colege.example"),
                false,
                attendances,
                Map.of()));
    }

    private Mail asked(MailKind kind) {
        var mail = Mail.asked(MailRequest.about(kind, "cause/" + kind.word(), WREN, RIVERSIDE, WREN_AT_RIVERSIDE, NOW));
        office.queue.add(mail);
        return mail;
    }

    private Mail bounced(MailKind kind) {
        var mail = asked(kind).bounced(NOW);
        office.queue.writeForSure(mail);
        return mail;
    }
}
