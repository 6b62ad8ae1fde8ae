package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;

/**
 * All that was read for one history.
 *
 * @param rooms everybody who was there of evenings that the owner told of, of others the owner alone
 * @param saidSoToo of whom the owner named, those who named the owner
 */
record HistoryRows(
        Map<EventId, AttendanceId> attendances,
        Map<AttendanceId, HistoryEntry> own,
        Map<EventId, Room> rooms,
        Set<AttendanceId> saidSoToo,
        Identities identities,
        Notebook notebook,
        Map<AttendanceId, PrivateWords.Kept> kept,
        Map<PersonId, Notebook.Shared> shared,
        Collection<Circles.Tie> ties) {}
