package org.natter.web.attendee;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Bookings.Room;
import org.natter.web.attendee.EventPages.Card;
import org.natter.web.attendee.EventPages.EventPage;
import org.natter.web.attendee.EventPages.State;
import org.natter.web.attendee.EventPages.WhatsOn;
import org.natter.web.attendee.Programme.PublicEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What's on, and one event's public page. */
@Controller("attendeeEventController")
class EventController {

    private static final int LONGEST_LIST = 6;

    private final Programme programme;
    private final Bookings bookings;
    private final Phrases phrases;
    private final Clock clock;

    EventController(Programme programme, Bookings bookings, Phrases phrases, Clock clock) {
        this.programme = programme;
        this.bookings = bookings;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/")
    String whatsOn(Model model) {
        var all = programme.all();
        var been = all.stream()
                .filter(event -> event.isOver(clock.instant()) && !event.isCalledOff())
                .sorted(Comparator.comparing(PublicEvent::beginning).reversed())
                .limit(LONGEST_LIST)
                .map(Card::of)
                .toList();
        model.addAttribute("page", new WhatsOn(coming(all), been));
        return "web/attendee/whats-on";
    }

    @GetMapping("/events/{event}")
    String event(@PathVariable String event, Model model) {
        var found = programme.find(new EventId(event)).orElseThrow(NothingHere::atThisAddress);
        model.addAttribute("page", page(found));
        return "web/attendee/event";
    }

    private EventPage page(PublicEvent event) {
        var room = roomOf(event);
        var state = stateOf(event, room);
        return new EventPage(
                event.event().value(),
                event.title(),
                event.description().lines().filter(line -> !line.isBlank()).toList(),
                InWords.when(event.startsAt()),
                InWords.time(event.endsAt().toLocalTime()),
                event.venue(),
                EventPages.facts(event.venue(), phrases),
                state,
                event.reason(),
                room == null ? null : placesLeft(room),
                state == State.PAST || state == State.CALLED_OFF ? comingAfter(event) : List.of());
    }

    private @Nullable Room roomOf(PublicEvent event) {
        if (event.isCalledOff() || event.isOver(clock.instant())) {
            return null;
        }
        try {
            return bookings.room(event.event());
        } catch (OutOfReach asleep) {
            return null;
        }
    }

    private State stateOf(PublicEvent event, @Nullable Room room) {
        if (event.isCalledOff()) {
            return State.CALLED_OFF;
        }
        if (event.isOver(clock.instant())) {
            return State.PAST;
        }
        if (room == null) {
            return State.ASLEEP;
        }
        if (!room.open()) {
            return State.NOT_OPEN;
        }
        return room.free() > 0 ? State.OPEN : State.FULL;
    }

    private String placesLeft(Room room) {
        if (room.free() <= 0) {
            return phrases.say("places.full", room.places());
        }
        return room.free() == 1 ? phrases.say("places.one") : phrases.say("places.left", room.free(), room.places());
    }

    private List<Card> coming(List<PublicEvent> all) {
        return all.stream()
                .filter(event -> event.endsAt().atZone(event.zone()).toInstant().isAfter(clock.instant()))
                .sorted(Comparator.comparing(PublicEvent::beginning))
                .map(Card::of)
                .toList();
    }

    private List<Card> comingAfter(PublicEvent shown) {
        return coming(programme.all()).stream()
                .filter(card -> !card.event().equals(shown.event().value()) && !card.calledOff())
                .limit(3)
                .toList();
    }
}
