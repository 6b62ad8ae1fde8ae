package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What attendances reported, by the writer. There is no query over everybody's: nobody is to see who met whom. */
public interface HistoryEntries {

    /** By writer, in one read by id; those who reported nothing are left out. */
    Map<AttendanceId, HistoryEntry> of(Collection<AttendanceId> writers);

    /** The whole answer replaces the one before. */
    Effect on(FeedbackAnswered answer, MessageMetadata source);

    Effect on(OutcomeReported outcome, MessageMetadata source);

    Effect on(InvitedToAnswer invited, MessageMetadata source);
}
