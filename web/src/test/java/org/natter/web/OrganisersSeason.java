package org.natter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.natter.web.stub.Call;
import org.natter.web.stub.Sampled;
import org.natter.web.stub.StubServices;

/** What organisers see of the three services: the season of Fenland and Cam. */
public final class OrganisersSeason {

    public static final String REGION = "c0000000000000000000000000000001";
    public static final String WINTER = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String DRAFT = "5be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String PUB = "6be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String OFF = "8be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String ELLA = "a0000000000000000000000000000001";
    public static final String ASHA = "a0000000000000000000000000000002";
    public static final String NIA = id(30);

    private static final Map<String, Sampled> OVERVIEWS = new LinkedHashMap<>();

    static {
        plan(WINTER, "Winter Warmer", "2026-11-26T18:30", "21:00", "PUBLISHED", 36, 34, 3, 17);
        plan(id(7), "Weeding without tears", "2026-12-09T12:30", "13:30", "PUBLISHED", 16, 14, 2, 0);
        plan(DRAFT, "TeachMeet: ten minutes each", "2027-03-11T16:30", "18:30", "DRAFT", 30, 0, 0, 0);
        plan(PUB, "Riverside pub evening", "2026-10-15T18:30", "21:00", "CONCLUDED", 24, 24, 0, 21);
        plan(id(9), "Summer pub evening", "2026-07-09T18:30", "21:00", "CONCLUDED", 24, 24, 0, 22);
        plan(id(10), "TeachMeet", "2026-03-11T16:30", "18:30", "CONCLUDED", 30, 30, 0, 27);
        plan(id(11), "Autumn Days 2025", "2025-11-13T09:30", "16:30", "CONCLUDED", 240, 240, 0, 221);
        plan(OFF, "Boiler supper", "2026-12-18T18:30", "21:00", "CANCELLED", 20, 8, 0, 0);
    }

    private OrganisersSeason() {}

    /** The three services in this season. */
    public static StubServices services() {
        return new StubServices(OrganisersSeason::begin);
    }

    /** Another region's event, or none. */
    public static void noSuchEvent(StubServices services, String event) {
        services.answer("GET /event/overview/" + event, unknown("event-service/get-overview-event"));
        services.answer("GET /event/events/" + event, unknown("event-service/get-events-event"));
        services.answer(
                "GET /attendee/events/" + event + "/attendees", unknown("attendee-service/get-events-event-attendees"));
    }

    private static Sampled unknown(String folder) {
        return Sampled.of(folder + "/unknown-event");
    }

    /** One event's figures. */
    public static Sampled overview(String event) {
        return OVERVIEWS.get(event);
    }

    /** One event as an answer in this file tells it. */
    public static Sampled event(String file, String event) {
        var said = event(file);
        for (var field :
                List.of("event", "title", "status", "startsAt", "endsAt", "startsAtInstant", "endsAtInstant")) {
            said = said.with(field, overview(event).json().path(field));
        }
        return said.with("region", REGION).with("places", overview(event).json().path("places"));
    }

    /** Whether one event's check-in list is complete. */
    public static Sampled list(String event, boolean complete) {
        var lists = Sampled.of("feedback-service/get-lists/not-complete");
        return lists.holding(List.of(lists.first().with("event", event).with("complete", complete)));
    }

    private static void begin(StubServices services) {
        figures(services);
        changes(services);
        door(services);
        operations(services);
        outside(services);
    }

    private static void outside(StubServices services) {
        var winter = event("get-programme-event/published", WINTER);
        services.answer(
                "GET /event/programme", event("get-programme/of-a-region").holding(List.of(winter)));
        services.answer("GET /event/programme/" + WINTER, winter);
        services.answer(
                "GET /event/programme/" + WINTER + "/calendar",
                Sampled.of("event-service/get-programme-event-calendar/published"));
        services.answer("GET /attendee/places", attendee("get-places/one-that-is-known"));
        services.answer("GET /attendee/events/" + WINTER + "/places", attendee("get-events-event-places/some-free"));
        services.answer("POST /attendee/booking-links/read", attendee("post-booking-links-read/unknown-link"));
        services.answer("POST /attendee/stop-links/read", attendee("post-stop-links-read/unknown-link"));
        services.answer("POST /feedback/links/read", Sampled.of("feedback-service/post-links-read/unknown"));
        services.answer("POST /feedback/talks/read", Sampled.of("feedback-service/post-talks-read/unknown"));
    }

