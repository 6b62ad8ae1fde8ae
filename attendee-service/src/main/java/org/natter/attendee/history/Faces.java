package org.natter.attendee.history;

import java.util.Map;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.Named;

/** Who stands behind an attendance or a label, for the owner of a history: the same person at two events is one. */
record Faces(Map<AttendanceId, Named> names, Map<LabelId, String> labels) {

    private static final String ERASED = "Someone you met";

    /** One text per person; somebody erased is a person of their own at each event. */
    String personOf(Who who) {
        if (!who.isAttendance()) {
            return "label/" + who.id();
        }
        Named named = names.get(new AttendanceId(who.id()));
        return named == null ? "erased/" + who.id() : "person/" + named.person().value();
    }

    String nameOf(Who who) {
        if (!who.isAttendance()) {
            return labels.getOrDefault(new LabelId(who.id()), ERASED);
        }
        Named named = names.get(new AttendanceId(who.id()));
        return named == null ? ERASED : named.name();
    }
}
