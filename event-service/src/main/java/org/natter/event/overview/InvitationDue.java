package org.natter.event.overview;

import java.util.Objects;
import org.natter.event.programme.EventId;

/** This attendance is asked how it was. */
public record InvitationDue(AttendanceId attendance, EventId event) {

    public InvitationDue {
        Objects.requireNonNull(attendance);
        Objects.requireNonNull(event);
    }
}