    private static void figures(StubServices services) {
        services.answer("GET /event/regions", listOf("event-service/get-regions/one", "region", REGION));
        services.answer(
                "GET /event/overview", event("get-overview/with-guests").holding(List.copyOf(OVERVIEWS.values())));
        services.answer("GET /event/events", OrganisersSeason::listed);
        OVERVIEWS.forEach((event, overview) -> {
            services.answer("GET /event/overview/" + event, overview);
            services.answer("GET /event/events/" + event, event("get-events-event/a-draft", event));
            services.answer(
                    "GET /attendee/events/" + event + "/attendees", attendee("get-events-event-attendees/nobody"));
            services.answer(
                    "GET /feedback/events/" + event + "/turnout",
                    Sampled.of("feedback-service/get-events-event-turnout/not-found"));
            services.answer(
                    "GET /feedback/events/" + event + "/feedback",
                    Sampled.of("feedback-service/get-events-event-feedback/not-found"));
            services.answer(
                    "GET /feedback/events/" + event + "/questions",
                    Sampled.of("feedback-service/get-events-event-questions/not-found"));
        });
        services.answer("GET /feedback/events/" + PUB + "/turnout", turnout());
        services.answer(
                "GET /feedback/lists",
                Sampled.of("feedback-service/get-lists/not-complete").holding(List.of()));
        services.answer("GET /feedback/events/" + PUB + "/feedback", answers());
    }

    private static void changes(StubServices services) {
        services.answer("POST /event/events", OrganisersSeason::planned);
        services.answer("PUT /event/events/" + WINTER, event("put-events-event/a-draft", WINTER));
        services.answer("POST /event/events/" + WINTER + "/trials", OrganisersSeason::tried);
        services.answer("DELETE /event/events/" + DRAFT, event("delete-events-event/a-draft"));
        services.answer(
                "PUT /event/regions/" + REGION,
                event("put-regions-region/renamed").with("region", REGION));
        services.answer(
                "POST /event/events/" + DRAFT + "/publish", event("post-events-event-publish/published", DRAFT));
        services.answer(
                "POST /event/events/" + WINTER + "/cancel",
                sent -> isBlank(sent, "reason")
                        ? event("post-events-event-cancel/no-reason")
                        : event("post-events-event-cancel/called-off", WINTER));
    }

    /** The list that is asked for, of those called so, all on one page. */
    private static Sampled listed(Call sent) {
        var title = sent.query().replaceFirst(".*[?&]title=([^&]*).*", "$1");
        var found = new LinkedHashMap<String, List<Sampled>>();
        List.of("COMING", "PAST", "DRAFTS").forEach(list -> found.put(list, new ArrayList<>()));
        OVERVIEWS.values().stream()
                .filter(event -> event.json().path("title").asString().contains(title))
                .forEach(event -> found.get(listOf(event)).add(event));
        var asked = sent.query().replaceFirst(".*[?&]list=([^&]*).*", "$1");
        return event("get-events/with-guests")
                .with("coming", found.get("COMING").size())
                .with("past", found.get("PAST").size())
                .with("drafts", found.get("DRAFTS").size())
                .with("events", found.get(asked));
    }

    private static String listOf(Sampled event) {
        return switch (event.json().path("status").asString()) {
            case "DRAFT" -> "DRAFTS";
            case "CONCLUDED" -> "PAST";
            default -> "COMING";
        };
    }

    private static Sampled planned(Call sent) {
        var unfit = event("post-events/unfit")
                .keeping("errors", error -> isBlank(sent, error.path("field").asString()));
        return unfit.json().path("errors").isEmpty() ? event("post-events/a-draft", DRAFT) : unfit;
    }

    private static Sampled tried(Call sent) {
        var late = sent.json()
                        .path("startsAt")
                        .asString("")
                        .compareTo(sent.json().path("endsAt").asString(""))
                >= 0;
        var unfit = event("post-events-event-trials/unfit")
                .keeping(
                        "errors",
                        error -> error.path("field").asString().equals("endsAt")
                                ? late
                                : isBlank(sent, error.path("field").asString()));
        return unfit.json().path("errors").isEmpty() ? event("post-events-event-trials/would-do") : unfit;
    }

    private static boolean isBlank(Call sent, String field) {
        return sent.json().path(field).asString("").isBlank();
    }

    private static void door(StubServices services) {
        services.answer("GET /attendee/events/" + WINTER + "/attendees", people());
        services.answer("POST /attendee/events/" + WINTER + "/check-ins", door("post-events-event-check-ins/welcome"));
        services.answer("POST /attendee/events/" + WINTER + "/walk-ins", door("post-events-event-walk-ins/welcome"));
        services.answer(
                "DELETE /attendee/events/" + WINTER + "/check-ins/" + ASHA,
                door("delete-events-event-check-ins-attendance/undone"));
    }

    private static void operations(StubServices services) {
        services.answer("GET /attendee/outbox/counts", attendee("get-outbox-counts/bounced"));
        services.answer("GET /attendee/outbox", outbox());
        services.answer(
                "POST /attendee/events/" + WINTER + "/mail-previews",
                asked -> attendee("post-events-event-mail-previews/"
                        + (asked.json().path("step").asString().equals("CALL_OFF") ? "called-off" : "changed")));
        services.answer("POST /attendee/outbox/corrections", attendee("post-outbox-corrections/corrected"));
        services.answer("POST /attendee/outbox/tries", attendee("post-outbox-tries/once-more"));
        for (var service : List.of("event", "attendee", "feedback")) {
            var letters = "GET /" + service + "/operations/dead-letters";
            services.answer(letters, event("get-operations-dead-letters/none"));
            services.answer(letters + "/none", event("get-operations-dead-letters-id/unknown-dead-letter"));
        }
    }

