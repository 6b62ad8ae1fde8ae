package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** Bookings of one event, in memory; passes the contract of the real ones. */
final class BookingsInMemory implements Bookings {

    private @Nullable EventCard card;
    private final Map<AttendanceId, Booking> bookings = new LinkedHashMap<>();

    BookingsInMemory(EventCard card) {
        this.card = card;
    }

    void nowReads(@Nullable EventCard changed) {
        card = changed;
    }

    void stands(AttendanceId attendance, BookingStatus status, @Nullable Integer position) {
        var standing = status == BookingStatus.UNCONFIRMED ? SeatStanding.HELD : SeatStanding.valueOf(status.name());
        bookings.put(
                attendance,
                new Booking(
                        attendance,
                        MailFixture.CARD,
                        status,
                        standing,
                        Sector.COLLEGE,
                        false,
                        true,
                        false,
                        Instant.EPOCH,
                        position,
                        null,
                        null,
                        0,
                        RoomLeft.FULL));
    }

    @Override
    public Optional<Booking> of(AttendanceId attendance) {
        return Optional.ofNullable(bookings.get(attendance));
    }

    @Override
    public Map<AttendanceId, Booking> of(Collection<AttendanceId> attendances) {
        var found = new HashMap<AttendanceId, Booking>(bookings);
        found.keySet().retainAll(attendances);
        return found;
    }

    @Override
    public Optional<EventCard> card(EventId event) {
        return Optional.ofNullable(card).filter(known -> known.event().equals(event));
    }

    @Override
    public List<EventCard> cardsEndingFrom(Instant from) {
        return Optional.ofNullable(card).filter(known -> !known.endsAt().isBefore(from)).stream()
                .toList();
    }

    @Override
    public Map<EventId, EventCard> cards(Collection<EventId> events) {
        return events.stream()
                .flatMap(event -> card(event).stream())
                .collect(Collectors.toMap(EventCard::event, Function.identity()));
    }

    @Override
    public List<AttendanceId> standing(EventId event, Set<SeatStanding> standings) {
        return bookings.values().stream()
                .filter(booking -> booking.card().event().equals(event) && standings.contains(booking.standing()))
                .map(Booking::attendance)
                .toList();
    }
}
