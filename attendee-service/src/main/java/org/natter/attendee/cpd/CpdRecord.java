package org.natter.attendee.cpd;

import java.util.HashMap;
import java.util.Map;
import org.natter.attendee.person.ChangedMeanwhile;

/**
 * All that one person wrote for their CPD: aggregate and document in one. Nobody else ever reads it, no message tells of it,
 * and it prints nothing.
 *
 * @param floor the highest version of anything that was removed: what is written in its place has a higher one
 */
public record CpdRecord(Map<EntryId, CpdEntry> entries, int floor) {

    /** Entries with words; more than anybody would write by hand is not taken. */
    public static final int MOST = 300;

    /** Before the first word. */
    public static final CpdRecord EMPTY = new CpdRecord(Map.of(), 0);

    public CpdRecord {
        entries = Map.copyOf(entries);
    }

    /** What is written there; nothing, as version 0, before the first word. */
    public CpdEntry at(EntryId entry) {
        return entries.getOrDefault(entry, CpdEntry.NOTHING);
    }

    /** Whether there is an end to what can be written, and this is beyond it. */
    boolean isFullFor(EntryId entry) {
        return entries.size() >= MOST && !entries.containsKey(entry);
    }

    /**
     * With this in the place of what the owner has seen there. Once more changes nothing; an entry about an event that says
     * nothing any more is none.
     *
     * @param seen the version that was there when it was looked at, 0 for none
     * @throws ChangedMeanwhile if something else stands there by now; it stays
     */
    CpdRecord with(EntryId entry, CpdEntry said, int seen) {
        var now = at(entry);
        if (now.saysTheSameAs(said)) {
            return this;
        }
        if (now.version() != seen) {
            throw ChangedMeanwhile.at(entry);
        }
        return said.saysNothing() ? without(entry) : set(entry, said.inVersion(Math.max(seen, floor) + 1));
    }

    /** Without what was written there; an event stays what it was. */
    CpdRecord without(EntryId entry) {
        if (!entries.containsKey(entry)) {
            return this;
        }
        var others = new HashMap<>(entries);
        others.remove(entry);
        return new CpdRecord(others, Math.max(floor, at(entry).version()));
    }

    private CpdRecord set(EntryId entry, CpdEntry said) {
        var all = new HashMap<>(entries);
        all.put(entry, said);
        return new CpdRecord(all, floor);
    }

    @Override
    public String toString() {
        return "CpdRecord[…]";
    }
}
