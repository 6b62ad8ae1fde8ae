package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One event, as event-service numbers it. Always 32 lower-case hex characters (128 bits), so safe as a field name in a document. */
public record EventId(String value) implements Comparable<EventId> {
    public EventId {
        HexId.require(value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
