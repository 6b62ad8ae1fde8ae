package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.WebSettings;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What organiser pages ask besides events: names and the door from attendee-service, and how each service is. Throws
 * {@link ServiceDown} and {@link ServiceRefusal}.
 */
@Component
public class OrganiserCalls {

    private final ServiceCalls attendees;
    private final Map<NatterService, ServiceCalls> all;

    OrganiserCalls(WebSettings settings, ServiceToken token) {
        var services = settings.services();
        this.attendees = new ServiceCalls(NatterService.ATTENDEE, services.attendee(), token);
        this.all = Map.of(
                NatterService.EVENT, new ServiceCalls(NatterService.EVENT, services.event(), token),
                NatterService.ATTENDEE, attendees,
                NatterService.FEEDBACK, new ServiceCalls(NatterService.FEEDBACK, services.feedback(), token));
    }

    /** Everybody who asked for a place at an event, in any state. */
    public List<AttendeeView> attendees(Caller caller, String event) {
        return attendees.list(caller, AttendeeView.class, "/events/{event}/attendees", event);
    }

    /** Somebody is at the door; the same id twice is one arrival. */
    public DoorView checkIn(Caller caller, String event, AtTheDoor arrival) {
        return attendees.post(caller, arrival, DoorView.class, "/events/{event}/check-ins", event);
    }

    /** That was a mistake; both facts are kept. */
    public void undo(Caller caller, String event, String attendance) {
        attendees.send(caller, HttpMethod.DELETE, null, "/events/{event}/check-ins/{attendance}", event, attendance);
    }

    /** Somebody came who is not on the list; the same id twice is one arrival. */
    public DoorView walkIn(Caller caller, String event, WalkIn walkIn) {
        return attendees.post(caller, walkIn, DoorView.class, "/events/{event}/walk-ins", event);
    }

    /** The latest mails of a region, newest first; no bodies. */
    public List<MailView> outbox(Caller caller, String region) {
        return attendees.list(caller, MailView.class, "/outbox?region={region}", region);
    }

    /** How many messages a service has set aside; nothing if this caller may not know. @throws ServiceDown */
    public Optional<Integer> setAside(Caller caller, NatterService service) {
        try {
            var letters = calls(service).get(caller, JsonNode.class, "/operations/dead-letters");
            return Optional.of(letters.isArray() ? letters.size() : countIn(letters));
        } catch (ServiceRefusal notForThisCaller) {
            return Optional.empty();
        }
    }

    private static int countIn(JsonNode letters) {
        for (var part : letters) {
            if (part.isArray()) {
                return part.size();
            }
        }
        return letters.path("count").asInt(0);
    }

    private ServiceCalls calls(NatterService service) {
        var calls = all.get(service);
        if (calls == null) {
            throw new IllegalArgumentException("No calls for " + service);
        }
        return calls;
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
