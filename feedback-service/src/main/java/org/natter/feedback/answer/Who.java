package org.natter.feedback.answer;

import java.util.Objects;
import java.util.Optional;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.ids.HexId;

/**
 * Somebody the writer talked with: an attendance of the same event, or a label of the writer's own.
 *
 * <p>A label's words are not known here.
 */
public record Who(Kind kind, String id) {

    /** Where the id belongs. */
    public enum Kind {
        ATTENDANCE,
        LABEL
    }

    public Who {
        Objects.requireNonNull(kind);
        HexId.require(id);
    }

    public static Who attendance(AttendanceId attendance) {
        return new Who(Kind.ATTENDANCE, attendance.value());
    }

    /** Empty for a label. */
    public Optional<AttendanceId> attendance() {
        return kind == Kind.ATTENDANCE ? Optional.of(new AttendanceId(id)) : Optional.empty();
    }
}
