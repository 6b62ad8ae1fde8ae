package org.natter.feedback.outcome;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Admission;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Rooms;

/**
 * Takes what came of it, or "not yet".
 *
 * <p>Reporting the same id twice reports once; either reply answers the newest follow-up.
 */
public final class ReportingOutcomes {

    private final Admission admission;
    private final Rooms rooms;
    private final Outcomes outcomes;
    private final FollowUps followUps;

    public ReportingOutcomes(Admission admission, Rooms rooms, Outcomes outcomes, FollowUps followUps) {
        this.admission = admission;
        this.rooms = rooms;
        this.outcomes = outcomes;
        this.followUps = followUps;
    }

    /** What somebody reports: what, in which direction, in which month, thanks to whom. */
    public record Report(
            OutcomeId id, Outcome.Kind kind, Outcome.Direction direction, YearMonth month, List<Credit> credited) {}

    /**
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws OutcomeRefused if the month or somebody credited cannot be right
     * @throws IdReused if the id belongs to another outcome
     */
    public Outcome report(AttendanceId writer, int generation, Report report, Instant now) {
        var admitted = admission.admit(writer, generation);
        var wanted = new Outcome(
                report.id(),
                writer,
                admitted.invitation().event(),
                now,
                report.kind(),
                report.direction(),
                report.month(),
                report.credited());
        requirePossible(wanted, admitted.gathering(), now);
        var stored = outcomes.report(wanted);
        if (!stored.saysTheSameAs(wanted)) {
            throw new IdReused();
        }
        followUps.change(writer, followUp -> followUp.reply(now));
        return stored;
    }

    /**
     * "Not yet, and that's fine."
     *
     * @throws UnknownLink if this is no follow-up link, or there is nothing behind it
     */
    public void notYet(PersonalLink link, Instant now) {
        if (link.purpose() != LinkPurpose.FOLLOW_UP) {
            throw new UnknownLink();
        }
        admission.admit(link.attendance(), link.generation());
        followUps.change(link.attendance(), followUp -> followUp.reply(now)).orElseThrow(UnknownLink::new);
    }

    private void requirePossible(Outcome outcome, Gathering gathering, Instant now) {
        if (outcome.month().isAfter(monthOf(now, gathering.zone()))) {
            throw OutcomeRefused.because("month", "That month hasn't come yet.");
        }
        if (outcome.month().isBefore(monthOf(gathering.endsAt(), gathering.zone()))) {
            throw OutcomeRefused.because("month", "That was before the event. Pick a month since then.");
        }
        var credited = outcome.credited().stream()
                .filter(credit -> credit.kind() == Credit.Kind.ATTENDANCE)
                .map(credit -> new AttendanceId(credit.id()))
                .collect(Collectors.toSet());
        if (credited.contains(outcome.writer())) {
            throw OutcomeRefused.because("credited", "That's you. Tick the people it came from.");
        }
        if (!credited.isEmpty() && !rooms.known(outcome.event(), credited).containsAll(credited)) {
            throw OutcomeRefused.because(
                    "credited", "One of these people wasn't at this event. Look at the list again.");
        }
    }

    private static YearMonth monthOf(Instant moment, ZoneId zone) {
        return YearMonth.from(moment.atZone(zone));
    }
}
