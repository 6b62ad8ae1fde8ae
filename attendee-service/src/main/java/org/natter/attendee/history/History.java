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
        List<Outcome> outcomes,
        SoFar soFar) {

    public History {
        events = List.copyOf(events);
        people = List.copyOf(people);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One event, or a meeting from elsewhere.
     *
     * @param event for a meeting from elsewhere the id it was added under
     * @param answeredAt when the owner's answer about it last changed; absent without one
     * @param people in the order of the answer, then those added by hand
     * @param others people spoken to whose names were missed
     * @param measures absent without an answer, and for what was called off
     * @param privateWords what only the owner sees; empty if nothing
     * @param introductions who led to whom, each from the first introducer to the last one introduced, four at most
     * @param invited how to answer still; absent without an invitation
     * @param aim what the owner set themselves; absent without one
     * @param present whether they are noted as there, or it is a meeting from elsewhere
     */
    public record Evening(
            EventId event,
            AttendanceId attendance,
            Optional<Room.Facts> facts,
            Optional<Instant> answeredAt,
            List<Met> people,
            int others,
            Optional<EveningMeasures> measures,
            String privateWords,
            List<List<String>> introductions,
            Optional<InvitedToAnswer> invited,
            Optional<Notebook.Aim> aim,
            boolean elsewhere,
            boolean present) {

        public Evening {
            people = List.copyOf(people);
            introductions = List.copyOf(introductions);
        }

        /** Whether there is nothing of it but what its owner wrote ahead of it: not noted as there, and not over. */
        public boolean isHoped(Instant now) {
            return !present
                    && people.isEmpty()
                    && answeredAt.isEmpty()
                    && phaseAt(now).isEmpty();
        }

        /** Whether it never took place, whoever was checked in before that was said. */
        public boolean wasCalledOff() {
            return facts.filter(Room.Facts::wasCalledOff).isPresent();
        }

        /**
         * Empty as long as we have not heard when it is, and until it is over for whoever is not noted as there; a meeting
         * from elsewhere has been.
         */
        public Optional<Phase> phaseAt(Instant now) {
            return facts.map(known -> elsewhere || !now.isBefore(known.endsAt())
                            ? Phase.OVER
                            : now.isBefore(known.startsAt()) ? Phase.AHEAD : Phase.ON)
                    .filter(phase -> present || phase == Phase.OVER);
        }

        @Override
        public String toString() {
            return "Evening[" + event + "]";
        }
    }

    /** Whether something is still to come, goes on, or has been. */
    public enum Phase {
        AHEAD,
        ON,
        OVER
    }

    /**
     * Somebody met at one event.
     *
     * @param person the id under which they stand among {@link History#people}
     * @param sector as at that event
     * @param introducedByName absent unless a person did
     * @param introducedBy that person among {@link History#people}; absent if they are not there
     * @param bothSaidSo whether the other one said so, too
     * @param added how the owner added them by hand; absent if they stand here by an answer alone
     */
    public record Met(
            String person,
            String name,
            Sector sector,
            NewOrKnown before,
            Talk talk,
            Again again,
            @Nullable String introducedByName,
            @Nullable String introducedBy,
            boolean bothSaidSo,
            @Nullable ByHand added) {

        @Override
        public String toString() {
            return "Met[" + person + "]";
        }
    }

    /**
     * A meeting that was added by hand, and can be taken back.
     *
     * @param meeting the id it was added under
     * @param last whether they were met nowhere else: then all that was noted of them goes with it
     */
    public record ByHand(String meeting, boolean last) {}

    /** Whether the owner knew somebody before: by their own word, or by an earlier meeting of their own. */
    public enum NewOrKnown {
        NEW,
        KNOWN
    }

    /**
     * Somebody met at one or more events.
     *
     * @param person the attendance or label of the first meeting; another one once an earlier meeting is added or they are
     *     somebody else
     * @param ids all attendances and labels under which they stand here, oldest first: whoever has one of them finds them
     * @param really the one of these that they are by the owner's word, which becomes somebody else with all the others
     * @param firstMet absent if we never heard of that event
     * @param meetings at how many events
     * @param knewBefore whether the owner knew them before the first meeting noted here
     * @param bothSaidSo at any of the events
     * @param labelled whether they stand here in the owner's own words
     * @param note the owner's own; empty if none
     * @param events oldest first
     */
    public record Acquaintance(
            String person,
            List<String> ids,
            String really,
            String name,
            @Nullable Moment firstMet,
            @Nullable Moment lastMet,
            int meetings,
            boolean knewBefore,
            Stage stage,
            boolean metAgain,
            boolean keptInTouch,
            boolean bothSaidSo,
            boolean labelled,
            String note,
            List<EventId> events) {

        public Acquaintance {
            ids = List.copyOf(ids);
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
     * @param event to which it belongs; absent for one told by hand of nobody met
     * @param beganAsChat whether its first link was just a chat, or something overheard
     * @param overheard whether its first link was something overheard
     * @param people names of those it is owed to
     * @param persons those of them who stand among {@link History#people}
     * @param words the owner's own; empty if none
     * @param told how it was told with the answers about its event; absent for one of the notebook
     */
    public record Outcome(
            String outcome,
            @Nullable EventId event,
            Kind kind,
            Direction direction,
            int year,
            int month,
            boolean beganAsChat,
            boolean overheard,
            List<String> people,
            List<String> persons,
            String words,
            @Nullable Telling told) {

        public Outcome {
            people = List.copyOf(people);
            persons = List.copyOf(persons);
        }

        @Override
        public String toString() {
            return "Outcome[" + kind + "]";
        }
    }

    /** By whose form something was told: whoever has it may take it back. */
    public record Telling(AttendanceId attendance, int generation) {}

    /**
     * Everything so far, over all that the owner told; never compared with anybody.
     *
     * @param answered at how many events the owner said whom they met, or that it was nobody; meetings from elsewhere are none,
     *     and so is what was called off
     * @param people named people
     * @param newPeople of them, those not known before the first meeting
     * @param unnamed people whose names were missed
     * @param knowAgain of the named people, by the last word about each
     * @param variety over named people with a known sector
     * @param came received and given
     * @param circles over the named people
     * @param sharers how many of them share their ties for circles
     * @param familiar the trend of time with familiar faces; absent under three answers
     * @param company new people when they came alone, and when with colleagues; absent under three events either way
     * @param yardstick the newest told event beside the owner's own earlier ones; absent under three told
     */
    public record SoFar(
            int answered,
            int people,
            int newPeople,
            int unnamed,
            KnowAgain knowAgain,
            SectorVariety variety,
            WhatCameOfIt came,
            Circles circles,
            int sharers,
            Optional<FamiliarFaces> familiar,
            Optional<Company> company,
            Optional<Yardstick> yardstick) {}

    /** New people at the newest event, and the median of the earlier ones. */
    public record Yardstick(int latest, double median, int earlier) {}
}
