package org.natter.attendee.checkin.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Role;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckIn;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.checkin.Roster;
import org.natter.attendee.checkin.RosterEntry;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes, for organisers and the door; who was there, for somebody who answers. Five reads by id, however many. */
@RestController
@RequestMapping("/events/{event}")
class AttendeesController {

    private final SeatLedgers ledgers;
    private final People people;
    private final CheckIns checkIns;
    private final HostLists hosts;
    private final Roster roster;
    private final Answerers answerers;

    AttendeesController(
            SeatLedgers ledgers,
            People people,
            CheckIns checkIns,
            HostLists hosts,
            Roster roster,
            Answerers answerers) {
        this.answerers = answerers;
        this.ledgers = ledgers;
        this.people = people;
        this.checkIns = checkIns;
        this.hosts = hosts;
        this.roster = roster;
    }

    /**
     * @param organisation absent for door helpers
     * @param stood how they stand whether or not the event was called off, which leaves nobody a place
     */
    record Attendee(
            AttendanceId attendance,
            String name,
            @Nullable String organisation,
            Sector sector,
            boolean newcomer,
            boolean listed,
            boolean walkIn,
            BookingStatus status,
            BookingStatus stood,
            String code,
            Instant at,
            @Nullable Instant checkedInAt,
            @Nullable String checkedInBy,
            @Nullable Integer position,
            @Nullable Instant offerUntil,
            boolean host) {

        static Attendee of(
                Booking booking,
                NamedAttendance named,
                Optional<Arrival> arrival,
                boolean withOrganisation,
                boolean host) {
            return new Attendee(
                    booking.attendance(),
                    named.name(),
                    withOrganisation ? named.organisation() : null,
                    booking.sector(),
                    booking.newcomer(),
                    booking.listed(),
                    booking.walkIn(),
                    booking.status(),
                    booking.standing().status(),
                    booking.code().value(),
                    booking.since(),
                    arrival.map(Arrival::at).orElse(null),
                    arrival.map(Arrival::helper).orElse(null),
                    booking.position(),
                    booking.status() == BookingStatus.OFFERED ? booking.until() : null,
                    host);
        }

        @Override
        public String toString() {
            return "Attendee[" + attendance + "]";
        }
    }

    /** In the order of names; unconfirmed wishes too. */
    @Operation(summary = "Who comes, by name")
    @Refuses(UnknownEvent.class)
    @GetMapping("/attendees")
    List<Attendee> attendees(@PathVariable EventId event, Caller caller) {
        var ledger = ledgers.find(event)
                .filter(found -> DoorController.isAtTheDoor(caller, found.card()))
                .orElseThrow(() -> UnknownEvent.withId(event));
        var all = Set.copyOf(ledger.seats().stream().map(Seat::attendance).toList());
        var names = people.named(all);
        var arrivals = checkIns.find(all);
        var hosting = hosts.of(event);
        return ledger.bookings().stream()
                .filter(booking -> names.containsKey(booking.attendance()))
                .map(booking -> Attendee.of(
                        booking,
                        Objects.requireNonNull(names.get(booking.attendance())),
                        Optional.ofNullable(arrivals.get(booking.attendance())).flatMap(CheckIn::here),
                        caller.role() != Role.DOOR,
                        hosting.includes(booking.attendance())))
                .sorted(Comparator.comparing(Attendee::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Attendee::attendance))
                .toList();
    }

    @Operation(summary = "Who was there and chose to be listed")
    @Refuses(UnknownEvent.class)
    @GetMapping("/roster")
    List<RosterEntry> roster(@PathVariable EventId event, Caller caller) {
        return answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(answerer -> caller.answersAbout(event.value()))
                .map(answerer -> roster.of(event, answerer))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
