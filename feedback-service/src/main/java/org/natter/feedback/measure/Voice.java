package org.natter.feedback.measure;

import java.util.List;
import org.natter.feedback.invitation.AttendanceId;

/**
 * What one person who answered said of whom they talked with: guests by name, and how many people besides who have none
 * here, of them so many whom the writer knew before.
 *
 * <p>Somebody whose name was missed is always new; somebody under a label is what the writer says.
 */
public record Voice(AttendanceId writer, List<Mention> named, int unnamed, int unnamedKnown) {

    /** One named guest; {@code known} is the writer's own word. */
    public record Mention(AttendanceId other, boolean known) {}

    public Voice {
        named = List.copyOf(named);
        if (unnamedKnown < 0 || unnamed < unnamedKnown) {
            throw new IllegalArgumentException("those known are some of those unnamed");
        }
    }
}
