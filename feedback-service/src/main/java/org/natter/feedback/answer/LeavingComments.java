package org.natter.feedback.answer;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.Invitations;

/**
 * Takes a word for the organisers and forgets at once who said it: their invitation knows that they said something, so that
 * people can be counted and not words.
 *
 * <p>Only the local day is kept. Pressing twice leaves one comment.
 */
public final class LeavingComments {

    private final Admission admission;
    private final Invitations invitations;
    private final Comments comments;

    public LeavingComments(Admission admission, Invitations invitations, Comments comments) {
        this.admission = admission;
        this.invitations = invitations;
        this.comments = comments;
    }

    /**
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if the form can no longer be written
     */
    public void leave(AttendanceId writer, int generation, CommentId id, String words, Instant now) {
        var admitted = admission.toWrite(writer, generation, now);
        comments.add(new Comment(
                id, admitted.event(), now.atZone(admitted.gathering().zone()).toLocalDate(), words.strip()));
        invitations.change(writer, Invitation::leaveWords);
    }
}
