package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Seat ledgers in memory; passes {@link SeatLedgersContract} like the stored ones. */
public final class SeatLedgersInMemory implements SeatLedgers {

    private final Map<EventId, SeatLedger> ledgers = new LinkedHashMap<>();
    private Runnable inBetween = () -> {};

    public SeatLedgersInMemory(SeatLedger... known) {
        for (var ledger : known) {
            ledgers.put(ledger.card().event(), ledger);
        }
    }

    /** Something that happens once, between what was read before the next change and the change. */
    public synchronized void beforeNextChange(Runnable happening) {
        inBetween = happening;
    }

    @Override
    public synchronized Optional<SeatLedger> find(EventId event) {
        return Optional.ofNullable(ledgers.get(event));
    }

    @Override
    public synchronized List<SeatLedger> find(Collection<EventId> events) {
        return events.stream().distinct().flatMap(event -> find(event).stream()).toList();
    }

    @Override
    public synchronized Optional<SeatLedger> change(
            EventId event, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        var happening = inBetween;
        inBetween = () -> {};
        happening.run();
        return find(event).map(ledger -> keep(event, ledger, decision));
    }

    @Override
    public synchronized SeatLedger changeOrOpen(
            EventId event, Supplier<SeatLedger> first, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return keep(event, find(event).orElseGet(first), decision);
    }

    @Override
    public synchronized List<EventCard> cards(Collection<EventId> events) {
        return find(events).stream().map(SeatLedger::card).toList();
    }

    @Override
    public synchronized List<EventCard> cardsEndingFrom(Instant from) {
        return ledgers.values().stream()
                .map(SeatLedger::card)
                .filter(card -> !card.endsAt().isBefore(from))
                .sorted(Comparator.comparing(EventCard::endsAt)
                        .thenComparing(card -> card.event().value()))
                .toList();
    }

    @Override
    public synchronized List<EventId> withEndsBy(Instant now) {
        return ledgers.values().stream()
                .filter(ledger ->
                        ledger.nextEnd().filter(end -> !end.isAfter(now)).isPresent())
                .map(ledger -> ledger.card().event())
                .toList();
    }

    private SeatLedger keep(EventId event, SeatLedger before, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        var facts = decision.apply(before);
        requireOneOfEach(facts);
        var after = before;
        for (var fact : facts) {
            after = fact.applyTo(after);
        }
        if (!facts.isEmpty()) {
            ledgers.put(event, after);
        }
        return after;
    }

    /** As the outbox does: two messages of one write would be told of one seat. */
    private static void requireOneOfEach(List<BookingDomainEvent> facts) {
        var seats = new HashSet<AttendanceId>();
        for (var fact : facts) {
            if (fact instanceof SeatFact told && !seats.add(told.seat().attendance())) {
                throw new IllegalStateException("One decision tells two things about one seat: " + facts);
            }
        }
    }
}
