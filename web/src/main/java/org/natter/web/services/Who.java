package org.natter.web.services;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.natter.ids.HexId;

/** Somebody met: a person of the roster by attendance, or the writer's own label. Its form value is {@code KIND:id}. */
public record Who(Kind kind, String id) {

    private static final Pattern FORM_VALUE = Pattern.compile("(ATTENDANCE|LABEL):(" + HexId.PATTERN + ")");

    /** What the id names. */
    public enum Kind {
        ATTENDANCE,
        LABEL
    }

    public static Who attending(AttendanceId attendance) {
        return new Who(Kind.ATTENDANCE, attendance.value());
    }

    public static Who labelled(LabelId label) {
        return new Who(Kind.LABEL, label.value());
    }

    /** What a box of the form sent, or nothing if somebody has meddled with it. */
    public static Optional<Who> of(String formValue) {
        var parts = FORM_VALUE.matcher(formValue);
        return parts.matches() ? Optional.of(new Who(Kind.valueOf(parts.group(1)), parts.group(2))) : Optional.empty();
    }

    /** The people of all ticked boxes, in their order. */
    public static Set<Who> ticked(Collection<String> boxes) {
        return boxes.stream().flatMap(box -> of(box).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether this is the writer's own words for somebody. */
    public boolean inOwnWords() {
        return kind == Kind.LABEL;
    }

    /** The value of this person's box. */
    public String formValue() {
        return kind + ":" + id;
    }

    /** An HTML id for this person's box on one page. */
    public String fieldId() {
        return "who-" + id;
    }
}
