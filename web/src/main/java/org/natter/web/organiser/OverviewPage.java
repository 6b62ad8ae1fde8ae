package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.LastOffer;

/**
 * What an organiser sees first: the next event, what needs somebody, the last event, and the season as bars.
 *
 * @param season up to twelve past events, the oldest first
 */
public record OverviewPage(
        @Nullable EventCard next, List<ToDo> todo, @Nullable EventCard last, List<EventCard> season, boolean empty) {

    /** Of so many of the last events feedback-service is asked until when it takes answers. */
    private static final int LATELY = 2;

    private static final int SEASON = 12;
    private static final Comparator<EventCard> BY_START =
            Comparator.comparing(card -> card.event().startsAtInstant());

    static OverviewPage of(
            List<EventCard> all,
            int bounced,
            Function<EventCard, Supplier<Optional<Instant>>> answersUntil,
            ZoneId zone,
            Instant now) {
        var coming = all.stream()
                .filter(card -> card.published() && !card.over(now))
                .sorted(BY_START)
                .toList();
        var past = all.stream()
                .filter(card -> card.over(now) && !card.draft() && !card.calledOff())
                .sorted(BY_START.reversed())
                .toList();
        var season = new ArrayList<>(past.subList(0, Math.min(SEASON, past.size())));
        season.sort(BY_START);
        return new OverviewPage(
                coming.isEmpty() ? null : coming.get(0),
                todo(all, coming, past, bounced, answersUntil, zone, now),
                past.isEmpty() ? null : past.get(0),
                season,
                all.isEmpty());
    }

    private static List<ToDo> todo(
            List<EventCard> all,
            List<EventCard> coming,
            List<EventCard> past,
            int bounced,
            Function<EventCard, Supplier<Optional<Instant>>> answersUntil,
            ZoneId zone,
            Instant now) {
        var todo = new ArrayList<ToDo>();
        for (var card : coming) {
            var offers = card.numbers().toOffer();
            if (offers > 0) {
                var late = LastOffer.isOver(card.event().startsAtInstant(), now);
                todo.add(new ToDo(
                        late ? "overview.todo.door" : "overview.todo.offer",
                        offers,
                        card.event().title(),
                        "",
                        0,
                        path(card) + (late ? "/check-in" : "/waiting")));
            }
        }
        var lately = past.subList(0, Math.min(LATELY, past.size())).stream()
                .filter(card -> card.event().asked() > card.event().answered())
                .map(card -> Map.entry(card, answersUntil.apply(card)))
                .toList(); // all are asked before the first answer is awaited
        lately.forEach(asked -> asked.getValue()
                .get()
                .filter(closes -> closes.isAfter(now))
                .map(closes -> answers(asked.getKey(), SpokenTime.in(zone).day(closes)))
                .ifPresent(todo::add));
        all.stream()
                .filter(EventCard::draft)
                .map(card -> new ToDo(
                        card.over(now) ? "overview.todo.draft-past" : "overview.todo.draft",
                        0,
                        card.event().title(),
                        card.day(),
                        0,
                        path(card)))
                .forEach(todo::add);
        if (bounced > 0) {
            todo.add(new ToDo("overview.todo.bounced", bounced, "", "", 0, "/organise/outbox?show=BOUNCED"));
        }
        return todo;
    }

    private static ToDo answers(EventCard card, String day) {
        return new ToDo(
                "overview.todo.answers",
                card.event().answered(),
                card.event().title(),
                day,
                card.event().asked(),
                path(card));
    }

    private static String path(EventCard card) {
        return "/organise/events/" + card.event().event();
    }

    /** One thing that needs somebody: the arguments of its sentence and where it leads. */
    public record ToDo(String message, int count, String title, String day, int of, String path) {}
}
