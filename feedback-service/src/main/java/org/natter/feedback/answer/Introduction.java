package org.natter.feedback.answer;

import java.util.Optional;

/**
 * Who brought the writer and the other together.
 *
 * <p>The id is empty but for an attendance or a label.
 */
public record Introduction(By by, String id) {

    /** Who, or what, introduced them. */
    public enum By {
        NOT_SAID,
        NOBODY,
        ORGANISER,
        ACTIVITY,
        ATTENDANCE,
        LABEL
    }

    public static final Introduction NOT_SAID = new Introduction(By.NOT_SAID, "");

    public Introduction {
        if (!isSomebody(by) && !id.isEmpty()) {
            throw new IllegalArgumentException("an id for nobody in particular");
        }
    }

    /** The one who introduced them, if it was one person. */
    public Optional<Who> somebody() {
        return isSomebody(by)
                ? Optional.of(new Who(by == By.ATTENDANCE ? Who.Kind.ATTENDANCE : Who.Kind.LABEL, id))
                : Optional.empty();
    }

    private static boolean isSomebody(By by) {
        return by == By.ATTENDANCE || by == By.LABEL;
    }
}
