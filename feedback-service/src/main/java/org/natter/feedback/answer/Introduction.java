package org.natter.feedback.answer;

import java.util.Optional;
import org.natter.ids.HexId;

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
        LABEL;

        /** Whether it was one person, who has an id. */
        public boolean namesSomebody() {
            return this == ATTENDANCE || this == LABEL;
        }
    }

    public static final Introduction NOT_SAID = new Introduction(By.NOT_SAID, "");

    public Introduction {
        if (by.namesSomebody() ? !HexId.matches(id) : !id.isEmpty()) {
            throw new IllegalArgumentException("an id for one person, and for nobody else");
        }
    }

    /** The one who introduced them, if it was one person. */
    public Optional<Who> somebody() {
        return by.namesSomebody()
                ? Optional.of(new Who(by == By.ATTENDANCE ? Who.Kind.ATTENDANCE : Who.Kind.LABEL, id))
                : Optional.empty();
    }
}
