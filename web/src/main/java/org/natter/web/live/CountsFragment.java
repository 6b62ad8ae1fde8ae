package org.natter.web.live;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.natter.web.organiser.Answering;
import org.natter.web.organiser.CheckInLists;
import org.natter.web.organiser.EventCard;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.PagePart;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An event's numbers as the markup that the overview and the event's page show, read from their owners once for both. */
@Component
class CountsFragment {

    private static final int MARK = 16;

    private final EventApi events;
    private final FeedbackApi feedback;
    private final CheckInLists lists;
    private final ITemplateEngine templates;
    private final Clock clock;

    CountsFragment(EventApi events, FeedbackApi feedback, CheckInLists lists, ITemplateEngine templates, Clock clock) {
        this.events = events;
        this.lists = lists;
        this.feedback = feedback;
        this.templates = templates;
        this.clock = clock;
    }

    /** The markup; nothing if there is no such event for this caller. */
    Optional<Fragments> of(EventId event, Caller caller) {
        return events.overviewOf(caller, event).map(overview -> {
            var card = lists.with(EventCard.of(overview, overview.zone(), clock.instant()), caller, clock.instant());
            return fragments(card, card.over(clock.instant()) ? answering(overview, caller) : null, overview.asOf());
        });
    }

    private @Nullable Answering answering(Overview overview, Caller caller) {
        return PagePart.of(() -> feedback.feedback(caller, overview.event()).orElse(null))
                .found()
                .map(report -> Answering.of(report, overview.zone(), clock.instant()))
                .orElse(null);
    }

    private Fragments fragments(EventCard card, @Nullable Answering answering, @Nullable Instant asOf) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("day", card.day(clock.instant()));
        values.put("card", card);
        values.put("answering", answering);
        return new Fragments(
                markup("parts", "counts", Map.of("numbers", card.numbers())),
                markup("last", "sentence", values),
                standing(card.event()),
                asOf);
    }

    private static String standing(Overview event) {
        var says = Stream.of(
                event.status(), event.title(), event.startsAtInstant(), event.endsAtInstant(), event.venueName());
        return Sha256.hex(says.map(Object::toString).collect(Collectors.joining("\n")))
                .substring(0, MARK);
    }

    private String markup(String template, String fragment, Map<String, @Nullable Object> values) {
        return templates
                .process("web/organiser/" + template, Set.of(fragment), new Context(Locale.UK, values))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
