package org.natter.feedback.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.UnknownEvent;
import org.natter.feedback.measure.Gate;

/**
 * What an organiser may look at: before a report is published how many have answered and when it will be, then the report.
 *
 * <p>Nothing else is ever told of what was answered.
 */
public final class ReadingReports {

    private final Rooms rooms;
    private final CountingTurnout turnouts;
    private final Invitations invitations;
    private final Reports reports;
    private final Comments comments;

    public ReadingReports(
            Rooms rooms, CountingTurnout turnouts, Invitations invitations, Reports reports, Comments comments) {
        this.rooms = rooms;
        this.turnouts = turnouts;
        this.invitations = invitations;
        this.reports = reports;
        this.comments = comments;
    }

    /** How far a report has come. */
    public enum State {
        /** The event is not over yet. */
        COMING,
        /** People are asked and answer. */
        COLLECTING,
        /** The report stands. */
        PUBLISHED,
        /** The event was called off: there is nothing to tell. */
        CALLED_OFF
    }

    /** One event's report, or how far it has come; the form closes and the report is due, or was published, at these moments. */
    public record Look(
            State state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            @Nullable EventReport report) {}

    /**
     * Of those asked who were known to have come, while answers come and once the report stands: the same people.
     *
     * @throws UnknownEvent if it was never told, or lies in a region that is not the asker's
     */
    public Look look(EventId event, Predicate<RegionId> runs, Instant now) {
        var gathering = rooms.gathering(event)
                .filter(found -> runs.test(found.region()))
                .orElseThrow(UnknownEvent::new);
        var report = gathering.calledOff() ? Optional.<EventReport>empty() : reports.find(event);
        var turnout = turnouts.of(event, runs, now);
        return new Look(
                state(gathering, report),
                turnout.asked(),
                report.map(EventReport::answered).orElse(turnout.answered()),
                turnout.closesAt(),
                report.map(EventReport::at).orElse(gathering.deadlines().reportsAt()),
                report.orElse(null));
    }

    private static State state(Gathering gathering, Optional<EventReport> report) {
        if (gathering.calledOff()) {
            return State.CALLED_OFF;
        }
        if (report.isPresent()) {
            return State.PUBLISHED;
        }
        return gathering.over() ? State.COLLECTING : State.COMING;
    }

    /**
     * The words for the organisers, once the report stands, of five people and from five answers; in an order that says nothing.
     * Who has left four words is one of the five.
     */
    public List<String> comments(Look look) {
        var report = look.report();
        return report == null || writers(report, Invitation::hasLeftWords) < Gate.PEOPLE
                ? List.of()
                : comments.about(report.event(), null);
    }

    /** What was said to one of the organisers' own questions, and the few words written to it. */
    public record OwnAnswers(EventReport.Own told, List<String> said) {
        public OwnAnswers {
            said = List.copyOf(said);
        }

        @Override
        public String toString() {
            return "OwnAnswers[*]";
        }
    }

    /** What was said to the organisers' own questions, once the report stands; words as {@link #comments} come, to each question. */
    public List<OwnAnswers> own(Look look) {
        var report = look.report();
        return report == null
                ? List.of()
                : report.ownQuestions().stream()
                        .map(own -> new OwnAnswers(own, said(report, own.question())))
                        .toList();
    }

    /** What is told of a talk, and the lines written to its speaker. */
    record TalkAnswers(EventReport.TalkTold told, List<String> said) {
        TalkAnswers {
            said = List.copyOf(said);
        }
    }

    /** The same of a talk, for its speaker; empty while no report stands, or where it was not asked about. */
    Optional<TalkAnswers> talk(EventId event, QuestionId talk) {
        return reports.find(event)
                .flatMap(report -> report.talk(talk).map(told -> new TalkAnswers(told, said(report, talk))));
    }

    private List<String> said(EventReport report, QuestionId question) {
        return writers(report, invitation -> invitation.writtenTo().contains(question)) < Gate.PEOPLE
                ? List.of()
                : comments.about(report.event(), question);
    }

    /** How many people have left such words; not more than answered at all. */
    private long writers(EventReport report, Predicate<Invitation> leftWords) {
        var event = report.event();
        var writers = rooms.find(event).map(room -> invitations.findAll(room.everybody())).stream()
                .flatMap(List::stream)
                .filter(leftWords)
                .count();
        return Math.min(report.answered(), writers);
    }

    /** The years of a region that were published, newest first. */
    public List<SeasonReport> seasons(RegionId region) {
        return reports.seasons(region);
    }
}
