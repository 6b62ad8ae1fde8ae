package org.natter.attendee.history;

import java.util.Map;
import java.util.Optional;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.NamedAttendance;

/**
 * Who stands behind an attendance or a label, for the owner of a history: the same person at two events is one.
 *
 * @param erased the name of somebody erased
 */
record Identities(Map<AttendanceId, NamedAttendance> names, Map<LabelId, String> labels, String erased) {

    /** One text per person; somebody erased is a person of their own at each event. */
    String personOf(Who who) {
        return who.attendance().isEmpty()
                ? "label/" + who.id()
                : named(who).map(named -> "person/" + named.person()).orElse("erased/" + who.id());
    }

    String nameOf(Who who) {
        return who.attendance().isEmpty()
                ? labels.getOrDefault(new LabelId(who.id()), erased)
                : named(who).map(NamedAttendance::name).orElse(erased);
    }

    private Optional<NamedAttendance> named(Who who) {
        return who.attendance().map(names::get);
    }
}
