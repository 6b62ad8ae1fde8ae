package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Rooms;

/**
 * Shows and saves answers, one step at a time.
 *
 * <p>Each saved step is one conditional write together with the message that tells it. Nobody can be ticked who does
 * not belong to the event or is not on its who-was-there list, nor the writer. Somebody whose booking was not told yet
 * can: their id is known from that list alone.
 */
public final class GivingAnswers {

    private final Admission admission;
    private final Answers answers;
    private final Rooms rooms;
    private final FollowUpPages followUps;

    public GivingAnswers(Admission admission, Answers answers, Rooms rooms, FollowUpPages followUps) {
        this.admission = admission;
        this.answers = answers;
        this.rooms = rooms;
        this.followUps = followUps;
    }

    /** An answer and the last minute in which it can be changed. */
    public record OpenAnswer(Answer answer, Instant closesAt) {}

    /**
     * The answer as it stands, empty if nothing was said yet. While a follow-up is open it can be read once more, since
     * the follow-up asks about the people in it.
     *
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws FormShut if it can no longer be read by the link
     */
    public OpenAnswer read(AttendanceId writer, int generation, Instant now) {
        var invited = admission.admit(writer, generation);
        var admitted = isAskedAgain(writer, now) ? invited.unlessCalledOff() : invited.toRead(now);
        var event = admitted.invitation().event();
        return new OpenAnswer(
                answers.find(writer).orElseGet(() -> Answer.empty(writer, event, now)),
                admitted.gathering().deadlines().closesAt());
    }

    /**
     * Saves one step; the same step saved before is replaced.
     *
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws FormShut if it can no longer be written by the link
     * @throws AnswerRefused if the step says something that cannot stand
     */
    public OpenAnswer save(AttendanceId writer, int generation, Step step, Instant now) {
        return change(
                writer,
                generation,
                now,
                event -> requireBelonging(writer, event, step),
                answer -> answer.save(step, now));
    }

    /** As {@link #save}; pressing twice is pressing once. */
    public OpenAnswer send(AttendanceId writer, int generation, Instant now) {
        return change(writer, generation, now, event -> event, answer -> answer.send(now));
    }

    private boolean isAskedAgain(AttendanceId writer, Instant now) {
        return followUps
                .find(writer)
                .filter(page -> !now.isAfter(page.closesAt()))
                .isPresent();
    }

    private OpenAnswer change(
            AttendanceId writer,
            int generation,
            Instant now,
            Function<EventId, EventId> check,
            Function<Answer, List<AnswerDomainEvent>> decision) {
        var admitted = admission.admit(writer, generation).toWrite(now);
        var event = check.apply(admitted.invitation().event());
        return new OpenAnswer(
                answers.change(Answer.empty(writer, event, now), decision),
                admitted.gathering().deadlines().closesAt());
    }

    private EventId requireBelonging(AttendanceId writer, EventId event, Step step) {
        var named = step.named().stream()
                .filter(Who::isAttendance)
                .map(who -> new AttendanceId(who.id()))
                .collect(Collectors.toSet());
        if (named.contains(writer)) {
            throw AnswerRefused.because("met", "That's you. Tick the people you talked with.");
        }
        if (named.isEmpty()) {
            return event;
        }
        if (!rooms.known(event, named).containsAll(named)) {
            throw AnswerRefused.because("met", "One of these people wasn't at this event. Look at the list again.");
        }
        refuseUnlisted(writer, rooms.unlisted(event, named));
        return event;
    }

    /** Whoever was on the list when they were ticked stays in the answer; the list is read again for new ones only. */
    private void refuseUnlisted(AttendanceId writer, Set<AttendanceId> unlisted) {
        var ticked = unlisted.isEmpty() ? Set.<Who>of() : ticked(writer);
        if (!unlisted.stream().map(Who::attendance).allMatch(ticked::contains)) {
            throw AnswerRefused.because(
                    "met", "One of these people isn't on the list. Use your own words for them instead.");
        }
    }

    private Set<Who> ticked(AttendanceId writer) {
        return answers.find(writer).stream()
                .flatMap(answer -> answer.met().stream())
                .map(Side::who)
                .collect(Collectors.toSet());
    }
}
