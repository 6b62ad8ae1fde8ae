package org.natter.attendee.history;

import java.util.Map;
import java.util.Optional;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.PersonId;

/**
 * Who stands behind an attendance or a label, for the owner of a history: the same person at two events is one.
 *
 * @param erased the name of somebody erased
 * @param same whom labels really are, by the owner's own word
 */
record Identities(
        Map<AttendanceId, NamedAttendance> names, Map<LabelId, String> labels, String erased, Map<String, Who> same) {

    private static final int LONGEST_CHAIN = 8;

    /** The same without anybody being somebody else. */
    Identities(Map<AttendanceId, NamedAttendance> names, Map<LabelId, String> labels, String erased) {
        this(names, labels, erased, Map.of());
    }

    /** One text per person; somebody erased is a person of their own at each event. */
    String personOf(Who who) {
        var really = really(who);
        return really.attendance().isEmpty()
                ? "label/" + really.id()
                : named(really).map(named -> "person/" + named.person()).orElse("erased/" + really.id());
    }

    String nameOf(Who who) {
        var really = really(who);
        return really.attendance().isEmpty()
                ? labels.getOrDefault(new LabelId(really.id()), erased)
                : named(really).map(NamedAttendance::name).orElse(erased);
    }

    /** Empty for a label and for somebody erased. */
    Optional<PersonId> idOf(Who who) {
        return named(really(who)).map(NamedAttendance::person);
    }

    /** A ring of labels that are each other ends somewhere in it. */
    private Who really(Who who) {
        var really = who;
        for (var step = 0; step < LONGEST_CHAIN && same.containsKey(really.id()); step++) {
            really = same.get(really.id());
        }
        return really;
    }

    private Optional<NamedAttendance> named(Who who) {
        return who.attendance().map(names::get);
    }
}
