package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Who asked for a place at an event, who hosts it and who came, for organisers and helpers at the door. */
public interface DoorApi {

    /** Everybody who asked for a place at an event, in any state. */
    @GetExchange("/events/{event}/attendees")
    List<Attendee> attendees(Caller caller, @PathVariable EventId event);

    /** These host the event, and nobody else. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/hosts")
    void nameHosts(Caller caller, @PathVariable EventId event, @RequestBody Hosts hosts);

    /** Somebody is at the door; the same id twice is one arrival. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/check-ins")
    DoorAnswer checkIn(Caller caller, @PathVariable EventId event, @RequestBody AtTheDoor press);

    /** That was a mistake; both facts are kept. */
    @TwiceIsOnce
    @DeleteExchange("/events/{event}/check-ins/{attendance}")
    DoorAnswer undo(Caller caller, @PathVariable EventId event, @PathVariable AttendanceId attendance);

    /** Somebody came who is not on the list; the same id twice is one arrival. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/walk-ins")
    DoorAnswer walkIn(Caller caller, @PathVariable EventId event, @RequestBody WalkIn walkIn);

    /** Who hosts an event: all of them. */
    record Hosts(List<AttendanceId> hosts) {

        public Hosts {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * One attendance with its name, as organisers may see it; {@code checkedInBy} is an account's id, and {@code stood} how they
     * stand whether or not the event was called off.
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

        @Override
        public String toString() {
            return "Attendee[" + attendance + ", " + status + "]";
        }
    }

    /**
     * A tap or a code at the door.
     *
     * @param letIn lets in somebody without a place, if there is room for them
     * @param overLimit lets them in whatever the limit, once the helper has been told
     */
    record AtTheDoor(
            FormId id, @Nullable String code, @Nullable AttendanceId attendance, boolean letIn, boolean overLimit) {}

    /** Somebody who is not on the list; an absent sector was not chosen. Prints masked. */
    record WalkIn(
            FormId id,
            String name,
            @Nullable String email,
            @Nullable Sector sector,
            boolean newcomer,
            boolean listed,
            boolean overLimit) {

        @Override
        public String toString() {
            return "WalkIn[masked]";
        }
    }

    /** What the door says. */
    enum DoorResult {
        WELCOME,
        ALREADY_IN,
        UNDONE,
        WAITING,
        CANCELLED,
        NOT_CONFIRMED,
        OTHER_EVENT,
        NOT_FOUND
    }

    /** What the door says about whom; {@code here} counts everybody in the room so far, {@code room} whether there is a place for them. */
    record DoorAnswer(
            DoorResult result,
            @Nullable AttendanceId attendance,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String helper,
            boolean newcomer,
            int here,
            boolean room) {

        @Override
        public String toString() {
            return "DoorAnswer[" + result + "]";
        }
    }
}
