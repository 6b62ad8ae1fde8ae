package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;

/** Answers questions about bookings from the seat ledgers; keeps nothing of its own. */
public final class ReadingBookings implements Bookings {

    private final SeatLedgers ledgers;
    private final People people;

    public ReadingBookings(SeatLedgers ledgers, People people) {
        this.ledgers = ledgers;
        this.people = people;
    }

    @Override
    public Optional<Booking> of(AttendanceId attendance) {
        return people.eventOf(attendance).flatMap(ledgers::find).flatMap(ledger -> ledger.booking(attendance));
    }

    @Override
    public Map<AttendanceId, Booking> of(Collection<AttendanceId> attendances) {
        var events = people.eventsOf(attendances);
        var bookings = new HashMap<AttendanceId, Booking>();
        ledgers.find(Set.copyOf(events.values())).stream()
                .flatMap(ledger -> ledger.bookings().stream())
                .filter(booking -> booking.card().event().equals(events.get(booking.attendance())))
                .forEach(booking -> bookings.put(booking.attendance(), booking));
        return bookings;
    }

    @Override
    public Optional<EventCard> card(EventId event) {
        return ledgers.find(event).map(SeatLedger::card);
    }

    @Override
    public Map<EventId, EventCard> cards(Collection<EventId> events) {
        return ledgers.cards(events).stream().collect(Collectors.toMap(EventCard::event, Function.identity()));
    }

    @Override
    public List<EventCard> cardsEndingFrom(Instant from) {
        return ledgers.cardsEndingFrom(from);
    }

    @Override
    public List<AttendanceId> standing(EventId event, Set<SeatStanding> standings) {
        return ledgers.find(event).map(ledger -> ledger.standing(standings)).orElse(List.of());
    }
}
