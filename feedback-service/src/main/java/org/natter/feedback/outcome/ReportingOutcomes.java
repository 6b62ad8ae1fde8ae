package org.natter.feedback.outcome;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Admission;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.NamingPeople;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Gathering;

/**
 * Takes what came of it, or "not yet", and takes it back.
 *
 * <p>Reporting the same id twice reports once; either reply answers the newest follow-up.
 */
public final class ReportingOutcomes {

    private final Admission admission;
    private final NamingPeople naming;
    private final Outcomes outcomes;
    private final FollowUps followUps;

    public ReportingOutcomes(Admission admission, NamingPeople naming, Outcomes outcomes, FollowUps followUps) {
        this.admission = admission;
        this.naming = naming;
        this.outcomes = outcomes;
        this.followUps = followUps;
    }

    /** What somebody reports: what, in which direction, in which month, thanks to whom. */
    public record Report(
            OutcomeId id, Outcome.Kind kind, Outcome.Direction direction, YearMonth month, List<Credit> credited) {}

    /**
     * Keeps what came of it, while the form or a follow-up is open.
     *
     * @throws UnknownLink if this attendance was not invited or the generation is an old one
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if neither the form nor a follow-up is open
     * @throws UnfitForm if the month or somebody credited cannot be right
     * @throws IdReused if the id belongs to another outcome
     */
    public Outcome report(AttendanceId writer, int generation, Report report, Instant now) {
        var admitted = admission.toTellWhatCameOfIt(writer, generation, now);
        requirePossible(report.month(), admitted.gathering(), now);
        var credited = report.credited().stream()
                .flatMap(credit -> credit.attendance().stream())
                .collect(Collectors.toSet());
        naming.require("credited", writer, admitted.event(), credited);
        var wanted = new Outcome(
                report.id(),
                writer,
                admitted.event(),
                now,
                report.kind(),
                report.direction(),
                report.month(),
                report.credited(),
                null);
        var stored = outcomes.report(wanted);
        if (!stored.saysTheSameAs(wanted)) {
            throw new IdReused();
        }
        followUps.change(writer, followUp -> followUp.reply(now));
        return stored;
    }

    /**
     * Takes back what its writer reported, also after the form and every follow-up have closed. Twice is once.
     *
     * @throws UnknownLink if this attendance was not invited, the generation is an old one, or this is no outcome of theirs
     */
    public void withdraw(AttendanceId writer, int generation, OutcomeId outcome, Instant now) {
        admission.admit(writer, generation);
        outcomes.change(outcome, reported -> reported.withdraw(writer, now))
                .filter(theirs -> theirs.writer().equals(writer))
                .orElseThrow(UnknownLink::new);
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

    private static void requirePossible(YearMonth month, Gathering gathering, Instant now) {
        if (month.isAfter(monthOf(now, gathering.zone()))) {
            throw new UnfitForm("month", UnfitForm.Rule.NOT_TO_COME);
        }
        if (month.isBefore(monthOf(gathering.endsAt(), gathering.zone()))) {
            throw new UnfitForm("month", UnfitForm.Rule.SINCE_THE_EVENT);
        }
    }

    private static YearMonth monthOf(Instant moment, ZoneId zone) {
        return YearMonth.from(moment.atZone(zone));
    }
}
