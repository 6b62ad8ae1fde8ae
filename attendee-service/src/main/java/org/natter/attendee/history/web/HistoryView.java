package org.natter.attendee.history.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.History;
import org.natter.attendee.history.History.Moment;
import org.natter.attendee.history.HowFar;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.Room;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/**
 * A history as its owner's page shows it: names, times and sentences.
 *
 * @param events newest first
 * @param people by the latest meeting, newest first
 * @param outcomes newest first
 */
record HistoryView(List<EveningView> events, List<PersonView> people, TotalsView totals, List<OutcomeView> outcomes) {

    static HistoryView of(History history, HistoryWords words) {
        return new HistoryView(
                history.events().stream()
                        .map(evening -> EveningView.of(evening, words))
                        .toList(),
                history.people().stream()
                        .map(person -> PersonView.of(person, words))
                        .toList(),
                new TotalsView(
                        words.totals(history.totals()).orElse(null),
                        words.chats(history.chats()).orElse(null)),
                history.outcomes().stream()
                        .map(outcome -> OutcomeView.of(outcome, words))
                        .toList());
    }

    /**
     * One event.
     *
     * @param title and when and where it was; absent as long as we have not heard of it
     * @param others people spoken to whose names were missed
     * @param sentences what may be said of the figures, in reading order
     */
    record EveningView(
            EventId event,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            boolean answered,
            List<MetView> people,
            int others,
            List<String> sentences) {

        private static EveningView of(History.Evening evening, HistoryWords words) {
            var facts = evening.facts();
            return new EveningView(
                    evening.event(),
                    facts.map(Room.Facts::title).orElse(null),
                    facts.map(Room.Facts::startsAt).orElse(null),
                    facts.map(Room.Facts::zone).orElse(null),
                    facts.map(Room.Facts::venueName).orElse(null),
                    evening.answeredAt().isPresent(),
                    evening.people().stream().map(met -> MetView.of(met, words)).toList(),
                    evening.others(),
                    evening.measures().map(words::history).orElse(List.of()));
        }
    }

    /**
     * Somebody met at one event.
     *
     * @param person whom of the history's people it is
     * @param introducedByName absent unless a person introduced them
     */
    record MetView(
            String person,
            String name,
            Sector sector,
            Before before,
            Talk talk,
            Again again,
            @Nullable String introducedByName,
            boolean bothSaidSo) {

        private static MetView of(History.Met met, HistoryWords words) {
            return new MetView(
                    met.person(),
                    words.name(met.name()),
                    met.sector(),
                    met.known() ? Before.KNOWN : Before.NEW,
                    met.talk(),
                    met.again(),
                    met.introducedBy().map(by -> words.name(by.name())).orElse(null),
                    met.bothSaidSo());
        }

        @Override
        public String toString() {
            return "MetView[" + person + "]";
        }
    }

    /** Whether the owner knew somebody before. */
    enum Before {
        NEW,
        KNOWN
    }

    /**
     * Somebody met.
     *
     * @param person who they were at the first meeting: an attendance or a label of the owner's
     * @param firstMet absent as long as we have not heard of that event
     * @param events oldest first
     */
    record PersonView(
            String person,
            String name,
            @Nullable Moment firstMet,
            @Nullable Moment lastMet,
            int meetings,
            HowFar stage,
            boolean bothSaidSo,
            List<EventId> events) {

        private static PersonView of(History.Acquaintance met, HistoryWords words) {
            return new PersonView(
                    met.person(),
                    words.name(met.name()),
                    met.firstMet().orElse(null),
                    met.lastMet().orElse(null),
                    met.events().size(),
                    met.stage(),
                    met.bothSaidSo(),
                    met.events());
        }

        @Override
        public String toString() {
            return "PersonView[" + person + "]";
        }
    }

    /** How far it went with all of them, and what began as just a chat; absent where nothing is to be said. */
    record TotalsView(@Nullable String sentence, @Nullable String chatSentence) {}

    /** What came of it: to whom it is owed, and the month. */
    record OutcomeView(Kind kind, Direction direction, int year, int month, boolean beganAsChat, List<String> people) {

        private static OutcomeView of(History.WhatCameOfIt outcome, HistoryWords words) {
            return new OutcomeView(
                    outcome.kind(),
                    outcome.direction(),
                    outcome.year(),
                    outcome.month(),
                    outcome.beganAsChat(),
                    outcome.people().stream().map(words::name).toList());
        }

        @Override
        public String toString() {
            return "OutcomeView[" + kind + "]";
        }
    }
}
