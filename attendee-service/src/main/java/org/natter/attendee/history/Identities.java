package org.natter.attendee.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

    /** Whom this one stands for at last. */
    Who really(Who who) {
        var chain = chainOf(who);
        return chain.get(chain.size() - 1);
    }

    /** The last in the owner's own words of those whom this one stands for: as which they become somebody else. */
    Who lastLabelOf(Who who) {
        return chainOf(who).stream()
                .filter(one -> one.attendance().isEmpty())
                .reduce((earlier, later) -> later)
                .orElse(who);
    }

    /** From this one to whom they are at last; a ring of labels that are each other ends at the same one for all in it. */
    private List<Who> chainOf(Who who) {
        var chain = new ArrayList<>(List.of(who));
        var next = same.get(who.id());
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = same.get(next.id());
        }
        if (next != null) {
            chain.add(Collections.min(chain.subList(chain.indexOf(next), chain.size()), Comparator.comparing(Who::id)));
        }
        return chain;
    }

    private Optional<NamedAttendance> named(Who who) {
        return who.attendance().map(names::get);
    }
}
