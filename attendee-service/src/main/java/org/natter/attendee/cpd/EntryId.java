package org.natter.attendee.cpd;

import org.natter.attendee.person.EventId;
import org.natter.ids.HexId;

/** One entry of a CPD record: the id of the event it is about, or a fresh one for an entry of one's own. */
public record EntryId(String value) implements Comparable<EntryId> {
    public EntryId {
        HexId.require(value);
    }

    public static EntryId of(EventId event) {
        return new EntryId(event.value());
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
