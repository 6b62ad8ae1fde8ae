package org.natter.web.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.organiser.EventCard;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventId;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An event's numbers as the markup that the overview and the event's page show, read from event-service once for both. */
@Component
class CountsFragment {

    private final EventApi events;
    private final ITemplateEngine templates;

    CountsFragment(EventApi events, ITemplateEngine templates) {
        this.events = events;
        this.templates = templates;
    }

    /** The markup; nothing if there is no such event for this caller. */
    Optional<Fragments> of(EventId event, Caller caller) {
        return events.overviewOf(caller, event).map(overview -> fragments(EventCard.of(overview), overview.asOf()));
    }

    private Fragments fragments(EventCard card, @Nullable Instant asOf) {
        return new Fragments(
                markup("parts", "counts", Map.of("numbers", card.numbers())),
                markup("last", "sentence", Map.of("card", card)),
                asOf);
    }

    private String markup(String template, String fragment, Map<String, Object> values) {
        return templates
                .process("web/organiser/" + template, Set.of(fragment), new Context(Locale.UK, values))
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }
}
