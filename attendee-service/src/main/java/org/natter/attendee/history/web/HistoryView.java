package org.natter.attendee.history.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.History;
import org.natter.attendee.history.Notebook;
import org.natter.attendee.history.Room;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * A history as its owner's page shows it, its figures in sentences.
 *
 * @param events newest first
 * @param people by the latest meeting, newest first
 * @param outcomes newest first
 * @param headline one sentence from the newest outcome or from what there is; absent without any event, and where each was called off and
 *     nobody is noted
 * @param headlineWords the owner's own words for that outcome, where they are too long for a sentence
 * @param facts plain facts over everything so far, each with what it rests on
 * @param anyGood whether that is any good: against the owner's own earlier evenings, never against anybody
 * @param chatting whether chatting counts, by the owner's own outcomes
 * @param circles absent under five people, or where hardly anybody shares their ties
 */
record HistoryView(
        List<EveningView> events,
        List<History.Acquaintance> people,
        TotalsView totals,
        List<History.Outcome> outcomes,
        @Nullable String headline,
        @Nullable String headlineWords,
        List<HistoryWords.Fact> facts,
        List<String> anyGood,
        List<String> chatting,
        @Nullable String circles) {

    static HistoryView of(History history, HistoryWords words, Instant now) {
        return new HistoryView(
                history.events().stream()
                        .filter(evening -> !evening.isHoped(now))
                        .map(evening -> EveningView.of(evening, words, now))
                        .toList(),
                history.people(),
                new TotalsView(
                        words.totals(history.totals()).orElse(null),
                        words.chats(history.chats()).orElse(null)),
                history.outcomes(),
                words.headline(history, now).orElse(null),
                words.headlineWords(history).orElse(null),
                words.facts(history),
                words.anyGood(history.soFar()),
                words.chatting(history),
                words.circles(history.soFar()).orElse(null));
    }

    @Override
    public String toString() {
        return "HistoryView[…]";
    }

    /** How far it went with all of them, and what began as just a chat; absent where nothing is to be said. */
    record TotalsView(@Nullable String sentence, @Nullable String chatSentence) {}

    /**
     * One event.
     *
     * @param title and when and where it was; absent as long as we have not heard of it
     * @param others people spoken to whose names were missed
     * @param sentences what may be said of the figures, in reading order
     * @param privateWords what only the owner sees; empty if nothing
     * @param introductions names from the first introducer to the last one introduced
     * @param form absent as long as the owner was not asked, once the form is closed, and where it was called off
     * @param elsewhere whether it was no event of ours but a meeting added by hand
     * @param noted whether they are noted as there, or it is a meeting from elsewhere
     * @param calledOff whether it never took place; it is here for what its owner wrote alone
     * @param phase absent as long as we have not heard of it
     */
    record EveningView(
            EventId event,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            boolean answered,
            List<History.Met> people,
            int others,
            List<String> sentences,
            String privateWords,
            List<List<String>> introductions,
            @Nullable OpenForm form,
            Notebook.@Nullable Aim aim,
            boolean elsewhere,
            boolean noted,
            boolean calledOff,
            History.@Nullable Phase phase) {

        private static EveningView of(History.Evening evening, HistoryWords words, Instant now) {
            var facts = evening.facts();
            return new EveningView(
                    evening.event(),
                    facts.map(Room.Facts::title).orElse(null),
                    facts.map(Room.Facts::startsAt).orElse(null),
                    facts.map(Room.Facts::endsAt).orElse(null),
                    facts.map(Room.Facts::zone).orElse(null),
                    facts.map(Room.Facts::venueName).orElse(null),
                    evening.answeredAt().isPresent(),
                    evening.people(),
                    evening.others(),
                    evening.measures().map(words::history).orElse(List.of()),
                    evening.privateWords(),
                    evening.introductions(),
                    evening.invited()
                            .filter(invited -> now.isBefore(invited.validUntil()) && !evening.wasCalledOff())
                            .map(invited -> new OpenForm(invited.attendance(), invited.generation()))
                            .orElse(null),
                    evening.aim().orElse(null),
                    evening.elsewhere(),
                    evening.present(),
                    evening.wasCalledOff(),
                    evening.phaseAt(now).orElse(null));
        }

        @Override
        public String toString() {
            return "EveningView[" + event + "]";
        }
    }

    /** The owner's own form, by what its link stands for. */
    record OpenForm(AttendanceId attendance, int generation) {}
}
