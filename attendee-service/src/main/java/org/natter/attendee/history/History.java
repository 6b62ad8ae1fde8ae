package org.natter.attendee.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/**
 * One person's history as they alone read it: by event, by person met, and what came of it. Figures and names of things; how
 * they are said is another's matter.
 *
 * <p>Only the owner's own reports are in it; somebody else's shows at most as "you both said so" beside one of them. A name is
 * the one known now, or a label's own words.
 *
 * @param events newest first
 * @param people by the latest meeting, newest first
 * @param outcomes newest first
 */
public record History(
        List<Evening> events,
        List<Acquaintance> people,
        Stage.Totals totals,
        ChatsThatCounted chats,
        List<Outcome> outcomes) {

    public History {
        events = List.copyOf(events);
        people = List.copyOf(people);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One event.
     *
     * @param answeredAt when the owner's answer about it last changed; absent without one
     * @param people in the order of the answer
     * @param others people spoken to whose names were missed
     * @param measures absent without an answer
     */
    public record Evening(
            EventId event,
            AttendanceId attendance,
            Optional<Room.Facts> facts,
            Optional<Instant> answeredAt,
            List<Met> people,
            int others,
            Optional<EveningMeasures> measures) {

        public Evening {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody met at one event.
     *
     * @param person the id under which they stand among {@link History#people}
     * @param sector as at that event
     * @param introducedByName absent unless a person did
     * @param bothSaidSo whether the other one said so, too
     */
    public record Met(
            String person,
            String name,
            Sector sector,
            NewOrKnown before,
            Talk talk,
            Again again,
            @Nullable String introducedByName,
            boolean bothSaidSo) {

        @Override
        public String toString() {
            return "Met[" + person + "]";
        }
    }

    /** Whether the owner knew somebody before: by their own word, or by an earlier meeting of their own. */
    public enum NewOrKnown {
        NEW,
        KNOWN
    }

    /**
     * Somebody met at one or more events.
     *
     * @param person the attendance or label of the first meeting, so it stays the same
     * @param firstMet absent if we never heard of that event
     * @param meetings at how many events
     * @param bothSaidSo at any of the events
     * @param events oldest first
     */
    public record Acquaintance(
            String person,
            String name,
            @Nullable Moment firstMet,
            @Nullable Moment lastMet,
            int meetings,
            Stage stage,
            boolean bothSaidSo,
            List<EventId> events) {

        public Acquaintance {
            events = List.copyOf(events);
        }

        @Override
        public String toString() {
            return "Acquaintance[" + person + "]";
        }
    }

    /** When something was, and by which clock people there read it. */
    public record Moment(Instant at, ZoneId zone) {}

    /**
     * One thing that came of it.
     *
     * @param beganAsChat whether its first link was just a chat, or something overheard
     * @param people names of those it is owed to
     */
    public record Outcome(
            Kind kind, Direction direction, int year, int month, boolean beganAsChat, List<String> people) {

        public Outcome {
            people = List.copyOf(people);
        }

        @Override
        public String toString() {
            return "Outcome[" + kind + "]";
        }
    }
}
