package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Questions about bookings, for other features. Every answer is one moment of a seat ledger; all reads go by id. */
public interface Bookings {

    Optional<Booking> of(AttendanceId attendance);

    /** The bookings of several attendances, also of several events; those without one are left out. */
    Map<AttendanceId, Booking> of(Collection<AttendanceId> attendances);

    /** The published facts of an event; empty if we never heard of it. */
    Optional<EventCard> card(EventId event);

    /** Published facts of several events in one read; unknown ones are left out. */
    Map<EventId, EventCard> cards(Collection<EventId> events);

    /** Events that ended at this moment or later, or have yet to, earliest first. */
    List<EventCard> cardsEndingFrom(Instant from);

    /** Who stands in one of these ways, in the order of asking; also of a called-off event, as it stood then. */
    List<AttendanceId> standing(EventId event, Set<SeatStanding> standings);
}
