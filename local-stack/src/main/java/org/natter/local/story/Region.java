package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;
import static org.natter.local.stack.Application.EVENT_SERVICE;
import static org.natter.local.stack.Application.FEEDBACK_SERVICE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.natter.local.mailbox.ReceivedMail;
import tools.jackson.databind.JsonNode;

/**
 * One region's people at work: publishing, booking, arriving, answering. Each method does what one person or many side by
 * side would do through web, and returns once the services agree that it is done.
 */
final class Region implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 8;

    private final Services services;
    private final Post post;
    private final Clock clock;
    private final String region;
    private final Pass organiser;
    private final Random ids;
    private final ExecutorService people = Executors.newFixedThreadPool(SIDE_BY_SIDE, work -> {
        Thread thread = new Thread(work, "people");
        thread.setDaemon(true);
        return thread;
    });

    Region(Services services, Post post, Clock clock, String region, long seed) {
        this.services = services;
        this.post = post;
        this.clock = clock;
        this.region = region;
        this.ids = new Random(seed);
        this.organiser = Pass.organiser(id(), region);
    }

    Pass organiser() {
        return organiser;
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

    /** Everybody asks for a place and presses the button in the mail; in the order given, as far as it shows. */
    List<Ticket> book(Gathering gathering, List<Guest> guests) {
        Instant before = clock.instant();
        List<Ticket> tickets = sideBySide(guests, guest -> book(gathering, guest));
        long told = tickets.stream().filter(Ticket::booked).count();
        String subject = "You're booked: " + gathering.titleInSubjects();
        Patience.untilTrue(told + " mails \"" + subject + "\"", () -> post.count(subject, before) >= told);
        return tickets;
    }

    Ticket book(Gathering gathering, Guest guest) {
        Instant before = clock.instant();
        ask(gathering, guest);
        ReceivedMail mail = post.await(guest.email(), "Confirm your place: " + gathering.titleInSubjects(), before);
        String token = Post.token(mail, "/b/");
        JsonNode booking =
                services.post(ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/confirm", Map.of("token", token));
        return new Ticket(
                guest,
                gathering,
                booking.get("attendance").asString(),
                token,
                booking.get("code").asString(),
                booking.get("status").asString().equals("BOOKED"));
    }

    private void ask(Gathering gathering, Guest guest) {
        Map<String, Object> wish = Map.of(
                "event", gathering.event(),
                "name", guest.name(),
                "email", guest.email(),
                "organisation", guest.organisation(),
                "sector", guest.sector(),
                "newcomer", false,
                "listed", guest.listed(),
                "adult", true);
        services.postOnce(ATTENDEE_SERVICE, Pass.everybody(), "/bookings", wish, id());
    }

    JsonNode cancel(Ticket ticket, String reason) {
        return services.post(
                ATTENDEE_SERVICE,
                Pass.everybody(),
                "/booking-links/cancel",
                Map.of("token", ticket.token(), "reason", reason));
    }

    JsonNode accept(Ticket ticket) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/accept", Map.of("token", ticket.token()));
    }

    JsonNode read(Ticket ticket) {
        return services.post(
                ATTENDEE_SERVICE, Pass.everybody(), "/booking-links/read", Map.of("token", ticket.token()));
    }

    /** Everybody is checked in at the door by their letters. */
    void arrive(List<Ticket> tickets) {
        Pass door = Pass.door(id(), tickets.get(0).gathering().event());
        sideBySide(
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

    /** Opens the link of the newest such mail since the instant and answers all five steps. */
    void answer(Ticket ticket, Sheet sheet, String subject, Instant since) {
        ReceivedMail mail = post.await(ticket.guest().email(), subject, since);
        Pass pass = pass(Post.token(mail, "/f/"));
        Map<String, String> byName = new HashMap<>();
        services.get(ATTENDEE_SERVICE, pass, "/events/" + ticket.gathering().event() + "/roster")
                .forEach(entry -> byName.put(
                        entry.get("name").asString(), entry.get("attendance").asString()));
        List<String> labels = new ArrayList<>();
        for (String words : sheet.labels()) {
            JsonNode label = services.post(
                    ATTENDEE_SERVICE,
                    pass,
                    "/events/" + ticket.gathering().event() + "/labels",
                    Map.of("words", words));
            labels.add(label.get("label").asString());
        }
        int step = 0;
        for (Map<String, Object> body : sheet.steps(byName, labels)) {
            step++;
            services.put(FEEDBACK_SERVICE, pass, "/answers/" + pass.subject() + "/steps/" + step, body);
        }
        services.post(FEEDBACK_SERVICE, pass, "/answers/" + pass.subject() + "/send", Map.of());
    }

    /** What the holder of a feedback or follow-up link may do. */
    Pass pass(String token) {
        JsonNode link = services.post(FEEDBACK_SERVICE, Pass.everybody(), "/links/read", Map.of("token", token));
        return Pass.answer(
                link.get("attendance").asString(),
                link.get("event").asString(),
                link.get("generation").asInt());
    }

    /** Tells by the link of a follow-up mail what came of it; credited to an attendance, or to nobody but hearsay. */
    void tell(Pass pass, String kind, String direction, int year, int month, Map<String, String> credited) {
        services.post(
                FEEDBACK_SERVICE,
                pass,
                "/outcomes",
                Map.of(
                        "id", id(),
                        "kind", kind,
                        "direction", direction,
                        "year", year,
                        "month", month,
                        "credited", List.of(credited)));
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

    <A, B> List<B> sideBySide(List<A> all, Function<A, B> each) {
        List<Future<B>> running = new ArrayList<>();
        for (A one : all) {
            running.add(people.submit(() -> each.apply(one)));
        }
        List<B> done = new ArrayList<>();
        for (Future<B> result : running) {
            try {
                done.add(result.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted.", e);
            }
        }
        return done;
    }

    /** Thirty-two hexadecimal letters nobody has used yet. */
    String id() {
        byte[] bytes = new byte[16];
        synchronized (ids) {
            ids.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
