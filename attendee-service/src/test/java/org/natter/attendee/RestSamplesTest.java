package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.SweepingSeats;
import org.natter.attendee.history.MessagesOfOthers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** The golden exchanges of bookings, the door, the list, own words and sign-in. */
@WholeService
class RestSamplesTest {

    private static final String BROWSER = "ab".repeat(32);
    private static final String WREN = "Wren Hadley";
    private static final String SAMIR = "Samir Marsh";
    private static final String TOBIAS = "Tobias Quill";
    private static final String AMARA = "Amara Teal";

    private final Calls calls;
    private final Evening evening;
    private final People people;
    private final PersonalLinks links;
    private final SweepingSeats sweeping;
    private final MovableClock clock;
    private final MongoOperations mongo;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private String story = "";

    @Autowired
    RestSamplesTest(
            Calls calls,
            Evening evening,
            People people,
            PersonalLinks links,
            SweepingSeats sweeping,
            MovableClock clock,
            MongoOperations mongo,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.evening = evening;
        this.people = people;
        this.links = links;
        this.sweeping = sweeping;
        this.clock = clock;
        this.mongo = mongo;
        this.functions = functions;
    }

    @BeforeEach
    void aStoryOfItsOwn(TestInfo test) {
        story = test.getDisplayName();
    }

    @Test
    void askingForAPlace() {
        var event = evening.open(1);
        var wish = Evening.aWish(event, WREN);
        calls.visitor().with("Idempotency-Key", key()).sample("accepted").post("/bookings", wish);
        wish.put("kept", false);
        calls.visitor()
                .with("Idempotency-Key", HexId.random())
                .sample("no-place-kept")
                .post("/bookings", wish);
        wish.remove("kept");
        calls.visitor().sample("nothing-filled-in").post("/bookings", Map.of());
        calls.visitor().sample("unknown-event").post("/bookings", Evening.aWish(new EventId(HexId.random()), WREN));

        calls.visitor().with("Idempotency-Key", "one").post("/bookings", wish);
        wish.put("name", "Wren H");
        calls.visitor().with("Idempotency-Key", "one").sample("key-reused").post("/bookings", wish);

        evening.callOff(event);
        calls.visitor().sample("booking-closed").post("/bookings", Evening.aWish(event, WREN));
    }

    /** An hour before it begins nobody is offered anything by itself, and an organiser has rung somebody up. */
    @Test
    void offeringAPlaceThatIsLeft() {
        var event = evening.open(1);
        var wren = evening.book(event, WREN);
        var samir = evening.book(event, SAMIR);
        var kofi = calls.organiserOf(Evening.FENLAND.value());
        var theirs = "/events/" + event + "/bookings/" + samir;
        kofi.sample("full").send("POST", theirs + "/offer", null);
        var ahead = Duration.ofDays(14).minusHours(1);
        clock.move(ahead);
        kofi = calls.organiserOf(Evening.FENLAND.value());
        try {
            kofi.delete("/events/" + event + "/bookings/" + wren);

            var offered = kofi.sample("offered").send("POST", theirs + "/offer", null);

            assertThat(offered.json().path("offered").asBoolean()).isTrue();
            assertThat(kofi.send("POST", theirs + "/offer", null).json())
                    .as("twice is once")
                    .isEqualTo(offered.json());
            calls.visitor().post("/booking-links/accept", Map.of("token", evening.token(event, SAMIR)));
            assertThat(kofi.send("POST", theirs + "/offer", null)
                            .json()
                            .path("offered")
                            .asBoolean())
                    .as("they have taken it, and no email says anything")
                    .isFalse();
            kofi.sample("not-found").send("POST", "/events/" + event + "/bookings/" + HexId.random() + "/offer", null);
            kofi.sample("unknown-event")
                    .send("POST", "/events/" + HexId.random() + "/bookings/" + samir + "/offer", null);
            kofi.delete(theirs);
            kofi.sample("waits-no-more").send("POST", theirs + "/offer", null);
            evening.callOff(event);
            kofi.sample("booking-closed").send("POST", theirs + "/offer", null);
        } finally {
            clock.move(ahead.negated());
        }
    }

