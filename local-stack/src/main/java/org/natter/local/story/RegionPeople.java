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
final class RegionPeople implements AutoCloseable {

    private final Services services;
    private final String region;
    private final Pass organiser;
    private final Crowd crowd;
    private final Bookings bookings;
    private final Answers answers;

    RegionPeople(Services services, MailReader mails, Clock clock, String region, long seed) {
        this.services = services;
        this.region = region;
        this.crowd = new Crowd(seed);
        this.bookings = new Bookings(services, mails, clock, crowd);
        this.answers = new Answers(services, mails, crowd);
        this.organiser = Pass.organiser(id(), region);
    }

    Pass organiser() {
        return organiser;
    }

    Crowd crowd() {
        return crowd;
    }

    Bookings bookings() {
        return bookings;
    }

    Answers answers() {
        return answers;
    }

    /** Thirty-two hexadecimal letters nobody has used yet. */
    String id() {
        return crowd.id();
    }

    /** Creates an event, publishes it, and waits until it can be booked. */
    PublishedEvent publish(
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
        return new PublishedEvent(event, title, starts, ends, places);
    }

    /** Where an event takes place. */
    record Venue(String name, String address, String findUs) {

        Map<String, String> asJson() {
            return Map.of("name", name, "address", address, "findUs", findUs);
        }
    }

    /** @see Bookings#book(PublishedEvent, List) */
    List<GuestBooking> book(PublishedEvent event, List<Guest> guests) {
        return bookings.book(event, guests);
    }

    /** @see Bookings#book(PublishedEvent, Guest) */
    GuestBooking book(PublishedEvent event, Guest guest) {
        return bookings.book(event, guest);
    }

    /** Everybody is checked in at the door by their letters. */
    void arrive(List<GuestBooking> bookings) {
        Pass door = Pass.door(id(), bookings.get(0).event().event());
        crowd.sideBySide(
                bookings,
                booking -> services.post(
                        ATTENDEE_SERVICE,
                        door,
                        "/events/" + booking.event().event() + "/check-ins",
                        Map.of("id", id(), "code", booking.code())));
    }

    /** Somebody without a booking comes in; without an address if theirs is not to be kept. */
    void walkIn(PublishedEvent event, Guest guest, boolean withAddress) {
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
        services.post(ATTENDEE_SERVICE, organiser, "/events/" + event.event() + "/walk-ins", press);
    }

    /** One event's numbers as the organiser sees them. */
    JsonNode overview(PublishedEvent event) {
        return services.get(EVENT_SERVICE, organiser, "/overview/" + event.event());
    }

    /** Waits until one of an event's numbers is what it should be. */
    void awaitOverview(PublishedEvent event, String number, int expected) {
        Patience.untilTrue(
                event.title() + " to show " + number + " " + expected,
                () -> overview(event).get(number).asInt() == expected);
    }

    @Override
    public void close() {
        crowd.close();
    }
}
