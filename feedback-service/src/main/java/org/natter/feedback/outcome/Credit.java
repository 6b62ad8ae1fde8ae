package org.natter.feedback.outcome;

import java.util.Optional;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.ids.HexId;

/**
 * To whom an outcome is owed: an attendance of the event, a label of the writer's own, or something overheard.
 *
 * <p>The id is empty for the last.
 */
public record Credit(Kind kind, String id) {

    /** Where the id belongs. */
    public enum Kind {
        ATTENDANCE,
        LABEL,
        OVERHEARD
    }

    public Credit {
        if (kind == Kind.OVERHEARD ? !id.isEmpty() : !HexId.matches(id)) {
            throw new IllegalArgumentException("not the id of a person or label");
        }
    }

    /** The one it is owed to, if known by an attendance. */
    public Optional<AttendanceId> attendance() {
        return kind == Kind.ATTENDANCE ? Optional.of(new AttendanceId(id)) : Optional.empty();
    }
}