    @Test
    void actingForSomebodyWhoToldAnOrganiser() {
        var event = evening.open(1);
        comes(event, WREN, SAMIR, TOBIAS);
        var added = "/bookings/by-hand";
        var kofi = calls.organiserOf(Evening.FENLAND.value());
        var wish = Evening.aWish(event, WREN);
        wish.put("listed", false);
        wish.put("kept", true);
        kofi.with("Idempotency-Key", key()).sample("room").post(added, wish);
        kofi.with("Idempotency-Key", HexId.random()).sample("full").post(added, Evening.aWish(event, SAMIR));
        kofi.sample("nothing-filled-in").post(added, Map.of());
        kofi.sample("unknown-event").post(added, Evening.aWish(new EventId(HexId.random()), WREN));
        kofi.with("Idempotency-Key", "one").post(added, Evening.aWish(event, TOBIAS));
        kofi.with("Idempotency-Key", "one").sample("key-reused").post(added, Evening.aWish(event, AMARA));

        var wren = evening.attendance(event, WREN);
        var samir = evening.attendance(event, SAMIR);
        kofi.sample("cancelled").delete("/events/" + event + "/bookings/" + samir);
        link("read", "off-the-list", event, SAMIR);
        kofi.post("/events/" + event + "/check-ins", letIn(wren));
        kofi.sample("already-here").delete("/events/" + event + "/bookings/" + wren);
        kofi.delete("/events/" + event + "/check-ins/" + wren);
        kofi.sample("cancelled").delete("/events/" + event + "/bookings/" + wren);
        link("read", "cancelled-for-you", event, WREN);
        kofi.sample("not-found").delete("/events/" + event + "/bookings/" + HexId.random());
        kofi.sample("unknown-event").delete("/events/" + HexId.random() + "/bookings/" + wren);

        evening.callOff(event);
        kofi.with("Idempotency-Key", "two").sample("booking-closed").post(added, Evening.aWish(event, TOBIAS));
        kofi.sample("booking-closed").delete("/events/" + event + "/bookings/" + wren);
    }

    @Test
    void readingABooking() {
        var event = evening.open(1);
        comes(event, WREN, SAMIR, TOBIAS, AMARA);
        evening.ask(event, WREN);
        link("read", "unconfirmed", event, WREN);
        evening.press("confirm", event, WREN);
        link("read", "booked", event, WREN);
        book(event, SAMIR, TOBIAS, AMARA);
        link("read", "waiting", event, AMARA);
        evening.press("cancel", event, WREN);
        link("read", "cancelled", event, WREN);
        link("read", "offered", event, SAMIR);
        evening.press("cancel", event, AMARA);
        link("read", "left-the-list", event, AMARA);
        evening.ask(event, AMARA);
        link("read", "joining", event, AMARA);

        var lapsed = evening.open(1);
        comes(lapsed, TOBIAS);
        evening.ask(lapsed, TOBIAS);
        sweeping.sweep(lapsed, clock.instant().plus(Duration.ofMinutes(61)));
        link("read", "lapsed", lapsed, TOBIAS);

        var off = evening.open(1);
        comes(off, WREN);
        book(off, WREN);
        evening.callOff(off);
        link("read", "called-off", off, WREN);
        unknownLink("read", Map.of());

        var undone = evening.open(1);
        comes(undone, WREN);
        calls.doorHelperAt(undone).post("/events/" + undone + "/walk-ins", walkIn(WREN, Evening.address(WREN)));
        var wren = evening.attendance(undone, WREN);
        calls.doorHelperAt(undone).delete("/events/" + undone + "/check-ins/" + wren);
        link("read", "not-admitted", undone, WREN);
    }

