package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.natter.attendee.person.EventId;

/** All seat ledgers, one per event. A change is one conditional write with the messages that tell of it. */
public interface SeatLedgers {

    Optional<SeatLedger> find(EventId event);

    List<SeatLedger> find(Collection<EventId> events);

    /** Empty if booking never opened for this event. A lost race decides again; nothing decided writes nothing. */
    Optional<SeatLedger> change(EventId event, Function<SeatLedger, List<BookingDomainEvent>> decision);

    SeatLedger changeOrOpen(
            EventId event, Supplier<SeatLedger> first, Function<SeatLedger, List<BookingDomainEvent>> decision);

    /** The published facts of these events, without their seats; unknown ones are left out. */
    List<EventCard> cards(Collection<EventId> events);

    /** The published facts of events that ended at this moment or later, or have yet to, earliest first; without their seats. */
    List<EventCard> cardsEndingFrom(Instant from);

    /** Events with a hold or an offer that ended by now. */
    List<EventId> withEndsBy(Instant now);
}
