package org.natter.attendee.checkin.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Holds;
import org.natter.access.Refuses;
import org.natter.access.Role;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.RoomIsFull;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckingIn;
import org.natter.attendee.checkin.DoorAnswer;
import org.natter.attendee.checkin.PressAtTheDoor;
import org.natter.attendee.checkin.WalkIn;
import org.natter.attendee.checkin.WelcomingWalkIns;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.BookingLink;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door of one event. Every press carries its own id and time, so a phone without signal may send late and twice; a
 * time in the future counts as now.
 */
@RestController
@RequestMapping("/events/{event}")
class DoorController {

    private static final int LONGEST = 200;
    private static final int LONGEST_LINK = 400;

    private final CheckingIn door;
    private final WelcomingWalkIns walkIns;
    private final Bookings bookings;
    private final PersonalLinks links;
    private final Clock clock;

    DoorController(CheckingIn door, WelcomingWalkIns walkIns, Bookings bookings, PersonalLinks links, Clock clock) {
        this.door = door;
        this.walkIns = walkIns;
        this.bookings = bookings;
        this.links = links;
        this.clock = clock;
    }

    @Holds("""
            {"anyOf": [
              {"required": ["attendance"], "properties": {"attendance": {"type": "string"}}},
              {"required": ["code"], "properties": {"code": {"type": "string", "pattern": "[!-~]"}}}]}
            """)
    record Press(
            @Schema(requiredMode = REQUIRED) @Nullable CheckInId id,
            @Schema(maxLength = LONGEST_LINK) @Nullable String code,
            @Nullable AttendanceId attendance,
            @Nullable Instant at,
            @Nullable Boolean letIn,
            @Nullable Boolean overLimit) {}

    record WalkInPress(
            @Schema(requiredMode = REQUIRED) @Nullable CheckInId id,
            @Schema(maxLength = LONGEST) @Nullable String name,

            @Schema(maxLength = Shortcomings.LONGEST_ADDRESS, pattern = "^$|" + Shortcomings.ADDRESS) @Nullable
            String email,

            @Schema(maxLength = LONGEST) @Nullable String organisation,
            @Nullable Sector sector,
            @Nullable Boolean newcomer,
            @Nullable Boolean listed,
            @Nullable Instant at,
            @Nullable Boolean overLimit) {

        @Override
        public String toString() {
            return "WalkInPress[" + id + "]";
        }
    }

    @Operation(summary = "Check somebody in")
    @Refuses(UnknownEvent.class)
    @PostMapping("/check-ins")
    DoorAnswer press(@PathVariable EventId event, @RequestBody Press press, Caller caller) {
        requireAtTheDoor(caller, event);
        var wrong = new Shortcomings("check-in");
        var id = wrong.needed("id", press.id());
        var typed = wrong.optional("code", press.code(), LONGEST_LINK);
        if (press.attendance() == null && typed.chars().noneMatch(letter -> letter > ' ' && letter <= '~')) {
            wrong.refuse("code", Shortcomings.MISSING);
        }
        wrong.done();
        var attendance = scanned(typed).orElse(press.attendance());
        return door.press(new PressAtTheDoor(
                event,
                attendance,
                attendance == null ? new DoorCode(typed) : null,
                new Arrival(id.get(), at(press.at()), caller.subject()),
                Boolean.TRUE.equals(press.letIn()),
                Boolean.TRUE.equals(press.overLimit())));
    }

    @Operation(summary = "Take a check-in back")
    @Refuses(UnknownEvent.class)
    @DeleteMapping("/check-ins/{attendance}")
    DoorAnswer undo(@PathVariable EventId event, @PathVariable AttendanceId attendance, Caller caller) {
        requireAtTheDoor(caller, event);
        return door.undo(event, attendance, clock.instant()).orElseThrow(() -> UnknownEvent.withId(event));
    }

    @Operation(summary = "Let in somebody who is not on the list")
    @Refuses({UnknownEvent.class, BookingClosed.class, RoomIsFull.class})
    @PostMapping("/walk-ins")
    DoorAnswer walkIn(@PathVariable EventId event, @RequestBody WalkInPress press, Caller caller) {
        requireAtTheDoor(caller, event);
        return walkIns.welcome(read(event, press, caller));
    }

    private WalkIn read(EventId event, WalkInPress press, Caller caller) {
        var wrong = new Shortcomings("walk-in");
        var id = wrong.needed("id", press.id());
        var name = wrong.optional("name", press.name(), LONGEST);
        var organisation = wrong.optional("organisation", press.organisation(), LONGEST);
        var address = wrong.mailboxIfAny("email", press.email());
        var sector = press.sector() == null ? Sector.NOT_SAID : press.sector();
        return wrong.orElse(() -> new WalkIn(
                event,
                new PersonDetails(name.isEmpty() ? "Somebody" : name, organisation, sector),
                address == null ? null : new EmailAddress(address),
                new BookingChoices(sector, Boolean.TRUE.equals(press.newcomer()), Boolean.TRUE.equals(press.listed())),
                new Arrival(id.get(), at(press.at()), caller.subject()),
                Boolean.TRUE.equals(press.overLimit()),
                caller.role() == Role.DOOR));
    }

    /** The attendance of a scanned booking link, whatever stands in front of its token; whoever shows an old one is at the door. */
    private Optional<AttendanceId> scanned(String code) {
        return links.bookingOf(code.substring(code.lastIndexOf('/') + 1)).map(BookingLink::attendance);
    }

    private void requireAtTheDoor(Caller caller, EventId event) {
        bookings.card(event).filter(card -> isAtTheDoor(caller, card)).orElseThrow(() -> UnknownEvent.withId(event));
    }

    static boolean isAtTheDoor(Caller caller, EventCard card) {
        return caller.welcomesAt(card.event().value(), card.region().value());
    }

    private Instant at(@Nullable Instant pressed) {
        var now = clock.instant();
        return pressed == null || pressed.isAfter(now) ? now : pressed.truncatedTo(ChronoUnit.MILLIS);
    }
}