    @Test
    void keepingABooking() {
        var event = evening.open(1);
        comes(event, WREN, SAMIR, TOBIAS, AMARA);
        evening.ask(event, WREN);
        var link = evening.token(event, WREN);
        calls.visitor()
                .sample("changed-meanwhile")
                .post("/booking-links/confirm", Map.of("token", link, "shown", "of-another-wish"));
        var shown = calls.visitor()
                .post("/booking-links/read", Map.of("token", link))
                .json();
        calls.visitor()
                .sample("booked")
                .post(
                        "/booking-links/confirm",
                        Map.of("token", link, "shown", shown.path("wish").asString()));
        evening.ask(event, SAMIR);
        link("confirm", "waiting", event, SAMIR);
        link("cancel", "cancelled", event, WREN);
        link("accept", "booked", event, SAMIR);

        book(event, TOBIAS);
        calls.visitor()
                .sample("not-said-why")
                .post("/booking-links/cancel", Map.of("token", evening.token(event, TOBIAS)));
        var choice = Map.of("token", evening.token(event, SAMIR), "listed", false);
        calls.visitor().sample("not-listed").post("/booking-links/choices", choice);
        calls.visitor()
                .sample("not-chosen")
                .post("/booking-links/choices", Map.of("token", evening.token(event, SAMIR)));
        unknownLink("confirm", Map.of());
        unknownLink("accept", Map.of());
        unknownLink("cancel", Map.of());
        unknownLink("choices", Map.of("listed", true));

        var here = book(event, AMARA);
        calls.doorHelperAt(event).post("/events/" + event + "/check-ins", letIn(here));
        link("cancel", "already-here", event, AMARA);
        link("read", "here", event, AMARA);

        var late = evening.open(1);
        comes(late, AMARA);
        evening.ask(late, AMARA);
        sweeping.sweep(late, clock.instant().plus(Duration.ofMinutes(61)));
        link("confirm", "lapsed", late, AMARA);
        link("accept", "lapsed", late, AMARA);
    }

    @Test
    void stoppingFeedbackMails() {
        var event = evening.open(1);
        comes(event, WREN);
        var wren = book(event, WREN);
        var feedback = links.feedback(wren, 1);
        var token = feedback.substring(feedback.lastIndexOf('/') + 1);

        calls.visitor().sample("nothing").post("/stop-links/read", Map.of("token", token));
        calls.visitor().sample("this-event").post("/stop-links/stop", Map.of("token", token, "stop", "EVENT"));
        calls.visitor().sample("all").post("/stop-links/stop", Map.of("token", token, "stop", "ALL"));
        calls.visitor().sample("all").post("/stop-links/read", Map.of("token", token));
        calls.visitor().sample("not-said").post("/stop-links/stop", Map.of("token", token));
        calls.visitor().sample("unknown-link").post("/stop-links/read", Map.of("token", "nobodys"));
        calls.visitor()
                .sample("unknown-link")
                .post("/stop-links/stop", Map.of("token", evening.token(event, WREN), "stop", "ALL"));
        calls.visitor().sample("asked-again").post("/stop-links/ask-again", Map.of("token", token));
        calls.visitor()
                .sample("unknown-link")
                .post("/stop-links/ask-again", Map.of("token", evening.token(event, WREN)));
    }

    @Test
    void whetherOneGetsFeedbackMails() {
        var event = evening.open(1);
        comes(event, WREN);
        var wren = calls.attendee(
                people.personOf(book(event, WREN)).orElseThrow().id().value());

        wren.sample("wanted").get("/me/feedback-mails");
        wren.sample("not-wanted").put("/me/feedback-mails", Map.of("wanted", false));
        wren.sample("not-wanted").get("/me/feedback-mails");
        wren.sample("wanted").put("/me/feedback-mails", Map.of("wanted", true));
        wren.sample("not-said").put("/me/feedback-mails", Map.of());
        var nobody = calls.attendee(HexId.random());
        nobody.sample("unknown-person").get("/me/feedback-mails");
        nobody.sample("unknown-person").put("/me/feedback-mails", Map.of("wanted", true));
    }

    @Test
    void countingPlaces() {
        var event = evening.open(2);
        comes(event, WREN, SAMIR, TOBIAS);
        book(event, WREN);
        calls.visitor().sample("some-free").get("/events/" + event + "/places");
        book(event, SAMIR, TOBIAS);
        calls.visitor().sample("full").get("/events/" + event + "/places");
        evening.callOff(event);
        calls.visitor().sample("closed").get("/events/" + event + "/places");
        calls.visitor().sample("unknown-event").get("/events/" + HexId.random() + "/places");
        calls.visitor().sample("one-that-is-known").get("/places?event=" + event + "&event=" + HexId.random());
    }

    @Test
    void countingThoseWhoComeByTheirKindOfLibrary() {
        var event = evening.open(10);
        var five = new String[] {WREN, SAMIR, TOBIAS, AMARA, "Ruth Sedge"};
        comes(event, five);
        book(event, five);
        for (var guest = 1; guest <= 5; guest++) {
            evening.book(event, "Guest " + guest, Sector.PUBLIC);
        }
        clock.move(Duration.ofDays(1));
        calls.visitor().sample("two-kinds-coming").get("/events/" + event + "/places");
    }

