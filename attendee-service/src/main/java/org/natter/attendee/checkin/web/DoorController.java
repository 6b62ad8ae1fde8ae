package org.natter.attendee.checkin.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.Caller;
import org.natter.attendee.Form;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.Choices;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.UnknownEvent;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.ArrivedBy;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckingIn;
import org.natter.attendee.checkin.DoorAnswer;
import org.natter.attendee.checkin.PressAtTheDoor;
import org.natter.attendee.checkin.WalkIn;
import org.natter.attendee.checkin.WelcomingWalkIns;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Details;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.Sector;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
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

    private static final int ID_LETTERS = 32;

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

    record Press(
            @Nullable String id,
            @Nullable String code,
            @Nullable AttendanceId attendance,
            @Nullable Instant at,
            @Nullable Boolean overLimit) {}

    record WalkInPress(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String organisation,
            @Nullable String sector,
            @Nullable Boolean newcomer,
            @Nullable Boolean listed,
            @Nullable Instant at,
            @Nullable Boolean overLimit) {

        @Override
        public String toString() {
            return "WalkInPress[" + id + "]";
        }
    }

    @PostMapping("/check-ins")
    DoorAnswer press(@PathVariable EventId event, @RequestBody Press press, @AuthenticationPrincipal Jwt token) {
        Caller caller = callerAt(event, token);
        Form form = new Form();
        CheckInId id = new CheckInId(form.hex("id", press.id(), ID_LETTERS));
        String typed = form.optional("code", press.code(), 400);
        if (press.attendance() == null && typed.isEmpty()) {
            form.refuse("code", "MISSING", "Enter a code, or choose somebody from the list");
        }
        form.done();
        Optional<AttendanceId> scanned = links.bookingOf(typed.substring(typed.lastIndexOf('/') + 1));
        AttendanceId attendance = scanned.orElse(press.attendance());
        DoorCode code = attendance == null ? new DoorCode(typed) : null;
        Arrival arrival = new Arrival(id, at(press.at()), ArrivedBy.HELPER, caller.subject());
        return door.press(new PressAtTheDoor(event, attendance, code, arrival, Boolean.TRUE.equals(press.overLimit())));
    }

    @DeleteMapping("/check-ins/{attendance}")
    DoorAnswer undo(
            @PathVariable EventId event, @PathVariable AttendanceId attendance, @AuthenticationPrincipal Jwt token) {
        callerAt(event, token);
        return door.undo(event, attendance, clock.instant()).orElseThrow(() -> UnknownEvent.withId(event));
    }

    @PostMapping("/walk-ins")
    DoorAnswer walkIn(@PathVariable EventId event, @RequestBody WalkInPress press, @AuthenticationPrincipal Jwt token) {
        Caller caller = callerAt(event, token);
        return walkIns.welcome(walkIn(event, press, caller));
    }

    private WalkIn walkIn(EventId event, WalkInPress press, Caller caller) {
        Form form = new Form();
        CheckInId id = new CheckInId(form.hex("id", press.id(), ID_LETTERS));
        String name = form.optional("name", press.name());
        String organisation = form.optional("organisation", press.organisation());
        boolean hasAddress = press.email() != null && !press.email().isBlank();
        EmailAddress address = hasAddress ? form.address("email", press.email()) : null;
        Sector sector = press.sector() == null ? Sector.NOT_SAID : form.sector("sector", press.sector());
        form.done();
        return new WalkIn(
                event,
                new Details(name.isEmpty() ? "Somebody" : name, organisation, sector),
                address,
                new Choices(sector, Boolean.TRUE.equals(press.newcomer()), Boolean.TRUE.equals(press.listed())),
                new Arrival(id, at(press.at()), ArrivedBy.HELPER, caller.subject()),
                Boolean.TRUE.equals(press.overLimit()));
    }

    private Caller callerAt(EventId event, Jwt token) {
        Caller caller = Caller.of(token);
        caller.within(bookings.card(event).orElseThrow(() -> UnknownEvent.withId(event)));
        return caller;
    }

    private Instant at(@Nullable Instant pressed) {
        Instant now = clock.instant();
        return pressed == null || pressed.isAfter(now) ? now : pressed.truncatedTo(ChronoUnit.MILLIS);
    }
}
