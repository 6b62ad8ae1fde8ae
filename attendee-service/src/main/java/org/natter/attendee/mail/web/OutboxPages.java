package org.natter.attendee.mail.web;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailBook.MailFilter;
import org.natter.attendee.mail.MailBook.Placed;
import org.natter.attendee.mail.MailBook.Position;
import org.natter.attendee.mail.MailPage;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.Remedies;
import org.natter.attendee.mail.TryingAgain;
import org.natter.attendee.mail.web.OutboxPage.OutboxMail;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.RegionId;
import org.springframework.stereotype.Component;

/**
 * Composes a page of the outbox: the mails from the book, and titles, names and what can be done for that page alone. Each is read
 * once for all of it, but for what {@link TryingAgain#about} says.
 */
@Component
class OutboxPages {

    /** Somebody erased, and whoever gets a mail that organisers are not to know of. */
    private static final String SOMEONE = "Someone";

    private final MailBook book;
    private final Bookings bookings;
    private final People people;
    private final TryingAgain trying;
    /** An event never changes its region, so a seat ledger is read for it once. */
    private final Map<EventId, RegionId> regions = new ConcurrentHashMap<>();

    OutboxPages(MailBook book, Bookings bookings, People people, TryingAgain trying) {
        this.trying = trying;
        this.book = book;
        this.bookings = bookings;
        this.people = people;
    }

    /** @param region whose mails; @param before and @param after at most one counts, the latter first */
    OutboxPage of(
            Predicate<RegionId> region,
            Set<MailStatus> statuses,
            Optional<Position> before,
            Optional<Position> after,
            int limit,
            Instant now) {
        var counts = within(region, book.counts(EnumSet.allOf(MailStatus.class)));
        var page = page(new MailFilter(counts.keySet(), statuses), before, after, limit);
        return new OutboxPage(
                lines(page.placed(), now),
                sum(counts.values()),
                howManyToDo(region, now),
                cursor(page.older()),
                cursor(page.newer()));
    }

    /** A page of what did not arrive, and can still be sent; as above. */
    OutboxPage toDo(
            Predicate<RegionId> region, Optional<Position> before, Optional<Position> after, int limit, Instant now) {
        var counts = within(region, book.counts(EnumSet.allOf(MailStatus.class)));
        var all = toDo(region, now);
        var page = MailPage.of(all, before, after, limit);
        return new OutboxPage(
                lines(page.placed(), now),
                sum(counts.values()),
                all.size(),
                cursor(page.older()),
                cursor(page.newer()));
    }

    /** How many these are. */
    int howManyToDo(Predicate<RegionId> region, Instant now) {
        return toDo(region, now).size();
    }

    /** Of events to come alone, which are few: nothing can be done about a mail once its event is over. */
    private List<Placed> toDo(Predicate<RegionId> region, Instant now) {
        var coming = bookings.cardsEndingFrom(now).stream()
                .filter(card -> now.isBefore(card.endsAt()) && region.test(card.region()))
                .map(EventCard::event)
                .collect(Collectors.toSet());
        var inVain = book.inVain(coming);
        var toDo = trying.toDo(inVain.stream().map(Placed::mail).toList(), now);
        return inVain.stream().filter(placed -> toDo.contains(placed.mail())).toList();
    }

    private List<OutboxMail> lines(List<Placed> page, Instant now) {
        var cards = bookings.cards(
                page.stream().map(placed -> eventOf(placed.mail())).collect(Collectors.toSet()));
        var names = people.named(page.stream()
                .map(placed -> placed.mail().wish().attendance())
                .filter(Objects::nonNull)
                .toList());
        var remedies = trying.about(page.stream().map(Placed::mail).toList(), now);
        return page.stream()
                .filter(placed -> cards.containsKey(eventOf(placed.mail())))
                .map(placed -> mail(
                        placed,
                        Objects.requireNonNull(cards.get(eventOf(placed.mail()))),
                        Optional.ofNullable(names.get(placed.mail().wish().attendance())),
                        remedies))
                .toList();
    }

    /** The same as a line of the outbox. */
    Optional<OutboxMail> one(Position place, Predicate<RegionId> region, Instant now) {
        return book.find(place)
                .flatMap(found -> cardOf(found, region)
                        .map(card -> mail(
                                new Placed(place, found), card, receiverOf(found), trying.about(List.of(found), now))));
    }

    private Optional<NamedAttendance> receiverOf(Mail mail) {
        return Optional.ofNullable(mail.wish().attendance())
                .flatMap(attendance ->
                        people.named(List.of(attendance)).values().stream().findFirst());
    }

    /** The mail at this place, if its event is of such a region. */
    Optional<Mail> find(Position place, Predicate<RegionId> region) {
        return book.find(place).filter(found -> cardOf(found, region).isPresent());
    }

    private Optional<EventCard> cardOf(Mail mail, Predicate<RegionId> region) {
        return bookings.card(eventOf(mail)).filter(card -> region.test(card.region()));
    }

    private MailPage page(MailFilter filter, Optional<Position> before, Optional<Position> after, int limit) {
        return after.map(place -> MailPage.newerThan(place, book, filter, limit))
                .or(() -> before.map(place -> MailPage.olderThan(place, book, filter, limit)))
                .orElseGet(() -> MailPage.newest(book, filter, limit));
    }

    private Map<EventId, Map<MailStatus, Integer>> within(
            Predicate<RegionId> region, Map<EventId, Map<MailStatus, Integer>> counts) {
        var unknown = counts.keySet().stream()
                .filter(event -> !regions.containsKey(event))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            bookings.cards(unknown).forEach((event, card) -> regions.put(event, card.region()));
        }
        return counts.entrySet().stream()
                .filter(one -> Optional.ofNullable(regions.get(one.getKey()))
                        .filter(region)
                        .isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<MailStatus, Integer> sum(Collection<Map<MailStatus, Integer>> counts) {
        var sum = new EnumMap<MailStatus, Integer>(MailStatus.class);
        counts.forEach(one -> one.forEach((status, mails) -> sum.merge(status, mails, Integer::sum)));
        return sum;
    }

    private static EventId eventOf(Mail mail) {
        return Objects.requireNonNull(mail.wish().event());
    }

    private static @Nullable String cursor(@Nullable Position place) {
        return place == null ? null : Cursor.of(place);
    }

    private OutboxMail mail(Placed placed, EventCard card, Optional<NamedAttendance> receiver, Remedies remedies) {
        var mail = placed.mail();
        var finished = mail.finishedAt();
        return new OutboxMail(
                Cursor.of(placed.place()),
                card.event(),
                card.title(),
                mail.wish().kind(),
                mail.status(),
                mail.stopped(),
                mail.attempts(),
                finished == null ? mail.wish().at() : finished,
                finished == null ? mail.nextAttemptAt() : null,
                mail.subject(),
                receiver.filter(known -> mail.wish().kind().isForOrganisersToRead())
                        .map(NamedAttendance::name)
                        .orElse(SOMEONE),
                remedies.isOvertaken(mail),
                remedies.mayBeTried(mail),
                remedies.mayBeCorrected(mail));
    }
}
