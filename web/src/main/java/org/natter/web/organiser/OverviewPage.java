package org.natter.web.organiser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventId;
import org.natter.web.services.LastOffer;

/**
 * What an organiser sees first: the next event, what needs somebody, the last event, and the season as bars.
 *
 * @param on whether the next event has begun
 * @param onToo the others that are on at the same time
 * @param lastDay when that was; empty before there was one
 * @param answering how many have answered about the last event; absent while nobody can say
 * @param season up to twelve past events, the oldest first
 */
public record OverviewPage(
        @Nullable EventCard next,
        boolean on,
        List<EventCard> onToo,
        List<ToDo> todo,
        @Nullable EventCard last,
        String lastDay,
        @Nullable Answering answering,
        List<EventCard> season,
        boolean empty) {

    /** Of so many of the last events feedback-service is asked how far they are. */
    private static final int LATELY = 6;

    private static final int SEASON = 12;
    private static final Comparator<EventCard> BY_START =
            Comparator.comparing(card -> card.event().startsAtInstant());

    /**
     * All is asked before the first answer is awaited.
     *
     * @param free how many places of these events are free and kept for nobody, as the door has it; none of an event it does not know
     * @param listed the same events in the same order with what is known of their lists
     */
    static OverviewPage of(
            List<EventCard> all,
            int bounced,
            Function<EventCard, Supplier<AfterAnEvent>> told,
            Function<List<EventId>, Supplier<Map<EventId, Integer>>> free,
            Function<List<EventCard>, Supplier<List<EventCard>>> listed,
            Instant now) {
        var coming = all.stream()
                .filter(card -> card.published() && !card.over(now))
                .sorted(BY_START)
                .toList();
        var past = all.stream()
                .filter(card -> card.over(now) && !card.draft() && !card.calledOff())
                .sorted(BY_START.reversed())
                .toList();
        var askedFree = askedFree(coming, free);
        var askedListed = listed.apply(past.subList(0, Math.min(SEASON, past.size())));
        var lately = lately(past, told);
        var latest = askedListed.get();
        var season = new ArrayList<>(latest);
        season.sort(BY_START);
        return new OverviewPage(
                coming.isEmpty() ? null : coming.get(0),
                !coming.isEmpty() && coming.get(0).begun(now),
                coming.stream().skip(1).filter(card -> card.begun(now)).toList(),
                todo(all, coming, lately, askedFree.get(), bounced, now),
                past.isEmpty() ? null : latest.get(0),
                past.isEmpty() ? "" : past.get(0).day(now),
                past.isEmpty()
                        ? null
                        : Optional.ofNullable(lately.get(past.get(0)))
                                .map(AfterAnEvent::report)
                                .map(report ->
                                        Answering.of(report, past.get(0).event().zone(), now))
                                .orElse(null),
                season,
                all.isEmpty());
    }

    /** The places of the events that could offer some. */
    private static Supplier<Map<EventId, Integer>> askedFree(
            List<EventCard> coming, Function<List<EventId>, Supplier<Map<EventId, Integer>>> free) {
        var asked = coming.stream()
                .filter(card -> card.numbers().toOffer() > 0)
                .map(card -> card.event().event())
                .toList();
        return asked.isEmpty() ? Map::of : free.apply(asked);
    }

    /** What is told of the last events, the latest first; all are asked about before the first answer is awaited. */
    private static Map<EventCard, AfterAnEvent> lately(
            List<EventCard> past, Function<EventCard, Supplier<AfterAnEvent>> told) {
        var asked = new LinkedHashMap<EventCard, Supplier<AfterAnEvent>>();
        past.stream().limit(LATELY).forEach(card -> asked.put(card, told.apply(card)));
        var answered = new LinkedHashMap<EventCard, AfterAnEvent>();
        asked.forEach((card, answer) -> answered.put(card, answer.get()));
        return answered;
    }

    private static List<ToDo> todo(
            List<EventCard> all,
            List<EventCard> coming,
            Map<EventCard, AfterAnEvent> lately,
            Map<EventId, Integer> free,
            int bounced,
            Instant now) {
        var todo = new ArrayList<ToDo>();
        for (var card : coming) {
            var seen = card.numbers().toOffer();
            var offers = Math.min(seen, free.getOrDefault(card.event().event(), seen));
            var late = LastOffer.isOver(card.event().startsAtInstant(), now);
            var begun = !now.isBefore(card.event().startsAtInstant());
            if (offers > 0 && !(begun && card.online())) { // nobody waits at a door that is none
                todo.add(new ToDo(
                        "overview.todo." + (begun ? "door" : late && !card.online() ? "left" : "offer"),
                        offers,
                        card.event().title(),
                        "",
                        0,
                        path(card) + (begun ? "/check-in" : "/waiting")));
            }
        }
        lately.forEach((card, after) ->
                todo.addAll(after.todo(card, SpokenTime.in(card.event().zone()), now)));
        all.stream()
                .filter(EventCard::draft)
                .map(card -> new ToDo(
                        card.over(now) ? "overview.todo.draft-past" : "overview.todo.draft",
                        0,
                        card.event().title(),
                        card.day(now),
                        0,
                        path(card)))
                .forEach(todo::add);
        if (bounced > 0) {
            todo.add(new ToDo("overview.todo.bounced", bounced, "", "", 0, "/organise/outbox?show=TO_DO"));
        }
        return todo;
    }

    /** The next event and, once it is on, whatever else is on. */
    public List<EventCard> nextOnes() {
        return next == null
                ? List.of()
                : Stream.concat(Stream.of(next), onToo.stream()).toList();
    }

    /** How many of those who booked for the season's events were not checked in, where the whole list was kept at the door. */
    public @Nullable Missing missing() {
        var kept = season.stream()
                .map(EventCard::numbers)
                .filter(numbers -> numbers.here() > 0 && !numbers.few())
                .toList();
        var booked = kept.stream().mapToInt(EventCounts::booked).sum();
        var people = kept.stream().mapToInt(EventCounts::missing).sum();
        return booked == 0
                ? null
                : new Missing(
                        "overview.season.missing" + (booked == 1 ? ".one-booked" : season.size() == 1 ? ".one" : ""),
                        booked,
                        people,
                        Math.round(100f * people / booked),
                        (int) season.stream()
                                .map(EventCard::numbers)
                                .filter(numbers -> numbers.here() == 0 && numbers.booked() > 0)
                                .count(),
                        (int) season.stream()
                                .filter(card -> card.numbers().few())
                                .count());
    }

    /**
     * Who booked and was not checked in, in people and in per cent.
     *
     * @param message the key of the sentence
     * @param without for how many events nobody was checked in; their bookings are not counted
     * @param incomplete for how many the list may not have been complete; nor are theirs
     */
    public record Missing(String message, int booked, int people, int percent, int without, int incomplete) {}

    static String path(EventCard card) {
        return "/organise/events/" + card.event().event();
    }

    /** One thing that needs somebody: the arguments of its sentence and where it leads. */
    public record ToDo(String message, int count, String title, String day, int of, String path) {}
}
