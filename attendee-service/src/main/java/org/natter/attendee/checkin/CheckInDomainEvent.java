package org.natter.attendee.checkin;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What happens to one attendance's check-in. */
public sealed interface CheckInDomainEvent {

    AttendanceId attendance();

    CheckIn applyTo(CheckIn before);

    /**
     * Somebody is here since then; told again when an earlier press comes to light.
     *
     * @param reachable whether they left an address, so that they can be asked how it was
     */
    record CheckedIn(AttendanceId attendance, EventId event, Arrival arrival, boolean reachable)
            implements CheckInDomainEvent {
        @Override
        public CheckIn applyTo(CheckIn before) {
            return before.with(arrival);
        }
    }

    /** The check-in was a mistake; that it was pressed stays on record. */
    record CheckInUndone(AttendanceId attendance, EventId event, Instant at) implements CheckInDomainEvent {
        @Override
        public CheckIn applyTo(CheckIn before) {
            return before.undone(at);
        }
    }
}
