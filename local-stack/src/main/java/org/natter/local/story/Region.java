package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;
import static org.natter.local.stack.Application.EVENT_SERVICE;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One region's people at work: its organisers and its doors here, everybody else in {@link #booking()} and
 * {@link #answering()}. Each method does what one person or many side by side would do through web, and returns once the
 * services agree that it is done.
 */
final class Region implements AutoCloseable {

    private final Services services;
    private final String region;
    private final Pass organiser;
    private final Crowd crowd;
    private final Booking booking;
    private final Answering answering;

    Region(Services services, Post post, Clock clock, String region, long seed) {
        this.services = services;
        this.region = region;
        this.crowd = new Crowd(seed);
        this.booking = new Booking(services, post, clock, crowd);
        this.answering = new Answering(services, post, crowd);
        this.organiser = Pass.organiser(id(), region);
    }

    Pass organiser() {
        return organiser;
    }

    Crowd crowd() {
        return crowd;
    }

    Booking booking() {
        return booking;
    }

    Answering answering() {
        return answering;
    }

    /** Thirty-two hexadecimal letters nobody has used yet. */
    String id() {
        return crowd.id();
    }

    /** Creates an event, publishes it, and waits until it can be booked. */
    Gathering publish(
            String kind,
            String title,
            String description,
            LocalDateTime starts,
            LocalDateTime ends,
            int places,
            Venue venue) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("region", region);
        draft.put("kind", kind);
        draft.put("title", title);
        draft.put("description", description);
        draft.put("startsAt", starts.toString());
        draft.put("endsAt", ends.toString());
        draft.put("zone", Story.ZONE.getId());
        draft.put("venue", venue.asJson());
        draft.put("places", places);
        String event = services.postOnce(EVENT_SERVICE, organiser, "/events", draft, id())
                .get("event")
                .asString();
        services.post(EVENT_SERVICE, organiser, "/events/" + event + "/publish", Map.of());
        Patience.untilTrue(
                "booking to open for " + title,
                () -> services.send(
                                ATTENDEE_SERVICE, Pass.everybody(), "GET", "/events/" + event + "/places", null, null)
                        .worked());
        return new Gathering(event, title, starts, ends, places);
    }

    /** Where an event takes place. */
    record Venue(String name, String address, String findUs) {

        Map<String, String> asJson() {
            return Map.of("name", name, "address", address, "findUs", findUs);
        }
    }

    /** @see Booking#book(Gathering, List) */
    List<Ticket> book(Gathering gathering, List<Guest> guests) {
        return booking.book(gathering, guests);
    }

    /** @see Booking#book(Gathering, Guest) */
    Ticket book(Gathering gathering, Guest guest) {
        return booking.book(gathering, guest);
    }

    /** Everybody is checked in at the door by their letters. */
    void arrive(List<Ticket> tickets) {
        Pass door = Pass.door(id(), tickets.get(0).gathering().event());
        crowd.sideBySide(
                tickets,
                ticket -> services.post(
                        ATTENDEE_SERVICE,
                        door,
                        "/events/" + ticket.gathering().event() + "/check-ins",
                        Map.of("id", id(), "code", ticket.code())));
    }

    /** Somebody without a booking comes in; without an address if theirs is not to be kept. */
    void walkIn(Gathering gathering, Guest guest, boolean withAddress) {
        Map<String, Object> press = new HashMap<>(Map.of(
                "id", id(),
                "name", guest.name(),
                "sector", guest.sector(),
                "newcomer", true,
                "listed", guest.listed(),
                "overLimit", true));
        if (withAddress) {
            press.put("email", guest.email());
        }
        services.post(ATTENDEE_SERVICE, organiser, "/events/" + gathering.event() + "/walk-ins", press);
    }

    /** One event's numbers as the organiser sees them. */
    JsonNode overview(Gathering gathering) {
        return services.get(EVENT_SERVICE, organiser, "/overview/" + gathering.event());
    }

    /** Waits until one of an event's numbers is what it should be. */
    void awaitOverview(Gathering gathering, String number, int expected) {
        Patience.untilTrue(
                gathering.title() + " to show " + number + " " + expected,
                () -> overview(gathering).get(number).asInt() == expected);
    }

    @Override
    public void close() {
        crowd.close();
    }
}
