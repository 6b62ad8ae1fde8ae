package org.natter.attendee.mail.web;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.Mail;
import org.natter.attendee.mail.MailBook;
import org.natter.attendee.mail.MailBook.Place;
import org.natter.attendee.mail.MailBook.Which;
import org.natter.attendee.mail.MailPage;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.web.OutboxSheet.OutboxLine;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.RegionId;
import org.springframework.stereotype.Component;

/** Composes a page of the outbox: the mails from the book, titles and names for that page alone. */
@Component
class OutboxSheets {

    private final MailBook book;
    private final Bookings bookings;
    private final People people;
    /** An event never changes its region, so a seat ledger is read for it once. */
    private final Map<EventId, RegionId> regions = new ConcurrentHashMap<>();

    OutboxSheets(MailBook book, Bookings bookings, People people) {
        this.book = book;
        this.bookings = bookings;
        this.people = people;
    }

    /** @param region all regions if empty; @param before and @param after at most one counts, the latter first */
    OutboxSheet of(
            Optional<String> region,
            Set<MailStatus> statuses,
            Optional<Place> before,
            Optional<Place> after,
            int limit) {
        Map<EventId, Map<MailStatus, Integer>> counts = within(region, book.counts());
        MailPage page = page(new Which(counts.keySet(), statuses), before, after, limit);
        Map<EventId, EventCard> cards =
                bookings.cards(page.mails().stream().map(OutboxSheets::eventOf).collect(Collectors.toSet()));
        return new OutboxSheet(
                page.mails().stream()
                        .filter(mail -> cards.containsKey(eventOf(mail)))
                        .map(mail -> line(mail, Objects.requireNonNull(cards.get(eventOf(mail)))))
                        .toList(),
                sum(counts.values()),
                cursor(page.older()),
                cursor(page.newer()));
    }

    private MailPage page(Which which, Optional<Place> before, Optional<Place> after, int limit) {
        return after.map(place -> MailPage.newerThan(place, book, which, limit))
                .or(() -> before.map(place -> MailPage.olderThan(place, book, which, limit)))
                .orElseGet(() -> MailPage.newest(book, which, limit));
    }

    private Map<EventId, Map<MailStatus, Integer>> within(
            Optional<String> region, Map<EventId, Map<MailStatus, Integer>> counts) {
        Set<EventId> unknown = counts.keySet().stream()
                .filter(event -> !regions.containsKey(event))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            bookings.cards(unknown).forEach((event, card) -> regions.put(event, card.region()));
        }
        return counts.entrySet().stream()
                .filter(one -> isWithin(region, regions.get(one.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isWithin(Optional<String> wanted, @Nullable RegionId region) {
        return region != null && (wanted.isEmpty() || region.value().equals(wanted.get()));
    }

    private static Map<MailStatus, Integer> sum(Collection<Map<MailStatus, Integer>> counts) {
        Map<MailStatus, Integer> sum = new EnumMap<>(MailStatus.class);
        counts.forEach(one -> one.forEach((status, mails) -> sum.merge(status, mails, Integer::sum)));
        return sum;
    }

    private static EventId eventOf(Mail mail) {
        return Objects.requireNonNull(mail.wish().event());
    }

    private static @Nullable String cursor(@Nullable Place place) {
        return place == null ? null : Cursor.of(place);
    }

    private OutboxLine line(Mail mail, EventCard card) {
        Instant finished = mail.finishedAt();
        return new OutboxLine(
                mail.cause(),
                card.event(),
                card.title(),
                mail.wish().kind(),
                mail.status(),
                mail.stopped(),
                mail.attempts(),
                finished == null ? mail.wish().at() : finished,
                finished == null ? mail.nextAttemptAt() : null,
                mail.subject(),
                people.find(mail.wish().to()).map(Person::name).orElse("Someone"));
    }
}
