package org.natter.feedback.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.natter.feedback.invitation.Duty;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.WhoCounts;

/**
 * Publishes the report of an event on day 21, once.
 *
 * <p>Waits while the evidence is not whole ({@link WholeEvidence}): a report is never taken of half an evening. It
 * counts those who were counted while answers came ({@link WhoCounts}). For what is
 * counted across events it waits a day, and then does without.
 */
public final class PublishingReports implements Duty {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final EventEvidence told;
    private final WholeEvidence whole;
    private final WhoCounts counted;
    private final TakingOwnQuestions own;
    private final Reports reports;

    public PublishingReports(
            EventEvidence told, WholeEvidence whole, WhoCounts counted, TakingOwnQuestions own, Reports reports) {
        this.told = told;
        this.whole = whole;
        this.counted = counted;
        this.own = own;
        this.reports = reports;
    }

    @Override
    public Optional<Instant> perform(Room room, Gathering gathering, Instant now) {
        var reportsAt = gathering.deadlines().reportsAt();
        if (now.isBefore(reportsAt)) {
            return Optional.of(reportsAt);
        }
        if (reports.find(room.event()).isPresent()) {
            return Optional.empty();
        }
        var evidence = told.of(room.event());
        if (!whole.is(evidence, room)) {
            return Optional.of(now.plus(A_MOMENT));
        }
        if (evidence.counts() == null && now.isBefore(reportsAt.plus(A_DAY))) {
            return Optional.of(now.plus(SOON));
        }
        var settled = counted(evidence, room);
        reports.publish(
                TakingReports.of(settled, own.of(room.event(), settled.answers().keySet()), now));
        return Optional.empty();
    }

    /** An answer that is left out is nobody's in the figures, but says that its writer was there all the same. */
    private Evidence counted(Evidence evidence, Room room) {
        return evidence.withAbsences(counted.saidToStayAway(room))
                .withoutReasonsOfWhoAnswered()
                .withoutAnswersOf(counted.leftOut(room));
    }
}
