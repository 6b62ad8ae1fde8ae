package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/**
 * One person's history as they alone read it: by event, by person met, and what came of it.
 *
 * <p>Only the owner's own reports are in it; somebody else's shows at most as "you both said so" beside one of them.
 *
 * @param events newest first
 * @param people by the latest meeting, newest first
 * @param outcomes newest first
 */
public record History(
        List<Evening> events,
        List<Acquaintance> people,
        HowFar.Totals totals,
        ChatsThatCounted chats,
        List<WhatCameOfIt> outcomes) {

    public History {
        events = List.copyOf(events);
        people = List.copyOf(people);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One event.
     *
     * @param answered whether the owner answered about it
     * @param people in the order of the answer
     * @param others people spoken to whose names were missed
     * @param measures absent without an answer
     */
    public record Evening(
            EventId event,
            AttendanceId attendance,
            Optional<Room.Facts> facts,
            boolean answered,
            List<Met> people,
            int others,
            Optional<Measures> measures) {

        public Evening {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody met at one event.
     *
     * @param who stands for them at this event
     * @param firstMetAs stands for them among {@link History#people}: who they were at the first meeting
     * @param name as it is known now; a label's own words; "Someone you met" if erased
     * @param sector as at that event
     * @param introducedByName absent unless a person did
     * @param meetings at how many events the owner met them, this one included
     */
    public record Met(
            Who who,
            Who firstMetAs,
            String name,
            Sector sector,
            Known before,
            Talk talk,
            Again again,
            Introduction.By introduced,
            @Nullable String introducedByName,
            SaidBy saidBy,
            int meetings,
            int stage,
            String stageWord) {

        @Override
        public String toString() {
            return "Met[" + who.id() + "]";
        }
    }

    /** Whether the owner knew them before: their own word, or an earlier meeting of their own. */
    public enum Known {
        NEW,
        KNOWN,
        /** The owner was not sure; counts as new. */
        UNSURE
    }

    /** Who said that the two talked. What only the other one said is never here. */
    public enum SaidBy {
        ME,
        BOTH
    }

    /** The figures of one event with the sentences that may be said of them, in reading order. */
    public record Measures(
            int inTheRoom,
            int knownThere,
            SpokenTo spokenTo,
            NewFaces newFaces,
            SectorMix sectorMix,
            Kinds kinds,
            Optional<KnowAgain> knowAgain,
            List<String> sentences) {

        public Measures {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * Somebody met at one or more events.
     *
     * @param who as at the first meeting, so it stays the same
     * @param confirmed whether both said so, at any of the events
     * @param events oldest first
     */
    public record Acquaintance(
            Who who,
            String name,
            @Nullable Instant firstMet,
            @Nullable Instant lastMet,
            int meetings,
            int stage,
            String stageWord,
            boolean confirmed,
            List<EventId> events) {

        public Acquaintance {
            events = List.copyOf(events);
        }

        @Override
        public String toString() {
            return "Acquaintance[" + who.id() + "]";
        }
    }

    /** @param beganAsChat whether its first link was just a chat, or something overheard */
    public record WhatCameOfIt(
            String outcome,
            EventId event,
            @Nullable String eventTitle,
            Kind kind,
            Direction direction,
            int year,
            int month,
            List<Thanks> credited,
            boolean overheard,
            boolean beganAsChat) {

        public WhatCameOfIt {
            credited = List.copyOf(credited);
        }
    }

    /** Somebody an outcome is owed to. */
    public record Thanks(Who who, String name) {

        @Override
        public String toString() {
            return "Thanks[" + who.id() + "]";
        }
    }
}
