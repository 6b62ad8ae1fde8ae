package org.natter.attendee.cpd;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.cpd.CpdEntry.Activity;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownEvent;

/** Writes what somebody says for their own CPD. */
public final class KeepingCpdRecords {

    private final CpdRecords records;

    public KeepingCpdRecords(CpdRecords records) {
        this.records = records;
    }

    /**
     * Keeps what the owner says of an event; saying nothing needs no room.
     *
     * @param quarters their own hours, in quarters; absent for what is suggested
     * @param seen the version that stood there when it was looked at, 0 for none
     * @return false if there are {@link CpdRecord#MOST} others
     * @throws UnknownEvent if they never asked for a place there
     * @throws ChangedMeanwhile if something else stands there by now; it stays
     */
    public boolean keep(Person owner, EventId event, @Nullable Integer quarters, Reflection reflection, int seen) {
        if (owner.attendanceAt(event).isEmpty()) {
            throw UnknownEvent.withId(event);
        }
        return keep(owner.id(), EntryId.of(event), new CpdEntry(0, null, quarters, reflection), seen);
    }

    /**
     * Keeps an entry of the owner's own, a new one under a fresh id.
     *
     * @param seen as above
     * @return false if there are {@link CpdRecord#MOST} others
     * @throws ChangedMeanwhile if something else stands there by now, or an event of theirs does; it stays
     */
    public boolean keep(Person owner, EntryId entry, Activity activity, int quarters, Reflection reflection, int seen) {
        if (owner.attendanceAt(new EventId(entry.value())).isPresent()) {
            throw ChangedMeanwhile.at(entry);
        }
        return keep(owner.id(), entry, new CpdEntry(0, activity, quarters, reflection), seen);
    }

    private boolean keep(PersonId owner, EntryId entry, CpdEntry said, int seen) {
        if (said.saysNothing()) {
            records.change(owner, record -> record.with(entry, said, seen));
            return true;
        }
        return !records.change(owner, record -> record.isFullFor(entry) ? record : record.with(entry, said, seen))
                .isFullFor(entry);
    }

    /** Removes what the owner wrote, for good. Once more changes nothing. */
    public void remove(PersonId owner, EntryId entry) {
        records.change(owner, record -> record.without(entry));
    }
}
