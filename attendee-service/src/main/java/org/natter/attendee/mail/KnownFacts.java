package org.natter.attendee.mail;

import java.util.Optional;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What the post office has heard of events and answers and needs when it writes: a read model, the newest fact wins. */
public interface KnownFacts {

    /** The newest word about when and where an event is. */
    Optional<Announced> announced(EventId event);

    /** The organiser's reason for calling it off, word for word; empty if it is not called off as far as we know. */
    Optional<String> reason(EventId event);

    /** Whether this attendance's feedback came in. */
    boolean hasAnswered(AttendanceId writer);

    Effect remember(EventId event, WhenAndWhere facts, MessageMetadata source);

    Effect rememberCallingOff(EventId event, String reason, MessageMetadata source);

    Effect rememberAnswer(AttendanceId writer, MessageMetadata source);

    /** @param version of the event's aggregate, as its message says */
    record Announced(long version, WhenAndWhere facts) {}
}
