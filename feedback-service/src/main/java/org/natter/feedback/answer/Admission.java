package org.natter.feedback.answer;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Rooms;

/**
 * Lets somebody in by attendance and generation, and says what they may still do.
 *
 * <p>An unknown attendance and an old generation end alike, as {@link UnknownLink}.
 */
public final class Admission {

    private final Invitations invitations;
    private final Rooms rooms;

    public Admission(Invitations invitations, Rooms rooms) {
        this.invitations = invitations;
        this.rooms = rooms;
    }

    /** Somebody who was invited, and the event it is about. */
    public record Admitted(Invitation invitation, Gathering gathering) {

        public LinkState stateAt(Instant now) {
            var deadlines = gathering.deadlines();
            if (gathering.isCalledOff()) {
                return LinkState.CALLED_OFF;
            }
            if (!now.isAfter(deadlines.closesAt())) {
                return LinkState.OPEN;
            }
            return now.isAfter(deadlines.readableUntil()) ? LinkState.CLOSED : LinkState.READ_ONLY;
        }

        /** @throws FormShut unless the form can still be written */
        public Admitted toWrite(Instant now) {
            return requireOneOf(stateAt(now), LinkState.OPEN, LinkState.OPEN);
        }

        /** @throws FormShut unless the form can still be read */
        public Admitted toRead(Instant now) {
            return requireOneOf(stateAt(now), LinkState.OPEN, LinkState.READ_ONLY);
        }

        /** @throws FormShut if the event was called off */
        public Admitted unlessCalledOff() {
            if (gathering.isCalledOff()) {
                throw FormShut.calledOff();
            }
            return this;
        }

        private Admitted requireOneOf(LinkState now, LinkState one, LinkState another) {
            unlessCalledOff();
            if (now != one && now != another) {
                throw FormShut.closed();
            }
            return this;
        }
    }

    /** @throws UnknownLink if this attendance was not invited, or the link was replaced by a fresh one */
    public Admitted admit(AttendanceId attendance, int generation) {
        return invitations
                .find(attendance)
                .filter(invitation -> invitation.isCurrent(generation))
                .flatMap(invitation ->
                        rooms.gathering(invitation.event()).map(gathering -> new Admitted(invitation, gathering)))
                .orElseThrow(UnknownLink::new);
    }
}
