package org.natter.attendee.history.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.History;
import org.natter.attendee.history.Room;
import org.natter.attendee.person.EventId;

/**
 * A history as its owner's page shows it, its figures in sentences.
 *
 * @param events newest first
 * @param people by the latest meeting, newest first
 * @param outcomes newest first
 */
record HistoryView(
        List<EveningView> events,
        List<History.Acquaintance> people,
        TotalsView totals,
        List<History.Outcome> outcomes) {

    static HistoryView of(History history, HistoryWords words) {
        return new HistoryView(
                history.events().stream()
                        .map(evening -> EveningView.of(evening, words))
                        .toList(),
                history.people(),
                new TotalsView(
                        words.totals(history.totals()).orElse(null),
                        words.chats(history.chats()).orElse(null)),
                history.outcomes());
    }

    /** How far it went with all of them, and what began as just a chat; absent where nothing is to be said. */
    record TotalsView(@Nullable String sentence, @Nullable String chatSentence) {}

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
            List<History.Met> people,
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
                    evening.people(),
                    evening.others(),
                    evening.measures().map(words::history).orElse(List.of()));
        }
    }
}
