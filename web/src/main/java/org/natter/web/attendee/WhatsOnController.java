package org.natter.web.attendee;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What's on: every event to come with how full it is, and what has been. */
@Controller
class WhatsOnController {

    private static final int LATEST = 6;

    private final PublicProgramme programme;
    private final BookingApi bookings;
    private final Clock clock;

    WhatsOnController(PublicProgramme programme, BookingApi bookings, Clock clock) {
        this.programme = programme;
        this.bookings = bookings;
        this.clock = clock;
    }

    @GetMapping("/")
    String whatsOn(Model model) {
        var season = programme.read();
        var places = placesOf(season.coming());
        model.addAttribute(
                "coming",
                season.coming().stream()
                        .map(event -> new Card(Dated.of(event), isOn(event), places.get(event.event())))
                        .toList());
        model.addAttribute(
                "been", season.been().stream().limit(LATEST).map(Dated::of).toList());
        model.addAttribute("host", season.host());
        return "web/attendee/whats-on";
    }

    /** Of the next ones; of none where attendee-service is down or has no answer: the list is worth reading without. */
    private Map<EventId, Places> placesOf(List<Event> coming) {
        var open = coming.stream()
                .filter(event -> !event.isCalledOff())
                .map(Event::event)
                .limit(BookingApi.MOST_EVENTS)
                .toList();
        return open.isEmpty()
                ? Map.of()
                : known(open).stream().collect(Collectors.toMap(Places::event, Function.identity()));
    }

    private List<Places> known(List<EventId> open) {
        try {
            return bookings.placesOfEach(Caller.everybody(), open);
        } catch (ServiceDown | ServiceRefusal unanswered) {
            return List.of();
        }
    }

    private boolean isOn(Event event) {
        return !event.isCalledOff() && !event.startsAtInstant().isAfter(clock.instant());
    }

    /**
     * One event to come, or that is on; without places if they are not known or it is called off.
     *
     * @param on whether it has begun and is not over
     */
    record Card(Dated dated, boolean on, @Nullable Places places) {}
}
