package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.WebSettings;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * What organisers ask attendee-service: who booked, the door, and the mails. Throws {@link ServiceDown} and {@link
 * ServiceRefusal}.
 */
@Component
public class AttendeeServiceClient {

    private final ServiceCalls calls;

    AttendeeServiceClient(WebSettings settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.ATTENDEE, settings.services().attendee(), token);
    }

    /** Everybody who asked for a place at an event, in any state. */
    public List<AttendeeView> attendees(Caller caller, String event) {
        return calls.list(caller, AttendeeView.class, "/events/{event}/attendees", event);
    }

    /** Somebody is at the door; the same id twice is one arrival. */
    public DoorView checkIn(Caller caller, String event, AtTheDoor arrival) {
        return calls.post(caller, arrival, DoorView.class, "/events/{event}/check-ins", event);
    }

    /** That was a mistake; both facts are kept. */
    public void undo(Caller caller, String event, String attendance) {
        calls.send(caller, HttpMethod.DELETE, null, "/events/{event}/check-ins/{attendance}", event, attendance);
    }

    /** Somebody came who is not on the list; the same id twice is one arrival. */
    public DoorView walkIn(Caller caller, String event, WalkIn walkIn) {
        return calls.post(caller, walkIn, DoorView.class, "/events/{event}/walk-ins", event);
    }

    /** The latest mails of a region, newest first; no bodies. */
    public List<MailView> outbox(Caller caller, String region) {
        return calls.list(caller, MailView.class, "/outbox?region={region}", region);
    }

    /** One attendance with its name, as organisers may see it; {@code checkedInBy} is an account's id. */
    public record AttendeeView(
            String attendance,
            String name,
            @Nullable String organisation,
            @Nullable String sector,
            boolean newcomer,
            boolean listed,
            String status,
            @Nullable String code,
            @Nullable Instant at,
            @Nullable Instant checkedInAt,
            @Nullable String checkedInBy,
            @Nullable Integer position,
            @Nullable Instant offerUntil) {

        /** Whether this person has arrived. */
        public boolean here() {
            return checkedInAt != null;
        }

        @Override
        public String toString() {
            return "AttendeeView[" + attendance + ", " + status + "]";
        }
    }

    /** A tap or a code at the door; {@code overLimit} after the helper has pressed again. */
    public record AtTheDoor(
            String id, @Nullable String code, @Nullable String attendance, boolean overLimit) {}

    /** Somebody who is not on the list. Prints masked. */
    public record WalkIn(
            String id, String name, @Nullable String email, String sector, boolean newcomer, boolean listed) {

        @Override
        public String toString() {
            return "WalkIn[masked]";
        }
    }

    /** What the door says; {@code here} counts everybody in the room so far. */
    public record DoorView(
            String result,
            @Nullable String name,
            @Nullable String attendance,
            @Nullable Instant at,
            boolean newcomer,
            int here) {}

    /** One mail, without its text. */
    public record MailView(
            String id,
            @Nullable String event,
            @Nullable String eventTitle,
            @Nullable String kind,
            String status,
            @Nullable Instant at,
            @Nullable Instant nextAttemptAt,
            @Nullable String subject,
            @Nullable String name) {

        @Override
        public String toString() {
            return "MailView[" + id + ", " + status + "]";
        }
    }
}