    @Test
    void theDoor() {
        var event = evening.open(2);
        comes(event, WREN, SAMIR, TOBIAS, AMARA);
        var wren = book(event, WREN);
        var samir = book(event, SAMIR);
        var tobias = book(event, TOBIAS);
        evening.ask(event, AMARA);
        var amara = evening.attendance(event, AMARA);
        var attendees = "/events/" + event + "/attendees";
        var checkIns = "/events/" + event + "/check-ins";
        var door = calls.doorHelperAt(event);

        calls.owner().sample("before").get(attendees);
        var hosts = "/events/" + event + "/hosts";
        calls.owner().sample("nobody").put(hosts, Map.of());
        calls.owner().sample("one").put(hosts, Map.of("hosts", List.of(tobias.value())));
        var strangers = Stream.generate(HexId::random);
        calls.owner().sample("not-on-the-list").put(hosts, Map.of("hosts", List.of(HexId.random())));
        calls.owner()
                .sample("too-many")
                .put(hosts, Map.of("hosts", strangers.limit(51).toList()));
        calls.owner()
                .sample("one-missing")
                .put(hosts, Collections.singletonMap("hosts", Collections.singletonList(null)));
        var wrens = press(wren);
        door.sample("welcome").post(checkIns, wrens);
        calls.doorHelperAt(event).sample("already-in").post(checkIns, press(wren));
        calls.doorHelperAt(event)
                .sample("by-code")
                .post(
                        checkIns,
                        Map.of("id", HexId.random(), "code", DoorCode.of(samir).value()));
        calls.doorHelperAt(event).sample("waiting").post(checkIns, press(tobias));
        calls.doorHelperAt(event).sample("not-confirmed").post(checkIns, press(amara));
        calls.doorHelperAt(event).sample("let-in").post(checkIns, letIn(tobias));
        calls.doorHelperAt(event).sample("not-found").post(checkIns, Map.of("id", HexId.random(), "code", "ZZZZZZ"));
        calls.doorHelperAt(event).sample("nothing-typed").post(checkIns, Map.of("id", HexId.random()));
        calls.owner().sample("during").get(attendees);
        calls.doorHelperAt(event).sample("at-the-door").get(attendees);
        calls.doorHelperAt(event).sample("undone").delete(checkIns + "/" + wren);
        calls.doorHelperAt(event).sample("undone").post(checkIns, wrens);
        calls.doorHelperAt(event).delete(checkIns + "/" + samir);
        evening.press("cancel", event, SAMIR);
        calls.doorHelperAt(event).sample("cancelled").post(checkIns, press(samir));

        var other = evening.open(1);
        calls.owner().sample("nobody").get("/events/" + other + "/attendees");
        calls.doorHelperAt(other).sample("other-event").post("/events/" + other + "/check-ins", press(wren));
        calls.doorHelperAt(other).sample("unknown-event").post(checkIns, press(wren));
        calls.doorHelperAt(other).sample("unknown-event").delete(checkIns + "/" + wren);
        calls.doorHelperAt(other).sample("unknown-event").get(attendees);
        calls.owner().sample("unknown-event").put("/events/" + HexId.random() + "/hosts", Map.of());

        evening.callOff(event);
        calls.owner().sample("called-off").get(attendees);
    }

    @Test
    void walkIns() {
        var event = evening.open(2);
        comes(event, WREN);
        book(event, WREN);
        var walkIns = "/events/" + event + "/walk-ins";

        calls.doorHelperAt(event)
                .sample("welcome")
                .post(walkIns, walkIn("Maurice Tydd", "maurice.tydd@library.example"));
        var full = walkIn("Jory Eastrea", "");
        calls.doorHelperAt(event).sample("over-limit").post(walkIns, full);
        full.put("overLimit", true);
        calls.doorHelperAt(event).sample("let-in").post(walkIns, full);
        calls.doorHelperAt(event).sample("already-in").post(walkIns, walkIn(WREN, Evening.address(WREN)));
        calls.doorHelperAt(event).sample("unreadable-address").post(walkIns, walkIn("Maurice Tydd", "maurice"));
        calls.doorHelperAt(evening.open(1)).sample("unknown-event").post(walkIns, walkIn("Maurice Tydd", ""));
        evening.callOff(event);
        calls.doorHelperAt(event).sample("booking-closed").post(walkIns, walkIn("Maurice Tydd", ""));
    }

