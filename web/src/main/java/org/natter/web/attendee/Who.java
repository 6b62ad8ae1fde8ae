package org.natter.web.attendee;

import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody met: a person of the roster by attendance, or the writer's own label. Its form value is {@code KIND:id}. */
public record Who(Kind kind, String id) {

    private static final Pattern FORM_VALUE = Pattern.compile("(ATTENDANCE|LABEL):([0-9a-f]{32})");

    /** What the id names. */
    public enum Kind {
        ATTENDANCE,
        LABEL
    }

    /** What a box of the form sent, or nothing if somebody has meddled with it. */
    static Optional<Who> of(String formValue) {
        var parts = FORM_VALUE.matcher(formValue);
        return parts.matches() ? Optional.of(new Who(Kind.valueOf(parts.group(1)), parts.group(2))) : Optional.empty();
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
