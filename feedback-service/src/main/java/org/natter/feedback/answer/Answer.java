package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.Pick;

/**
 * The whole answer of one attendance as it now stands.
 *
 * <p>Every saved step replaces what the same step said before and leaves the others alone; saving the same again
 * changes nothing. Step one alone is complete. Nobody is in it twice, and never the writer.
 *
 * @param chosen what was picked of the organisers' own lists; absent in answers from before there were any
 */
public record Answer(
        AttendanceId writer,
        EventId event,
        Instant at,
        Overall overall,
        List<Side> met,
        List<Others> others,
        KnownBefore knownBefore,
        Evening evening,
        List<Integer> steps,
        boolean sent,
        @Nullable List<Choice> chosen) {

    public Answer {
        met = List.copyOf(met);
        others = List.copyOf(others);
        steps = List.copyOf(steps);
        chosen = chosen == null ? null : List.copyOf(chosen);
    }

    /** Before anything was said. */
    public static Answer empty(AttendanceId writer, EventId event, Instant at) {
        return new Answer(
                writer,
                event,
                at,
                Overall.NOT_SAID,
                List.of(),
                List.of(),
                KnownBefore.NOT_SAID,
                Evening.NOT_SAID,
                List.of(),
                false,
                null);
    }

    /**
     * What follows from saving one step.
     *
     * @throws UnfitForm if the step cannot stand beside the others
     */
    public List<AnswerDomainEvent> save(Step step, Instant now) {
        if (!step.changes(this)) {
            return List.of();
        }
        var next = step.applyTo(this).withStep(step.number());
        return next.equals(this) ? List.of() : List.of(new AnswerDomainEvent.StepSaved(next.savedAt(now)));
    }

    /**
     * What follows from pressing Send; nothing the second time.
     *
     * @throws UnfitForm if nothing was said yet
     */
    public List<AnswerDomainEvent> send(Instant now) {
        if (steps.isEmpty()) {
            throw new UnfitForm("steps", UnfitForm.Rule.SOMETHING_IS_SAID);
        }
        return sent
                ? List.of()
                : List.of(new AnswerDomainEvent.AnswerSent(new Answer(
                        writer, event, now, overall, met, others, knownBefore, evening, steps, true, chosen)));
    }

    /** Whether whom the writer talked with is said, nobody included. */
    public boolean saysWhom() {
        return steps.contains(Step.NewPeople.NUMBER);
    }

    /** Whether a person or label is in it about whom the writer may be asked later. */
    public boolean metSomebodyToAskAbout() {
        return met.stream().anyMatch(Side::askAgain);
    }

    Answer with(Overall said) {
        return new Answer(writer, event, at, said, met, others, knownBefore, evening, steps, sent, chosen);
    }

    Answer withPeople(List<Side> people, List<Others> unnamed, KnownBefore known) {
        return new Answer(writer, event, at, overall, people, unnamed, known, evening, steps, sent, chosen);
    }

    /** What was picked of this question's list; empty where nothing was. */
    public Optional<Pick> pickOf(QuestionId question) {
        return choices().stream()
                .filter(choice -> choice.question().equals(question))
                .map(Choice::pick)
                .findFirst();
    }

    private List<Choice> choices() {
        return Objects.requireNonNullElse(chosen, List.of());
    }

    Answer with(Evening said, List<Choice> picked) {
        var none = picked.isEmpty() && chosen == null;
        return new Answer(
                writer, event, at, overall, met, others, knownBefore, said, steps, sent, none ? null : picked);
    }

    private Answer withStep(int number) {
        var done = new TreeSet<Integer>(steps);
        done.add(number);
        return new Answer(
                writer, event, at, overall, met, others, knownBefore, evening, List.copyOf(done), sent, chosen);
    }

    private Answer savedAt(Instant now) {
        return new Answer(writer, event, now, overall, met, others, knownBefore, evening, steps, sent, chosen);
    }
}
