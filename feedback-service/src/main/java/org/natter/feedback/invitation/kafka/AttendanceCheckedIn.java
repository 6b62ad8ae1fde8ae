package org.natter.feedback.invitation.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Objects;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Presence;

/** What we read of {@code attendance.checked-in.v1}. */
record AttendanceCheckedIn(AttendanceId attendance, EventId event, boolean reachable) {

    /** Bodies from before {@code reachable} was told mean true; every other field has to be there. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AttendanceCheckedIn of(Map<String, Object> body) {
        return new AttendanceCheckedIn(
                new AttendanceId((String) told(body, "attendance")),
                new EventId((String) told(body, "event")),
                (boolean) body.getOrDefault("reachable", true));
    }

    AttendanceNews told() {
        return new AttendanceNews(attendance, event);
    }

    Presence presence() {
        return reachable ? Presence.HERE : Presence.HERE_UNREACHABLE;
    }

    private static Object told(Map<String, Object> body, String field) {
        return Objects.requireNonNull(body.get(field), field);
    }
}
