package org.natter.attendee.booking.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Holds;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.AskForPlace;
import org.natter.attendee.booking.AskingForPlaces;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.BookingRequests;
import org.natter.attendee.booking.KeyReused;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownEvent;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Asking for a place. The answer is the same for everybody, so it tells nobody who is booked. */
@RestController
class BookingController {

    private static final int LONGEST = 200;

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

    @Holds("""
            {"anyOf": [{"properties": {"adult": {"type": "boolean", "enum": [true]}}}]}
            """)
    record Wish(
            @Schema(requiredMode = REQUIRED) @Nullable EventId event,

            @Schema(requiredMode = REQUIRED, maxLength = LONGEST, pattern = Shortcomings.SEEN) @Nullable
            String name,

            @Schema(requiredMode = REQUIRED, maxLength = Shortcomings.LONGEST_ADDRESS, pattern = Shortcomings.ADDRESS)
            @Nullable
            String email,

            @Schema(maxLength = LONGEST) @Nullable String organisation,
            @Schema(requiredMode = REQUIRED) @Nullable Sector sector,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean newcomer,
            @Nullable Boolean listed,
            @Nullable Boolean kept,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean adult) {

        AskForPlace command(String key, Clock clock) {
            var wrong = new Shortcomings("booking");
            var heldAt = wrong.needed("event", event);
            var own = wrong.text("name", name, LONGEST);
            var address = wrong.mailbox("email", email);
            var where = wrong.optional("organisation", organisation, LONGEST);
            var kind = wrong.needed("sector", sector);
            var first = wrong.needed("newcomer", newcomer);
            wrong.needed("adult", Boolean.TRUE.equals(adult) ? adult : null);
            return wrong.orElse(() -> new AskForPlace(
                    heldAt.get(),
                    new EmailAddress(address.get()),
                    new PersonDetails(own.get(), where, kind.get()),
                    new BookingChoices(kind.get(), first.get(), Boolean.TRUE.equals(listed)),
                    !Boolean.FALSE.equals(kept),
                    key,
                    clock.instant()));
        }

        @Override
        public String toString() {
            return "Wish[" + event + "]";
        }
    }

    /** @param room whether there was a place for somebody new when this was asked: the same for everybody */
    record Accepted(boolean room) {}

    @Operation(summary = "Ask for a place; a letter with a button follows")
    @Refuses({UnknownEvent.class, BookingClosed.class, KeyReused.class})
    @PostMapping("/bookings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(
            @RequestBody Wish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String sentKey) {
        var key = HexId.forKey("booking", "public", sentKey);
        var command = wish.command(key, clock);
        requests.admit(key, Sha256.hex(key + json.writeValueAsString(wish)), command.at())
                .orElseThrow(KeyReused::new);
        return new Accepted(asking.ask(command));
    }
}
