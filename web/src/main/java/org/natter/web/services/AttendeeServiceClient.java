package org.natter.web.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * What organisers ask attendee-service: who booked, the door, and the mails. Throws {@link ServiceDown} and {@link
 * ServiceRefusal}.
 */
@Component
public class AttendeeServiceClient {

    private final ServiceCalls calls;

    AttendeeServiceClient(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.ATTENDEE, settings.attendee(), token);
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

    /** One page of a region's mails, newest first, and how many there are of each status; no bodies. */
    public OutboxView outbox(Caller caller, String region, OutboxWish wish) {
        var path = new StringBuilder("/outbox?region={region}&limit={limit}&before={before}&after={after}");
        var variables = new ArrayList<Object>(List.of(region, wish.limit(), wish.before(), wish.after()));
        for (var status : wish.statuses()) {
            path.append("&status={status}");
            variables.add(status);
        }
        return calls.get(caller, OutboxView.class, path.toString(), variables.toArray());
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
            String id,
            String name,
            @Nullable String email,
            String sector,
            boolean newcomer,
            boolean listed,
            boolean overLimit) {

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

    /** Which page of the outbox: mails of these statuses, all if none; {@code before} and {@code after} as a page gave them. */
    public record OutboxWish(List<String> statuses, String before, String after, int limit) {
        public OutboxWish {
            statuses = List.copyOf(statuses);
        }

        /** The counts, and as little else as may be. */
        public static OutboxWish countsAlone() {
            return new OutboxWish(List.of(), "", "", 1);
        }
    }

    /** One page of the outbox; {@code older} and {@code newer} lead to its neighbours and are absent at the ends. */
    public record OutboxView(
            List<MailView> mails,
            Map<String, Integer> counts,
            @Nullable String older,
            @Nullable String newer) {
        public OutboxView {
            mails = List.copyOf(mails);
            counts = Map.copyOf(counts);
        }
    }

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
