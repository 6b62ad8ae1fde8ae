package org.natter.feedback.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Questionnaires;

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
    private final Questionnaires questionnaires;

    public LeavingComments(
            Admission admission, Invitations invitations, Comments comments, Questionnaires questionnaires) {
        this.admission = admission;
        this.invitations = invitations;
        this.comments = comments;
        this.questionnaires = questionnaires;
    }

    /** A few words to one of the organisers' own questions, with an id of their own. */
    public record Said(CommentId id, QuestionId question, String words) {

        @Override
        public String toString() {
            return "Said[*]";
        }
    }

    /**
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if the form can no longer be written
     */
    public void leave(AttendanceId writer, int generation, CommentId id, String words, Instant now) {
        var admitted = admission.toWrite(writer, generation, now);
        comments.add(new Comment(id, admitted.event(), day(admitted, now), words.strip(), null));
        invitations.change(writer, Invitation::leaveWords);
    }

    /**
     * A few words to some of the organisers' own questions: all of them or, where one is not asked any more, none.
     *
     * @throws UnknownLink as {@link #leave}
     * @throws EventCalledOff as {@link #leave}
     * @throws FormClosed as {@link #leave}
     * @throws UnfitForm if one of the questions is not asked, or is a list
     */
    public void answer(AttendanceId writer, int generation, List<Said> said, Instant now) {
        var admitted = admission.toWrite(writer, generation, now);
        var asked = questionnaires.of(admitted.event());
        if (!said.stream()
                .allMatch(one ->
                        asked.find(one.question(), OwnQuestion::takesWords).isPresent())) {
            throw new UnfitForm("said", UnfitForm.Rule.STILL_ASKED);
        }
        said.forEach(one -> comments.add(new Comment(
                one.id(), admitted.event(), day(admitted, now), one.words().strip(), one.question())));
        var questions = said.stream().map(Said::question).collect(Collectors.toSet());
        invitations.change(writer, invitation -> invitation.writeTo(questions));
    }

    private static LocalDate day(Admission.Admitted admitted, Instant now) {
        return now.atZone(admitted.gathering().zone()).toLocalDate();
    }
}
