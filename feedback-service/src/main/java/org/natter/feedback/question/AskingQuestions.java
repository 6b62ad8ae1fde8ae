package org.natter.feedback.question;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.UnknownEvent;

/**
 * Keeps what organisers ask besides. Until the first invitation is due they may ask what they like; from then on a question
 * stands or is withdrawn, since an answer has to be to what was asked; once the report is settled nothing changes.
 *
 * <p>Keeping the same questions again changes nothing, whatever was read before.
 */
public final class AskingQuestions {

    private final Rooms rooms;
    private final Questionnaires questionnaires;

    public AskingQuestions(Rooms rooms, Questionnaires questionnaires) {
        this.rooms = rooms;
        this.questionnaires = questionnaires;
    }

    /** What may still be done with an event's questions. */
    public enum Standing {
        /** Anything: nobody has been asked. */
        OPEN,
        /** They may be withdrawn. */
        STAND,
        /** Nothing any more: the report is due, or the event was called off. */
        SETTLED
    }

    /** An event's questions, what may be done with them, and when its form opens. */
    public record Asked(Questionnaire questionnaire, Standing standing, Instant opensAt) {}

    /** @throws UnknownEvent if it was never told, or lies in a region that is not the organiser's */
    public Asked read(EventId event, Predicate<RegionId> runs, Instant now) {
        return asked(questionnaires.of(event), gathering(event, runs), now);
    }

    /**
     * Asks these questions, in this order, and names these talks in the place of those of the version that was read. Talks may be
     * named until the report is settled: one that took place is asked about from then on.
     *
     * @throws UnknownEvent as {@link #read}
     * @throws ChangedMeanwhile if somebody has asked others since
     * @throws QuestionsStand if one of them is new and the form has opened, or nothing can be changed any more
     */
    public Asked ask(
            EventId event,
            List<OwnQuestion> wanted,
            List<Talk> talks,
            int readVersion,
            Predicate<RegionId> runs,
            Instant now) {
        var gathering = gathering(event, runs);
        var before = questionnaires.of(event);
        var next = before.asking(wanted, talks);
        if (next.equals(before)) {
            return asked(before, gathering, now);
        }
        if (before.version() != readVersion) {
            throw new ChangedMeanwhile();
        }
        var standing = standing(gathering, now);
        if (standing == Standing.SETTLED || standing == Standing.STAND && !before.holds(wanted)) {
            throw new QuestionsStand();
        }
        if (!questionnaires.replace(next)) {
            throw new ChangedMeanwhile();
        }
        return asked(next, gathering, now);
    }

    private Gathering gathering(EventId event, Predicate<RegionId> runs) {
        return rooms.gathering(event).filter(found -> runs.test(found.region())).orElseThrow(UnknownEvent::new);
    }

    private static Asked asked(Questionnaire questionnaire, Gathering gathering, Instant now) {
        return new Asked(
                questionnaire, standing(gathering, now), gathering.deadlines().asksAt());
    }

    private static Standing standing(Gathering gathering, Instant now) {
        var deadlines = gathering.deadlines();
        if (gathering.calledOff() || !now.isBefore(deadlines.reportsAt())) {
            return Standing.SETTLED;
        }
        return now.isBefore(deadlines.asksAt()) ? Standing.OPEN : Standing.STAND;
    }
}
