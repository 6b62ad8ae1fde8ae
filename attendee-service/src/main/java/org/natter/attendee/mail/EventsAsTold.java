package org.natter.attendee.mail;

import java.util.Optional;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What the post office has heard on the topics and needs when it writes: a read model of its own, newest fact wins. */
public interface EventsAsTold {

    /** When and where the event was when we last heard of it. */
    Optional<WhenAndWhere> whenAndWhere(EventId event);

    /** The organiser's reason for calling it off, word for word; empty if it is not called off as far as we know. */
    Optional<String> reason(EventId event);

    Effect remember(EventId event, WhenAndWhere now, MessageMetadata source);

    Effect rememberCallingOff(EventId event, String reason, MessageMetadata source);

    Effect rememberAnswer(AttendanceId writer, MessageMetadata source);

    /** Whether this attendance's feedback came in. */
    boolean hasAnswered(AttendanceId writer);
}
