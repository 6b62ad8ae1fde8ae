package org.natter.attendee.booking.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Problem;
import org.natter.attendee.Form;
import org.natter.attendee.booking.AskForPlace;
import org.natter.attendee.booking.AskingForPlaces;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.Choices;
import org.natter.attendee.person.Details;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Asking for a place. The answer is the same for everybody, so it tells nobody who is booked. */
@RestController
class BookingController {

    private final AskingForPlaces asking;
    private final BookingRequests requests;
    private final JsonMapper json;
    private final Clock clock;

    BookingController(AskingForPlaces asking, BookingRequests requests, JsonMapper json, Clock clock) {
        this.asking = asking;
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    record Wish(
            @Nullable EventId event,
            @Nullable String name,
            @Nullable String email,
            @Nullable String organisation,
            @Nullable String sector,
            @Nullable Boolean newcomer,
            @Nullable Boolean listed,
            @Nullable Boolean adult) {

        @Override
        public String toString() {
            return "Wish[" + event + "]";
        }
    }

    record Accepted() {}

    @PostMapping("/bookings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(
            @RequestBody Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String sentKey) {
        var key = sentKey == null ? HexId.random() : HexId.derivedFrom(sentKey);
        AskForPlace command = command(wish, key);
        if (!requests.admit(key, Sha256.hex(key + json.writeValueAsString(wish)), command.at())) {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, Problem.keyReused(), null);
        }
        asking.ask(command);
        return new Accepted();
    }

    private AskForPlace command(Wish wish, String key) {
        Form form = new Form();
        EventId event = wish.event();
        String name = form.text("name", wish.name(), "Enter your name");
        EmailAddress address = form.address("email", wish.email());
        String organisation = form.optional("organisation", wish.organisation());
        Sector sector = form.sector("sector", wish.sector());
        boolean newcomer = form.answered("newcomer", wish.newcomer(), "Say whether this is your first time");
        if (!Boolean.TRUE.equals(wish.adult())) {
            form.refuse("adult", "MISSING", "Tick the box if you're 18 or over");
        }
        if (event == null) {
            form.refuse("event", "MISSING", "Say which event");
        }
        form.done();
        if (event == null) {
            throw new IllegalStateException("a form without an event was taken");
        }
        Choices choices = new Choices(sector, newcomer, Boolean.TRUE.equals(wish.listed()));
        return new AskForPlace(event, address, new Details(name, organisation, sector), choices, key, clock.instant());
    }
}
