package org.natter.feedback.answer;

import java.time.Instant;
import java.util.function.Predicate;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
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
    private final FollowUpPages followUps;

    public Admission(Invitations invitations, Rooms rooms, FollowUpPages followUps) {
        this.invitations = invitations;
        this.rooms = rooms;
        this.followUps = followUps;
    }

    /** Somebody who was invited, and the event it is about. */
    public record Admitted(Invitation invitation, Gathering gathering) {

        public EventId event() {
            return invitation.event();
        }

        public LinkState stateAt(Instant now) {
            var deadlines = gathering.deadlines();
            if (gathering.calledOff()) {
                return LinkState.CALLED_OFF;
            }
            if (!now.isAfter(deadlines.closesAt())) {
                return LinkState.OPEN;
            }
            return now.isAfter(deadlines.readableUntil()) ? LinkState.CLOSED : LinkState.READ_ONLY;
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

    /**
     * Lets in whoever fills in the form: to its last minute.
     *
     * @throws UnknownLink as {@link #admit}
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if the form can no longer be written
     */
    public Admitted toWrite(AttendanceId attendance, int generation, Instant now) {
        return require(admit(attendance, generation), now, state -> state == LinkState.OPEN);
    }

    /**
     * Lets in whoever reads the form: to day 60, and once more while a follow-up is open, which asks about the people in it.
     *
     * @throws UnknownLink as {@link #admit}
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if the form can no longer be read
     */
    public Admitted toRead(AttendanceId attendance, int generation, Instant now) {
        return require(
                admit(attendance, generation),
                now,
                state -> state == LinkState.OPEN || state == LinkState.READ_ONLY || isAskedAgain(attendance, now));
    }

    /**
     * Lets in whoever tells what came of it: while the form or a follow-up is open.
     *
     * @throws UnknownLink as {@link #admit}
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if neither is open
     */
    public Admitted toTellWhatCameOfIt(AttendanceId attendance, int generation, Instant now) {
        return require(
                admit(attendance, generation), now, state -> state == LinkState.OPEN || isAskedAgain(attendance, now));
    }

    private boolean isAskedAgain(AttendanceId attendance, Instant now) {
        return followUps
                .find(attendance)
                .filter(page -> !now.isAfter(page.closesAt()))
                .isPresent();
    }

    private static Admitted require(Admitted admitted, Instant now, Predicate<LinkState> open) {
        var state = admitted.stateAt(now);
        if (state == LinkState.CALLED_OFF) {
            throw new EventCalledOff();
        }
        if (!open.test(state)) {
            throw new FormClosed();
        }
        return admitted;
    }
}
