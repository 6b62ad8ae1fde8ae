package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    Effect remember(EventId event, Announced newest, MessageMetadata source);

    Effect rememberCallingOff(EventId event, String reason, MessageMetadata source);

    Effect rememberAnswer(AttendanceId writer, MessageMetadata source);

    /**
     * When and where an event is, and what people know of it.
     *
     * @param version of the event's aggregate, as its message says
     * @param told what people were last told by mail; absent where that is the facts themselves
     * @param untoldSince since when the facts are others than were told; whoever booked later has booked these
     */
    record Announced(
            long version,
            WhenAndWhere facts,
            @Nullable WhenAndWhere told,
            @Nullable Instant untoldSince) {

        static Announced toEverybody(long version, WhenAndWhere facts) {
            return new Announced(version, facts, null, null);
        }

        /** The same people know the same, whatever else became of the event. */
        Announced quietly(long newer, WhenAndWhere now, Instant at) {
            return now.equals(facts)
                    ? new Announced(newer, now, told, untoldSince)
                    : new Announced(newer, now, lastTold(), untoldSince == null ? at : untoldSince);
        }

        /** What somebody knows who stands as they do since then. */
        WhenAndWhere toldTo(Optional<Instant> since) {
            var changedBefore = untoldSince != null
                    && since.filter(moment -> !moment.isBefore(untoldSince)).isPresent();
            return changedBefore ? facts : lastTold();
        }

        private WhenAndWhere lastTold() {
            return told == null ? facts : told;
        }
    }
}
