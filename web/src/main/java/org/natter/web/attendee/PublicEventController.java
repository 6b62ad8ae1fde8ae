package org.natter.web.attendee;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.EventId;
import org.natter.web.services.LastOffer;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.settings.WebSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One event's public page. */
@Controller
class PublicEventController {

    private static final int NEXT = 3;

    private final EventApi events;
    private final BookingApi bookings;
    private final PublicProgramme programme;
    private final ExecutorService pageCalls;
    private final Clock clock;
    private final String contact;

    PublicEventController(
            EventApi events,
            BookingApi bookings,
            PublicProgramme programme,
            WebSettings settings,
            ExecutorService pageCalls,
            Clock clock) {
        this.events = events;
        this.bookings = bookings;
        this.contact = settings.contact();
        this.programme = programme;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/events/{event}")
    String event(@PathVariable EventId event, Model model) {
        var places = PagePart.asked(pageCalls, () -> bookings.places(Caller.everybody(), event));
        var found = events.inProgramme(Caller.everybody(), event).orElseThrow(NotThere::here);
        var state = stateOf(found, places);
        model.addAttribute("event", found);
        model.addAttribute("host", found.regionName());
        model.addAttribute(
                "map",
                found.venue().takesPlaceOnline() || state.isOff()
                        ? ""
                        : found.venue().address().strip());
        model.addAttribute(
                "when", SpokenTime.readInBritain(found.zone()).fromTo(found.startsAtInstant(), found.endsAtInstant()));
        var facts = state.isOff() ? List.<VenueFact>of() : VenueFact.of(found.venue());
        model.addAttribute("facts", facts.stream().filter(VenueFact::isTold).toList());
        model.addAttribute(
                "unknown",
                found.venue().takesPlaceOnline()
                        ? List.of()
                        : facts.stream()
                                .filter(fact -> !fact.isTold())
                                .map(VenueFact::message)
                                .toList());
        model.addAttribute("contact", contact);
        model.addAttribute("state", state);
        model.addAttribute("late", LastOffer.isOver(found.startsAtInstant(), clock.instant()));
        model.addAttribute(
                "places",
                state.isOff()
                        ? null
                        : places.get().found().flatMap(known -> known).orElse(null));
        model.addAttribute("next", state.isOff() ? after(found) : List.of());
        return "web/attendee/event";
    }

    /** The event as a file for anybody's calendar, as event-service writes it. */
    @GetMapping("/events/{event}/calendar")
    ResponseEntity<String> calendar(@PathVariable EventId event) {
        var file = events.calendar(Caller.everybody(), event).orElseThrow(NotThere::here);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8;method=PUBLISH")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
                .body(file);
    }

    private State stateOf(Event event, PagePart.Asked<Optional<Places>> asked) {
        if (event.isCalledOff()) {
            return State.CALLED_OFF;
        }
        if (event.isOver(clock.instant())) {
            return State.PAST;
        }
        return asked.get()
                .found()
                .map(known -> known.map(PublicEventController::stateOf).orElse(State.SOON))
                .orElse(State.ASLEEP);
    }

    private static State stateOf(Places places) {
        if (!places.open()) {
            return State.NOT_OPEN;
        }
        return places.forNewcomers() > 0 ? State.OPEN : State.FULL;
    }

    private List<Dated> after(Event shown) {
        return programme.read().coming().stream()
                .filter(event -> !event.event().equals(shown.event()) && !event.isCalledOff())
                .limit(NEXT)
                .map(Dated::of)
                .toList();
    }

    /** What can be done on an event's page. */
    enum State {
        OPEN,
        FULL,
        NOT_OPEN,
        /** Published this very moment. */
        SOON,
        ASLEEP,
        PAST,
        CALLED_OFF;

        public boolean isOpen() {
            return this == OPEN;
        }

        public boolean isFull() {
            return this == FULL;
        }

        public boolean isNotOpen() {
            return this == NOT_OPEN;
        }

        public boolean isSoon() {
            return this == SOON;
        }

        public boolean isAsleep() {
            return this == ASLEEP;
        }

        /** Whether there will be nothing more to do. */
        public boolean isOff() {
            return this == PAST || this == CALLED_OFF;
        }
    }

    /** One fact about a venue: a yes or no, or words; empty words are not known. */
    record VenueFact(String message, @Nullable Known known, String words) {

        static List<VenueFact> of(Venue venue) {
            return List.of(
                    of("stepFree", venue.stepFree()),
                    of("toilets", venue.toilets()),
                    of("hearingLoop", venue.hearingLoop()),
                    of("quietCorner", venue.quietCorner()),
                    of("alcoholFree", venue.alcoholFree()),
                    new VenueFact("attendee.venue.nearestStop", null, venue.nearestStop()),
                    new VenueFact("attendee.venue.findUs", null, venue.findUs()));
        }

        private static VenueFact of(String name, Known known) {
            return new VenueFact("attendee.venue." + name, known, "");
        }

        boolean isTold() {
            return known == null ? !words.isBlank() : known != Known.NOT_KNOWN;
        }
    }
}