    /** How many have answered about the pub evening. */
    public static Sampled turnout() {
        return Sampled.of("feedback-service/get-events-event-turnout/counted")
                .with("asked", 20)
                .with("answered", 13);
    }

    /** The same, as far as its report has come. */
    public static Sampled answers() {
        return Sampled.of("feedback-service/get-events-event-feedback/collecting")
                .with("asked", 20)
                .with("answered", 13)
                .with("closesAt", "2026-11-29T23:59:00Z")
                .with("publishesAt", "2026-12-06T10:00:00Z");
    }

    /** One mail about the Winter Warmer. */
    public static Sampled mail(String kind, String status, String name) {
        return attendee("get-outbox/newest")
                .first("mails")
                .with("event", WINTER)
                .with("eventTitle", "Winter Warmer")
                .with("kind", kind)
                .with("status", status)
                .with("again", status.equals("BOUNCED"))
                .with("correctable", status.equals("BOUNCED") && !kind.equals("HOW_WAS_IT"))
                .with("name", name);
    }

    private static Sampled outbox() {
        return attendee("get-outbox/none")
                .with("toDo", 1)
                .with("counts", Map.of("SENT", 1, "RETRY", 1, "BOUNCED", 1, "QUEUED", 1, "CLAIMED", 2, "SENDING", 1))
                .with(
                        "mails",
                        List.of(
                                mail("BOOKED", "SENT", "Ella Marsh"),
                                mail("WAITING", "RETRY", "Nia Fairbrother")
                                        .with("nextAttemptAt", "2026-11-23T22:45:00Z"),
                                mail("CONFIRM_BOOKING", "BOUNCED", "Jory Eastrea"),
                                mail("DAY_BEFORE", "QUEUED", "Ella Marsh")
                                        .with("nextAttemptAt", "2026-11-25T10:00:00Z")));
    }

    private static Sampled door(String file) {
        return attendee(file).with("name", "Ella Marsh").with("attendance", ELLA);
    }

    private static Sampled people() {
        var all = new ArrayList<Sampled>();
        all.add(person(ELLA, "Ella Marsh", "BOOKED").with("organisation", "City Library"));
        all.add(here(person(ASHA, "Asha Merrow", "BOOKED").with("newcomer", false)));
        all.add(here(person(id(12), "Tobias Quill", "BOOKED")));
        all.add(here(person(id(13), "Amara Teal", "BOOKED")));
        for (var name : List.of(
                "Iona Stroud",
                "Ruth Sedge",
                "Hamid Rook",
                "Wren Hadley",
                "Kofi Bulrush",
                "Samir Marsh",
                "Hugo Staithe")) {
            all.add(person(id(all.size() + 12), name, "BOOKED"));
        }
        all.add(person(NIA, "Nia Fairbrother", "WAITING").with("position", 1));
        all.add(person(id(31), "Zainab Coates", "OFFERED"));
        all.add(person(id(32), "Vivien Tansley", "CANCELLED"));
        return attendee("get-events-event-attendees/before").holding(all);
    }

    private static Sampled person(String attendance, String name, String status) {
        return attendee("get-events-event-attendees/before")
                .first()
                .with("attendance", attendance)
                .with("name", name)
                .with("status", status);
    }

    private static Sampled event(String file) {
        return Sampled.of("event-service/" + file);
    }

    private static Sampled attendee(String file) {
        return Sampled.of("attendee-service/" + file);
    }

    private static Sampled here(Sampled person) {
        return person.with("checkedInAt", "2026-11-26T18:31:00Z");
    }

    private static Sampled listOf(String file, String field, String value) {
        var list = Sampled.of(file);
        return list.holding(List.of(list.first().with(field, value)));
    }

    /** @param figures places, and who is booked, waiting and here */
    private static void plan(String id, String title, String start, String end, String status, int... figures) {
        var from = start;
        var until = start.substring(0, start.indexOf('T') + 1) + end;
        var overview = event("get-overview-event/nobody-yet")
                .with("event", id)
                .with("title", title)
                .with("status", status)
                .with("startsAt", from)
                .with("endsAt", until)
                .with("startsAtInstant", from + ":00Z")
                .with("endsAtInstant", until + ":00Z");
        var names = List.of("places", "booked", "waiting", "here");
        for (var at = 0; at < figures.length; at++) {
            overview = overview.with(names.get(at), figures[at]);
        }
        OVERVIEWS.put(id, id.equals(PUB) ? overview.with("walkIns", 2) : overview);
    }

    private static String id(int number) {
        return String.format("a%031d", number);
    }
}
