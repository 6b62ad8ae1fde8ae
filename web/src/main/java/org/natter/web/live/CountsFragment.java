package org.natter.web.live;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.web.organiser.Numbers;
import org.natter.web.services.Caller;
import org.natter.web.services.EventServiceClient;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An event's numbers as the markup that the overview and the event's page show, read from event-service. */
@Component
class CountsFragment {

    private final EventServiceClient events;
    private final ITemplateEngine templates;

    CountsFragment(EventServiceClient events, ITemplateEngine templates) {
        this.events = events;
        this.templates = templates;
    }

    /** The markup, on one line; nothing if there is no such event for this caller. */
    Optional<String> of(EventId event, Caller caller) {
        return events.overviewOf(caller, event.value())
                .map(seen -> new Numbers(
                        seen.event(), seen.places(), seen.booked(), seen.waiting(), seen.offered(), seen.here()))
                .map(numbers -> templates.process(
                        "web/organiser/parts", Set.of("counts"), new Context(Locale.UK, Map.of("numbers", numbers))))
                .map(markup -> markup.replaceAll("\\s*\\R\\s*", " ").strip());
    }
}
