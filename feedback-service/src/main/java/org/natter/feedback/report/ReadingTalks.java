package org.natter.feedback.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.question.OwnQuestion.Kind;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.question.UnknownTalk;

/**
 * What somebody who gave a talk may read of it: nothing before they have said that they would like to, nothing at all after
 * no, and then what stands in the report. Until it does they may change their mind; from then on what they said stays.
 *
 * <p>Reading changes nothing.
 */
public final class ReadingTalks {

    private final Rooms rooms;
    private final Questionnaires questionnaires;
    private final SpeakerReplies replies;
    private final ReadingReports reports;

    public ReadingTalks(Rooms rooms, Questionnaires questionnaires, SpeakerReplies replies, ReadingReports reports) {
        this.rooms = rooms;
        this.questionnaires = questionnaires;
        this.replies = replies;
        this.reports = reports;
    }

    /** How far it has come with one talk. */
    public enum State {
        /** Its speaker has not said whether they would like to read it. */
        ASKING,
        /** They said no. */
        DECLINED,
        /** They would, and the report does not stand yet. */
        WAITING,
        /** They read what is told. */
        SHOWN
    }

    /** A talk for its speaker; what is told of it, and the lines written to them, only where they are shown. */
    public record Look(
            String title, State state, Instant publishesAt, EventReport.@Nullable TalkTold told, List<String> said) {
        public Look {
            said = List.copyOf(said);
        }

        @Override
        public String toString() {
            return "Look[*]";
        }
    }

    /** @throws UnknownTalk if the event has no such talk that took place */
    public Look look(EventId event, QuestionId talk) {
        var gathering =
                rooms.gathering(event).filter(found -> !found.calledOff()).orElseThrow(UnknownTalk::new);
        var title = questionnaires
                .of(event)
                .find(talk, asked -> asked.kind() == Kind.TALK)
                .orElseThrow(UnknownTalk::new)
                .words();
        var wants = replies.find(talk);
        if (wants.isEmpty() || !wants.get()) {
            return nothing(title, wants.isEmpty() ? State.ASKING : State.DECLINED, gathering);
        }
        return reports.talk(event, talk)
                .map(told -> new Look(title, State.SHOWN, gathering.deadlines().reportsAt(), told.told(), told.said()))
                .orElseGet(() -> nothing(title, State.WAITING, gathering));
    }

    /**
     * "Yes, show me", or "No, thank you": the last word before the report is due, or else the first one.
     *
     * @throws UnknownTalk as {@link #look}
     */
    public void reply(EventId event, QuestionId talk, boolean wants, Instant now) {
        if (now.isBefore(look(event, talk).publishesAt())) {
            replies.keep(talk, wants);
        } else {
            replies.keepFirst(talk, wants);
        }
    }

    private static Look nothing(String title, State state, Gathering gathering) {
        return new Look(title, state, gathering.deadlines().reportsAt(), null, List.of());
    }
}
