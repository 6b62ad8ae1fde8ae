package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Questionnaires;

/**
 * Shows and saves answers, one step at a time.
 *
 * <p>Each saved step is one conditional write together with the message that tells it.
 */
public final class GivingAnswers {

    private final Admission admission;
    private final Answers answers;
    private final NamingPeople naming;
    private final Questionnaires questionnaires;

    public GivingAnswers(Admission admission, Answers answers, NamingPeople naming, Questionnaires questionnaires) {
        this.admission = admission;
        this.answers = answers;
        this.naming = naming;
        this.questionnaires = questionnaires;
    }

    /**
     * An answer, whether its writer has left a word for the organisers, the last minute in which it can be changed, and what the
     * organisers ask besides, with those of it to which the writer has left words.
     */
    public record OpenAnswer(
            Answer answer, boolean leftWords, Instant closesAt, List<OwnQuestion> asked, Set<QuestionId> writtenTo) {}

    /**
     * The answer as it stands, empty if nothing was said yet.
     *
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if it can no longer be read by the link
     */
    public OpenAnswer read(AttendanceId writer, int generation, Instant now) {
        var admitted = admission.toRead(writer, generation, now);
        return new OpenAnswer(
                answers.find(writer).orElseGet(() -> Answer.empty(writer, admitted.event(), now)),
                admitted.invitation().hasLeftWords(),
                admitted.gathering().deadlines().closesAt(),
                questionnaires.of(admitted.event()).asked(),
                admitted.invitation().writtenTo());
    }

    /**
     * Saves one step; the same step saved before is replaced.
     *
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if it can no longer be written by the link
     * @throws UnfitForm if the step says something that cannot stand
     */
    public Answer save(AttendanceId writer, int generation, Step step, Instant now) {
        var event = admission.toWrite(writer, generation, now).event();
        var named =
                step.named().stream().flatMap(who -> who.attendance().stream()).collect(Collectors.toSet());
        naming.require(step.field(), writer, event, named);
        requireAsked(event, step.choices());
        return answers.change(Answer.empty(writer, event, now), answer -> answer.save(step, now));
    }

    private void requireAsked(EventId event, List<Choice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        var asked = questionnaires.of(event);
        if (!choices.stream()
                .allMatch(choice -> asked.find(choice.question(), question -> question.offers(choice.pick()))
                        .isPresent())) {
            throw new UnfitForm("choices", UnfitForm.Rule.STILL_ASKED);
        }
    }

    /** As {@link #save}; pressing twice is pressing once. */
    public Answer send(AttendanceId writer, int generation, Instant now) {
        var event = admission.toWrite(writer, generation, now).event();
        return answers.change(Answer.empty(writer, event, now), answer -> answer.send(now));
    }
}
