package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.natter.attendee.person.AttendanceId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What attendances reported, by the writer. There is no query over everybody's: nobody is to see who met whom. */
public interface HistoryEntries {

    /** By writer, in one read by id; those who reported nothing are left out. */
    Map<AttendanceId, HistoryEntry> of(Collection<AttendanceId> writers);

    /** Those of these writers whose answer names one of these: nothing else of what they said is read. */
    Set<AttendanceId> naming(Collection<AttendanceId> writers, Collection<AttendanceId> named);

    /** Whom of these writers those who name some of them name, in one read by id; with labels and others beside. */
    Map<AttendanceId, Set<AttendanceId>> amongThemselves(Collection<AttendanceId> writers);

    /** What is read in there, rooms included, is all of it as it was before it was built anew, or all as it is after. */
    <T> T whole(Supplier<T> reading);

    /** The whole answer replaces the one before. */
    Effect on(FeedbackAnswered answer, MessageMetadata source);

    Effect on(OutcomeReported outcome, MessageMetadata source);

    Effect on(InvitedToAnswer invited, MessageMetadata source);
}