    @Test
    void whoWasThere() {
        var event = evening.open(3);
        comes(event, WREN, SAMIR, TOBIAS);
        var wren = book(event, WREN);
        var path = "/events/" + event + "/roster";
        calls.answering(wren, event).sample("nobody-else").get(path);
        book(event, SAMIR, TOBIAS);
        calls.answering(wren, event).sample("two-others").get(path);
        calls.visitor().post("/booking-links/choices", Map.of("token", evening.token(event, TOBIAS), "listed", false));
        functions
                .get("historyFeedback")
                .accept(MessagesOfOthers.answered(
                                event.value(),
                                wren.toString(),
                                1,
                                "2026-10-16T09:00:00Z",
                                List.of(MessagesOfOthers.side(
                                        "ATTENDANCE",
                                        evening.attendance(event, TOBIAS).toString(),
                                        "NEW",
                                        "CHAT")),
                                List.of())
                        .message());
        calls.answering(wren, event).sample("one-no-longer-listed").get(path);
        calls.answering(wren, evening.open(1)).sample("unknown-event").get(path);

        var named = "/attendances/" + wren + "/named";
        var samir = evening.attendance(event, SAMIR).value();
        calls.answering(wren, event).sample("one").post(named, Map.of("people", List.of(samir)));
        calls.answering(wren, event)
                .sample("too-many")
                .post(
                        named,
                        Map.of(
                                "people",
                                Stream.generate(HexId::random).limit(501).toList()));
        calls.answering(wren, evening.open(1)).sample("not-found").post(named, Map.of("people", List.of(samir)));

        calls.answering(wren, event).sample("wren").get("/attendances/" + wren + "/greeting");
        calls.answering(wren, event)
                .sample("somebody-elses")
                .get("/attendances/" + evening.attendance(event, TOBIAS) + "/greeting");
    }

    @Test
    void ownWords() {
        var event = evening.open(1);
        comes(event, WREN);
        var wren = book(event, WREN);
        var labels = "/events/" + event + "/labels";
        var words = "/events/" + event + "/private-words";

        calls.answering(wren, event).sample("none").get(labels);
        calls.answering(wren, event).sample("nothing").get(words);
        calls.answering(wren, event).sample("red-scarf").post(labels, Map.of("words", "H, red scarf"));
        calls.answering(wren, event).sample("nothing-typed").post(labels, Map.of("words", " "));
        calls.answering(wren, event).sample("too-long").post(labels, Map.of("words", "a".repeat(81)));
        calls.answering(wren, event).sample("large-print").put(words, Map.of("overheard", "large-print stock"));
        calls.answering(wren, event).sample("too-long").put(words, Map.of("overheard", "a".repeat(2001)));
        calls.answering(wren, event)
                .sample("changed-meanwhile")
                .put(words, Map.of("overheard", "rowing club", "insteadOf", ""));
        calls.answering(wren, event).put(words, Map.of("overheard", "large-print stock", "insteadOf", ""));
        calls.answering(wren, event).sample("red-scarf").get(labels);
        calls.answering(wren, event).sample("large-print").get(words);

        var other = evening.open(1);
        calls.answering(wren, other).sample("unknown-event").get(labels);
        calls.answering(wren, other).sample("unknown-event").post(labels, Map.of("words", "H"));
        calls.answering(wren, other).sample("unknown-event").get(words);
        calls.answering(wren, other).sample("unknown-event").put(words, Map.of("overheard", "x"));
    }

