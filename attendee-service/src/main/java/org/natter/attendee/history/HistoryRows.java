package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;

/** All that was read for one history. */
record HistoryRows(
        Map<EventId, AttendanceId> attendances,
        Map<AttendanceId, HistoryEntry> own,
        Map<EventId, Room> rooms,
        Map<AttendanceId, HistoryEntry> theirs,
        Identities identities,
        Notebook notebook,
        Map<AttendanceId, PrivateWords.Kept> kept,
        Map<PersonId, Notebook.Shared> shared,
        Collection<Circles.Tie> ties) {}
