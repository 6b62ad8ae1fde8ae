package org.natter.web.attendee;

import java.util.Optional;
import org.natter.ids.HexId;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PersonId;

/**
 * What a form says it is about: made from what opened it, a link's secret or whoever is signed in, so that nobody who only knows
 * an attendance, as others' pages show it, can name it. The same link always makes the same mark, and no mark tells its link.
 */
public record Mark(String value) {

    private static final String FIELD = "about";

    public Mark {
        HexId.require(value);
    }

    /** Of what this link opens. */
    public static Mark of(LinkToken link) {
        return new Mark(HexId.derivedFrom("about what this link opens\n" + link.value()));
    }

    /** Of what this person opens as their own, without a link. */
    static Mark of(PersonId person, AttendanceId attendance) {
        return new Mark(HexId.derivedFrom("about one's own\n" + person.value() + "\n" + attendance.value()));
    }

    /** What the form says it is about, if it says so. */
    public static Optional<Mark> of(SubmittedForm form) {
        return form.id(FIELD, Mark::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