    @Test
    void ownPagesBehindAMailedLink() {
        var name = "Orla Fenwick";
        var first = evening.open(1);
        comes(first, name);
        book(first, name);
        var person = people.byAddress(new EmailAddress(Evening.address(name))).orElseThrow();
        var asked = Map.of("email", Evening.address(name), "browser", BROWSER);
        mongo.getCollection("sign_in_request").deleteMany(new Document());

        calls.visitor().sample("accepted").post("/sign-in-links", asked);
        calls.visitor().sample("no-address").post("/sign-in-links", Map.of("email", "orla", "browser", BROWSER));
        var request = Awaitility.await("the ask to be answered")
                .until(() -> mongo.getCollection("sign_in_request").find().first(), Objects::nonNull);
        var link = links.signIn(request.getString("_id"));
        var press = Map.of("token", link.substring(link.lastIndexOf('/') + 1), "browser", BROWSER);
        calls.visitor().sample("orla").post("/sign-ins", press);
        calls.visitor().sample("link-run-out").post("/sign-ins", press);

        calls.attendee(person.id().value()).sample("orla").get("/me");
        calls.attendee(HexId.random()).sample("unknown-person").get("/me");
        calls.attendee(person.id().value()).sample("one").get("/me/bookings");
        calls.attendee(HexId.random()).sample("none").get("/me/bookings");
        choosesToBeListed(person.id());

        var orla = calls.attendee(person.id().value());
        orla.sample("changed").put("/me/name", Map.of("name", "Orla Sedgewick"));
        orla.sample("nothing-filled-in").put("/me/name", Map.of());
        orla.sample("changed-meanwhile").put("/me/name", Map.of("name", "Orla Marsh", "insteadOf", name));
        calls.attendee(HexId.random()).sample("unknown-person").put("/me/name", Map.of("name", "Orla"));
        assertThat(orla.get("/me").json().path("name").asString()).isEqualTo("Orla Sedgewick");
        var booking = orla.get("/me/bookings").json().path(0);
        assertThat(booking.path("name").asString()).as("it is still to come").isEqualTo("Orla Sedgewick");
    }

    /** From the list of one's bookings, where whoever came without one finds it, too. */
    private void choosesToBeListed(PersonId person) {
        var mine = calls.attendee(person.value());
        var address = "/me/bookings/"
                + mine.get("/me/bookings").json().path(0).path("attendance").asString() + "/choices";
        mine.sample("not-listed").put(address, Map.of("listed", false));
        assertThat(mine.get("/me/bookings").json().path(0).path("listed").asBoolean())
                .isFalse();
        mine.sample("not-chosen").put(address, Map.of());
        calls.attendee(HexId.random()).sample("not-theirs").put(address, Map.of("listed", true));
        assertThat(mine.get("/me/bookings").json().path(0).path("listed").asBoolean())
                .isFalse();
        mine.sample("listed").put(address, Map.of("listed", true));
    }

    private String key() {
        return HexId.derivedFrom(story);
    }

    /** Gives people the same attendances in each run, since a door code is computed from one. */
    private void comes(EventId event, String... names) {
        for (var name : names) {
            var person = people.withAddress(
                    new EmailAddress(Evening.address(name)),
                    new PersonDetails(name, "Ousebridge College", Sector.COLLEGE));
            var known = person.attendances().size();
            Attending.of(
                    people,
                    person.id(),
                    event,
                    new AttendanceId(HexId.derivedFrom(story + "/" + name + "/" + nth(event))));
            assertThat(people.find(person.id()).orElseThrow().attendances()).hasSize(known + 1);
        }
    }

    private final Map<EventId, Integer> events = new HashMap<>();

    private int nth(EventId event) {
        return events.computeIfAbsent(event, unseen -> events.size());
    }

    private AttendanceId book(EventId event, String... names) {
        AttendanceId last = null;
        for (var name : names) {
            last = evening.book(event, name);
        }
        return Objects.requireNonNull(last);
    }

    private void link(String verb, String sample, EventId event, String name) {
        var body = new HashMap<String, Object>(Map.of("token", evening.token(event, name)));
        if (verb.equals("cancel")) {
            body.put("reason", "TIME");
        }
        calls.visitor().sample(sample).post("/booking-links/" + verb, body);
    }

    private void unknownLink(String verb, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("token", "nobodys");
        calls.visitor().sample("unknown-link").post("/booking-links/" + verb, body);
    }

    private static Map<String, Object> press(AttendanceId attendance) {
        return Map.of("id", HexId.random(), "attendance", attendance.value());
    }

    private static Map<String, Object> letIn(AttendanceId attendance) {
        return Map.of("id", HexId.random(), "attendance", attendance.value(), "letIn", false, "overLimit", true);
    }

    private static Map<String, Object> walkIn(String name, String email) {
        var press = new HashMap<String, Object>();
        press.put("id", HexId.random());
        press.put("name", name);
        press.put("email", email);
        press.put("organisation", "");
        press.put("sector", "PUBLIC");
        press.put("newcomer", true);
        press.put("listed", true);
        press.put("overLimit", false);
        return press;
    }
}
