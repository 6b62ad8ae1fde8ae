package org.natter.web.attendee;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.natter.web.stub.Call;
import org.natter.web.stub.Sampled;
import org.natter.web.stub.StubServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** What attendees see of the three services: the cast of the Riverside pub evening, and what they have said so far. */
final class PubEvening {

    static final String EVENT = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String CALLED_OFF = "5be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String PAST = "6be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String ELLIS = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    static final String PERSON = "b0000000000000000000000000000001";
    static final String LINK = "k1.1.n459bFtKOSgXBvXk08KxoA.secretsecret";

    /** Of another booking of the same person. */
    static final String OTHER_LINK = "k1.1.AAAAAAAAAAAAAAAAAAAAAg.secretsecret";

    static final String OTHERS = "00000000000000000000000000000002";
    private static final String ANSWER = "/feedback/answers/" + ELLIS;
    private static final String LABELS = "/attendee/events/" + EVENT + "/labels";
    private static final String WORDS = "/attendee/events/" + EVENT + "/private-words";
    static final String NOT_MINE = "POST /attendee/attendances/" + ELLIS + "/not-mine";

    private static final String EVENING = "/attendee/attendances/" + ELLIS + "/evening";

    private final List<String> own = new ArrayList<>();
    private final StubServices services = new StubServices(this::begin);

    private String booking;
    private String standing;
    private String name;
    private String start;
    private String end;
    private String room;
    private String sector;
    private String organisation;
    private boolean here;
    private boolean full;
    private String stopped;
    private int looksUntilKnown;
    private List<String> figures;
    private volatile CountDownLatch together;

    static final String PUB_NEXT = "c1000000000000000000000000000001";
    static final String ZINES = "c1000000000000000000000000000003";
    static final String TO_SHOW = "c1000000000000000000000000000002";

    /** The organisers ask which pub is next, and what somebody could show others. */
    void organisersAsk() {
        own.addAll(List.of(PUB_NEXT, TO_SHOW));
    }

    /** A talk took place. */
    void aTalkTookPlace() {
        own.add(ZINES);
    }

    /** They don't want to know this any more. */
    void organisersWithdraw(String question) {
        own.remove(question);
    }

    /** What they ask, with what was said to it. */
    private List<Sampled> ownQuestions() {
        var talk = feedback("get-answers-attendance/whole").first("own");
        var one = talk.with("kind", "PICK_ONE")
                .with("words", "Which pub next?")
                .with("options", List.of("The Crown", "The Maltings"));
        return own.stream()
                .map(question -> question.equals(ZINES)
                        ? talk.with("question", question)
                                .with("pick", pickOf(question))
                                .with("leftWords", wroteTo(question))
                        : question.equals(PUB_NEXT)
                                ? one.with("question", question).with("pick", pickOf(question))
                                : one.with("question", question)
                                        .with("kind", "FEW_WORDS")
                                        .with("words", "What could you show others?")
                                        .with("options", List.of())
                                        .with("pick", null)
                                        .with("leftWords", wroteTo(question)))
                .toList();
    }

    private String pickOf(String question) {
        return said(5).path("choices")
                .valueStream()
                .filter(choice -> choice.path("question").asString().equals(question))
                .map(choice -> choice.path("pick").asString())
                .findFirst()
                .orElse(null);
    }

    private boolean wroteTo(String question) {
        return taken("POST /feedback/comments/own")
                .flatMap(call -> call.json().path("said").valueStream())
                .anyMatch(said -> said.path("question").asString().equals(question));
    }

    StubServices services() {
        return services;
    }

    /** How the booking behind the link stands. */
    void bookingIs(String status) {
        booking = status.toLowerCase(Locale.ROOT);
    }

    /** The same more finely. */
    void bookingIs(String status, String own) {
        bookingIs(status);
        standing = own;
    }

    /** Whoever booked is checked in. */
    void isHere() {
        here = true;
    }

    /** What room there is besides. */
    void roomIs(String left) {
        room = left;
    }

    /** The kind of library that was chosen last for it. */
    void isOf(String chosen) {
        sector = chosen;
    }

    /** The organisation that was typed last for it. */
    void isFrom(String typed) {
        organisation = typed;
    }

    /** The mark of the wish as it stands. */
    String wish() {
        return "wish-of-" + List.of(Objects.toString(name), Objects.toString(sector), organisation);
    }

    /** The name that was typed last for it. */
    void isNamed(String typed) {
        name = typed;
    }

    /** When it starts, for two hours. */
    void startsAt(String instant) {
        lasts(instant, Instant.parse(instant).plus(2, ChronoUnit.HOURS).toString());
    }

    /** When it starts and ends. */
    void lasts(String from, String to) {
        start = from;
        end = to;
    }

    void isFull() {
        full = true;
    }

    /** What the feedback link opens, by the name of the golden answer. */
    void linkIs(String state) {
        services.answer("POST /feedback/links/read", sent -> link(sent, state, LINK));
    }

    void nobodyIsListed() {
        services.answer("GET /attendee/events/" + EVENT + "/roster", attendee("get-events-event-roster/nobody-else"));
    }

    /** Everybody takes themselves off the list, and all of them are named by whoever answers. */
    void goOffTheList() {
        services.answer("GET /attendee/events/" + EVENT + "/roster", listed(false));
    }

    /** Names come only to somebody who asks so many questions about them at once. */
    void answersNamesTogether(int questions) {
        together = new CountDownLatch(questions);
    }

    /** What the history says of the evening, once it has been looked for so many times. */
    void historySays(int looks, List<String> sentences) {
        looksUntilKnown = looks;
        figures = sentences;
    }

    /** The other link asks somebody else how it was. */
    void alsoAsksOthers() {
        var answer = "/feedback/answers/" + OTHERS;
        services.answer("POST /feedback/links/read", sent -> {
            var other = sent.json().path("token").asString().equals(OTHER_LINK);
            return feedback("post-links-read/open")
                    .with("attendance", other ? OTHERS : ELLIS)
                    .with("event", EVENT);
        });
        services.answer(
                "GET " + answer,
                asked -> feedback("get-answers-attendance/empty")
                        .with("attendance", OTHERS)
                        .with("event", EVENT));
        step(services, answer, 1, said -> true);
        services.answer(
                "GET /attendee/attendances/" + OTHERS + "/greeting",
                attendee("get-attendances-attendance-greeting/wren")
                        .with("name", "Asha Merrow")
                        .with("initial", "A"));
        services.answer(
                "POST /attendee/attendances/" + OTHERS + "/named", attendee("post-attendances-attendance-named/one"));
        services.answer(
                "POST /attendee/attendances/" + OTHERS + "/not-mine",
                attendee("post-attendances-attendance-not-mine/told"));
    }

    /** What changed something, as "METHOD path", in order. */
    List<String> writes() {
        return services.calls().stream()
                .filter(call -> !call.isLook())
                .map(Call::name)
                .toList();
    }

    /** The same wish under the same key is kept once. */
    long bookings() {
        return taken("POST /attendee/bookings").map(Call::key).distinct().count();
    }

    /** The writer's own words for people, in the order of their making. */
    List<String> labels() {
        return taken("POST " + LABELS)
                .map(call -> call.json().path("words").asString())
                .distinct()
                .toList();
    }

    /** The whole answer as it is saved. */
    JsonNode answer() {
        return saved().json();
    }

    private void begin(StubServices fresh) {
        booking = "unconfirmed";
        standing = null;
        name = null;
        start = null;
        room = null;
        sector = null;
        organisation = "";
        here = false;
        full = false;
        stopped = "NOTHING";
        own.clear();
        together = new CountDownLatch(0);
        historySays(
                2,
                List.of(
                        "You spoke to 4 people; 3 were new.",
                        "You'd know 4 of them again.",
                        "Three kinds of library."));
        programme(fresh);
        booking(fresh);
        names(fresh);
        history(fresh);
        answers(fresh);
    }

    private void programme(StubServices fresh) {
        var file = "event-service/get-programme-event/";
        var events = List.of(
                Sampled.of(file + "published").with("event", EVENT).with("places", 36),
                Sampled.of(file + "called-off").with("event", CALLED_OFF).with("reason", "The boiler has gone."),
                Sampled.of(file + "published").with("event", PAST).with("status", "CONCLUDED"));
        fresh.answer(
                "GET /event/programme",
                Sampled.of("event-service/get-programme/of-a-region").holding(events));
        events.forEach(event -> fresh.answer(
                "GET /event/programme/" + event.json().path("event").asString(), event));
    }

    private void booking(StubServices fresh) {
        for (var event : List.of(EVENT, CALLED_OFF, PAST)) {
            fresh.answer("GET /attendee/events/" + event + "/places", sent -> places());
        }
        fresh.answer("GET /attendee/places", sent -> {
            var list = attendee("get-places/one-that-is-known");
            return list.holding(List.of(places(list.first()).with("open", true)));
        });
        fresh.answer(
                "POST /attendee/bookings",
                sent -> sent.json().path("name").asString("").isEmpty()
                        ? attendee("post-bookings/nothing-filled-in")
                                .keeping(
                                        "errors",
                                        error -> !error.path("field").asString().equals("event"))
                        : attendee("post-bookings/accepted").with("room", !full));
        fresh.answer("POST /attendee/stop-links/read", sent -> stopLink(sent, "read/nothing", stopped));
        fresh.answer("POST /attendee/stop-links/stop", sent -> {
            stopped = sent.json().path("stop").asString();
            return stopLink(sent, "stop/all", stopped);
        });
        fresh.answer("POST /attendee/stop-links/ask-again", sent -> {
            stopped = "NOTHING";
            return stopLink(sent, "ask-again/asked-again", stopped);
        });
        fresh.answer(
                "POST /attendee/attendances/" + ELLIS + "/named", attendee("post-attendances-attendance-named/one"));
        fresh.answer(NOT_MINE, attendee("post-attendances-attendance-not-mine/told"));
        fresh.answer("POST /attendee/booking-links/read", sent -> booking(sent, "read", booking));
        fresh.answer(
                "POST /attendee/booking-links/confirm",
                sent -> booking.equals("unconfirmed")
                                && !sent.json().path("shown").asString("").equals(wish())
                        ? attendee("post-booking-links-confirm/changed-meanwhile")
                        : booking(sent, "confirm", full ? "waiting" : "booked"));
        fresh.answer("POST /attendee/booking-links/accept", sent -> booking(sent, "accept", "booked"));
        fresh.answer("POST /attendee/booking-links/cancel", sent -> booking(sent, "cancel", "cancelled"));
    }

    private static Sampled stopLink(Call sent, String answer, String stopped) {
        var route = "post-stop-links-" + answer.substring(0, answer.indexOf('/'));
        return sent.json().path("token").asString().startsWith(LINK)
                ? attendee("post-stop-links-" + answer).with("event", EVENT).with("stopped", stopped)
                : attendee(route + "/unknown-link");
    }

    private Sampled places() {
        return places(attendee("get-events-event-places/" + (full ? "full" : "some-free")));
    }

    private Sampled places(Sampled places) {
        return places.with("event", EVENT)
                .with("places", 36)
                .with("booked", full ? 36 : 24)
                .with("free", full ? 0 : 12)
                .with("forNewcomers", full ? 0 : 12)
                .with("room", full ? "FULL" : "FREE");
    }

    private Sampled booking(Call sent, String act, String status) {
        var folder = "post-booking-links-" + act + "/";
        var token = sent.json().path("token").asString();
        if (!token.equals(LINK) && !token.equals(OTHER_LINK)) {
            return attendee(folder + "unknown-link");
        }
        booking = status;
        var answer = own(attendee(folder + status));
        if (name != null) {
            answer = answer.with("name", name);
        }
        if (standing != null && act.equals("read")) {
            answer = answer.with("standing", standing).with("since", "2026-10-10T08:30:00Z");
        }
        if (room != null) {
            answer = answer.with("room", room);
        }
        if (sector != null) {
            answer = answer.with("sector", sector);
        }
        answer = answer.with("organisation", organisation).with("wish", wish());
        if (here) {
            answer = answer.with("here", true);
        }
        if (token.equals(OTHER_LINK)) {
            answer = answer.with("attendance", OTHERS);
        }
        if (start != null) {
            answer = answer.with("startsAt", start).with("endsAt", end);
        }
        return status.equals("offered") ? answer.with("offerUntil", "2026-10-11T13:15:00Z") : answer;
    }

    private static Sampled own(Sampled booking) {
        return booking.with("event", EVENT)
                .with("attendance", ELLIS)
                .with("name", "Ellis Marchbank")
                .with("code", "BCDFGH")
                .with("startsAt", "2026-10-15T17:30:00Z")
                .with("endsAt", "2026-10-15T20:00:00Z");
    }

    private void names(StubServices fresh) {
        var greeting = attendee("get-attendances-attendance-greeting/wren")
                .with("name", "Ellis Marchbank")
                .with("initial", "E");
        fresh.answer("GET /attendee/attendances/" + ELLIS + "/greeting", asked -> together(greeting));
        var listed = listed(true);
        fresh.answer("GET /attendee/events/" + EVENT + "/roster", asked -> together(listed));
        fresh.answer("GET " + LABELS, asked -> together(labelled(labels())));
        fresh.answer("POST " + LABELS, sent -> {
            var words = new ArrayList<>(labels());
            var known = words.indexOf(sent.json().path("words").asString());
            return attendee("post-events-event-labels/red-scarf")
                    .with("label", id(100 + (known < 0 ? words.size() : known)));
        });
        fresh.answer(
                "GET " + WORDS,
                asked -> last("PUT " + WORDS)
                        .map(said -> attendee("get-events-event-private-words/large-print")
                                .with("overheard", said.path("overheard")))
                        .orElse(attendee("get-events-event-private-words/nothing")));
        fresh.answer(
                "PUT " + WORDS,
                sent -> attendee("put-events-event-private-words/large-print")
                        .with("overheard", sent.json().path("overheard")));
    }

    private static Sampled listed(boolean still) {
        var roster = attendee("get-events-event-roster/two-others");
        var one = roster.first().with("here", true).with("listed", still);
        return roster.holding(List.of(
                one.with("attendance", id(1)).with("name", "Amara Teal").with("sector", "UNIVERSITY"),
                one.with("attendance", id(2)).with("name", "Hamid Rook"),
                one.with("attendance", id(3)).with("name", "Ruth Sedge"),
                one.with("attendance", id(4)).with("name", "Tobias Quill")));
    }

    private Sampled together(Sampled names) {
        together.countDown();
        try {
            if (together.await(1, TimeUnit.SECONDS)) {
                return names;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("asked alone for " + names);
    }

    private static Sampled labelled(List<String> words) {
        var list = attendee("get-events-event-labels/red-scarf");
        return list.holding(IntStream.range(0, words.size())
                .mapToObj(at -> list.first().with("label", id(100 + at)).with("words", words.get(at)))
                .toList());
    }

    private void history(StubServices fresh) {
        fresh.answer("GET " + EVENING, asked -> {
            var known = services.calls("GET", EVENING).size() >= looksUntilKnown;
            return attendee("get-attendances-attendance-evening/" + (known ? "answered" : "not-known-yet"))
                    .with("sentences", figures);
        });
        fresh.answer(
                "POST /attendee/sign-in-links",
                sent -> attendee("post-sign-in-links/"
                        + (sent.json().path("email").asString().contains("@") ? "accepted" : "no-address")));
        fresh.answer("POST /attendee/sign-ins", sent -> {
            var asked = last("POST /attendee/sign-in-links").orElseThrow();
            return asked.path("browser").equals(sent.json().path("browser"))
                    ? attendee("post-sign-ins/orla").with("person", PERSON).with("name", "Wren Hadley")
                    : attendee("post-sign-ins/link-run-out");
        });
        fresh.answer(
                "GET /attendee/me",
                attendee("get-me/orla")
                        .with("person", PERSON)
                        .with("name", "Wren Hadley")
                        .with("email", "wren@college.example"));
        var bookings = attendee("get-me-bookings/one");
        fresh.answer("GET /attendee/me/bookings", bookings.holding(List.of(own(bookings.first()))));
        fresh.answer("GET /attendee/me/history", asked -> historyNow());
        fresh.answer(
                "GET /attendee/me/history/evenings/" + EVENT,
                asked -> last("PUT /attendee/me/history/evenings/" + EVENT)
                        .map(kept -> attendee("get-me-history-evenings-event/aim")
                                .with("aim.words", kept.path("aim").asString()))
                        .orElse(attendee("get-me-history-evenings-event/nothing")));
        var attendance = own(bookings.first()).json().path("attendance").asString();
        fresh.answer(
                "PUT /attendee/me/bookings/" + attendance + "/choices",
                sent -> attendee("put-me-bookings-attendance-choices/"
                        + (sent.json().path("listed").asBoolean() ? "listed" : "not-listed")));
        fresh.answer("POST /attendee/attendances/" + ELLIS + "/key", attendee("post-attendances-attendance-key/sent"));
        fresh.answer("GET /attendee/me/choices", attendee("get-me-choices/nothing-said"));
        fresh.answer(
                "GET /attendee/me/feedback-mails",
                sent -> attendee("get-me-feedback-mails/" + (stopped.equals("ALL") ? "not-wanted" : "wanted")));
        fresh.answer("PUT /attendee/me/feedback-mails", sent -> {
            var wanted = sent.json().path("wanted").asBoolean();
            stopped = wanted ? "NOTHING" : "ALL";
            return attendee("put-me-feedback-mails/" + (wanted ? "wanted" : "not-wanted"));
        });
        fresh.answer("PUT /attendee/me/name", attendee("put-me-name/changed"));
        fresh.answer("PUT /attendee/me/choices", attendee("put-me-choices/all"));
        fresh.answer(
                "POST /attendee/me/history/outcomes",
                sent -> attendee(
                        "post-me-history-outcomes/" + (sent.json().hasNonNull("kind") ? "told" : "nothing-filled-in")));
        history().json().path("outcomes").forEach(outcome -> {
            var id = outcome.path("outcome").asString();
            fresh.answer(
                    "DELETE /attendee/me/history/outcomes/" + id,
                    attendee("delete-me-history-outcomes-outcome/taken-back"));
            fresh.answer("DELETE /feedback/outcomes/" + id, feedback("delete-outcomes-outcome/taken-back"));
            fresh.answer(
                    "PUT /attendee/events/" + PAST + "/outcomes/" + id + "/words",
                    attendee("put-events-event-outcomes-outcome-words/two-weeks"));
        });
        fresh.answer(
                "POST /attendee/me/history/meetings",
                sent -> attendee("post-me-history-meetings/" + meeting(sent.json())));
        fresh.answer(
                "PUT /attendee/me/history/evenings/" + PAST, attendee("put-me-history-evenings-event/words-and-aim"));
        for (var person : List.of(friendOf(history()), id(71), id(72))) {
            fresh.answer(
                    "PUT /attendee/me/history/people/" + person, attendee("put-me-history-people-acquaintance/note"));
        }
    }

    private static String meeting(JsonNode sent) {
        var typed = !sent.path("words").asString("").isEmpty();
        var chosen = sent.hasNonNull("person");
        return typed && chosen ? "two-people" : typed || chosen ? "elsewhere" : "nothing-filled-in";
    }

    /** Another tab has written these words about the evening that was, and about the first person met there. */
    void somethingElseIsKept(String words) {
        var history = history();
        var evening = history.keeping(
                        "events", one -> one.path("event").asString().equals(PAST))
                .first("events")
                .with("privateWords", words);
        services()
                .answer(
                        "GET /attendee/me/history",
                        history.with("events", List.of(evening))
                                .with("people", List.of(history.first("people").with("note", words))));
    }

    private static String friendOf(Sampled history) {
        return history.first("people").json().path("person").asString();
    }

    /** Without whom its owner removed or made one with somebody else, and without what they took back. */
    private Sampled historyNow() {
        var taken = writes();
        var history = history();
        var people = history.json()
                .path("people")
                .valueStream()
                .map(JsonNode::deepCopy)
                .toList();
        people.forEach(one -> people.forEach(other -> {
            if (last("PUT /attendee/me/history/people/" + one.path("really").asString())
                    .filter(kept -> kept.path("sameAs").equals(other.path("person")) && other != one)
                    .isPresent()) {
                ((ArrayNode) other.path("ids")).addAll((ArrayNode) one.path("ids"));
            }
        }));
        return history.with("people", people)
                .keeping("people", one -> isStillThere(one.path("person").asString()))
                .keeping(
                        "outcomes",
                        one -> !taken.contains("DELETE /attendee/me/history/outcomes/"
                                + one.path("outcome").asString()));
    }

    private boolean isStillThere(String person) {
        return last("PUT /attendee/me/history/people/" + person)
                .filter(kept -> kept.path("removed").asBoolean(false)
                        || kept.hasNonNull("sameAs")
                                && !kept.path("sameAs").asString().equals(person))
                .isEmpty();
    }

    static Sampled history() {
        var history = attendee("get-me-history/wren");
        var evening = history.first("events");
        var met = Map.of("at", "2026-07-09T22:30:00Z", "zone", "Europe/Paris");
        var iona = evening.first("people").with("before", "NEW").with("introducedByName", "Amara");
        var lastNight = evening.with("event", EVENT)
                .with("title", "Last night")
                .with("startsAt", "2026-10-15T17:30:00Z")
                .with("endsAt", "2026-10-15T20:00:00Z")
                .with("answered", false)
                .with("people", List.of())
                .with("others", 0)
                .with("sentences", List.of())
                .with("privateWords", "")
                .with("introductions", List.of())
                .with("aim", null)
                .with("phase", "OVER")
                .with("form.attendance", ELLIS);
        var winter = lastNight
                .with("event", CALLED_OFF)
                .with("title", "Winter Warmer")
                .with("startsAt", "2026-01-15T18:30:00Z")
                .with("endsAt", "2026-01-15T21:00:00Z")
                .with("form", null);
        var summer = evening.with("event", PAST)
                .with("title", "Summer evening")
                .with("zone", "Europe/Paris")
                .with("people", List.of(iona))
                .with("others", 2)
                .with("form", null)
                .with("privateWords", "Said I'd send the bus times.")
                .with("introductions", List.of(List.of("Tobias Quill", "Amara Teal", "Iona Stroud")))
                .with("sentences", List.of("You spoke to 3 people; 3 were new."));
        var friend = history.keeping(
                        "people", one -> one.path("name").equals(iona.json().path("name")))
                .first("people")
                .with("firstMet", met)
                .with("lastMet", met)
                .with("knewBefore", false)
                .with("events", List.of(PAST));
        var tobias = friend.with("person", id(71))
                .with("ids", List.of(id(71)))
                .with("really", id(71))
                .with("name", "Tobias Quill")
                .with("knewBefore", true)
                .with("meetings", 1)
                .with("stage", "MET_ONCE");
        var scarf = tobias.with("person", id(72))
                .with("ids", List.of(id(72)))
                .with("really", id(72))
                .with("name", "H, red scarf")
                .with("knewBefore", false)
                .with("labelled", true);
        var overheard = history.first("outcomes")
                .with("month", 2)
                .with("kind", "ADVICE")
                .with("overheard", true)
                .with("people", List.of())
                .with("persons", List.of())
                .with("words", "Large print to give away");
        return history.with("events", List.of(lastNight, summer, winter))
                .with("headline", "Two weeks' work experience began as just a chat with Iona Stroud.")
                .with("people", List.of(friend, tobias, scarf))
                .with("totals.sentence", "9 people; 5 went beyond a first chat")
                .with(
                        "outcomes",
                        List.of(
                                history.first("outcomes")
                                        .with("month", 10)
                                        .with("kind", "WORK_EXPERIENCE")
                                        .with("beganAsChat", true)
                                        .with("overheard", false)
                                        .with("words", "Two weeks' work experience")
                                        .with("people", List.of("Iona Stroud"))
                                        .with("persons", List.of(friend.json().path("person"))),
                                overheard));
    }

    private void answers(StubServices fresh) {
        fresh.answer("POST /feedback/links/read", sent -> {
            if (sent.json().path("token").asString().equals(LINK + "w")) {
                return link(sent, "follow-up", LINK + "w");
            }
            return steps().isEmpty()
                    ? link(sent, "open", LINK)
                    : link(sent, "answered", LINK)
                            .with("steps", steps())
                            .with("sent", answer().path("sent").asBoolean(false));
        });
        fresh.answer("GET " + ANSWER, asked -> saved());
        step(
                fresh,
                1,
                said -> said.path("ratherNotSay").asBoolean(false)
                        || said.path("worthComing").asInt()
                                        + said.path("feltWelcome").asInt()
                                > 0);
        step(fresh, 2, said -> said.path("others").path(0).path("count").asInt(0) <= 50);
        step(fresh, 3, said -> true);
        step(fresh, 4, said -> true);
        step(fresh, 5, said -> true);
        fresh.answer("POST " + ANSWER + "/send", feedback("post-answers-attendance-send/sent"));
        fresh.answer("POST /feedback/links/stop", feedback("post-links-stop/stopped"));
        fresh.answer("POST /feedback/links/ask-again", feedback("post-links-ask-again/asked-again"));
        fresh.answer("POST /feedback/comments", feedback("post-comments/saved"));
        fresh.answer("POST /feedback/talks/read", feedback("post-talks-read/asking"));
        fresh.answer("POST /feedback/comments/own", feedback("post-comments-own/saved"));
        fresh.answer("POST /feedback/follow-ups/not-yet", feedback("post-follow-ups-not-yet/not-yet"));
        fresh.answer(
                "POST /feedback/outcomes",
                sent -> Sampled.of(
                        "feedback-service/post-outcomes/" + (sent.json().hasNonNull("kind") ? "saved" : "validation")));
    }

    private static void step(StubServices fresh, int step, Function<JsonNode, Boolean> fits) {
        step(fresh, ANSWER, step, fits);
    }

    private static void step(StubServices fresh, String answer, int step, Function<JsonNode, Boolean> fits) {
        fresh.answer(
                "PUT " + answer + "/steps/" + step,
                sent -> feedback("put-answers-attendance-steps-" + step + "/"
                        + (fits.apply(sent.json()) ? "saved" : "validation")));
    }

    private static Sampled link(Call sent, String state, String token) {
        var known = sent.json().path("token").asString().equals(token);
        var link = feedback("post-links-read/" + (known ? state : "unknown"));
        return known ? link.with("attendance", ELLIS).with("event", EVENT) : link;
    }

    /** The answer, put together from what was last said at each step. */
    private Sampled saved() {
        var answer = feedback("get-answers-attendance/empty")
                .with("attendance", ELLIS)
                .with("event", EVENT)
                .with("stepsDone", steps())
                .with("met", met())
                .with("sent", taken("POST " + ANSWER + "/send").findAny().isPresent())
                .with("leftWords", taken("POST /feedback/comments").findAny().isPresent())
                .with("own", ownQuestions());
        for (var step : steps()) {
            answer = answer.with("savedAt", "2026-10-10T08:59:59Z");
            for (var field : List.of("worthComing", "feltWelcome", "others", "knownBefore", "familiarFaces", "came")) {
                if (said(step).has(field)) {
                    answer = answer.with(field, said(step).path(field));
                }
            }
        }
        return answer;
    }

    /** Whoever stands in both lists is in the one that was said last. */
    private List<Sampled> met() {
        var somebody = feedback("get-answers-attendance/whole").first("met");
        var last = taken("PUT " + ANSWER + "/steps/[23]")
                .reduce((earlier, later) -> later)
                .filter(call -> call.name().endsWith("3"))
                .map(call -> 3)
                .orElse(2);
        var moved = people(last).map(person -> person.path("who")).toList();
        return Stream.of(2, 3)
                .flatMap(
                        step -> people(step).filter(person -> step.equals(last) || !moved.contains(person.path("who"))))
                .map(person -> talkedWith(somebody.with("who", person.path("who"))
                        .with("before", person.path("before").asString("NEW"))))
                .toList();
    }

    private Stream<JsonNode> people(int step) {
        return said(step).path("met").valueStream();
    }

    private Sampled talkedWith(Sampled person) {
        return said(4).path("talks")
                .valueStream()
                .filter(talk -> talk.path("who").equals(person.json().path("who")))
                .findFirst()
                .map(talk -> person.with("talk", talk.path("useful").asBoolean() ? "USEFUL" : "CHAT")
                        .with("again", talk.path("maybeNotRecognise").asBoolean() ? "MAYBE" : "YES")
                        .with("introduced", talk.path("introduced"))
                        .with("askAgain", talk.path("askAgain")))
                .orElseGet(() -> person.with("talk", "NOT_SAID")
                        .with("again", "NOT_SAID")
                        .with("introduced.by", "NOT_SAID")
                        .with("introduced.id", ""));
    }

    private List<Integer> steps() {
        return IntStream.rangeClosed(1, 5)
                .filter(step -> !said(step).isMissingNode())
                .boxed()
                .toList();
    }

    private JsonNode said(int step) {
        return last("PUT " + ANSWER + "/steps/" + step).orElse(MissingNode.getInstance());
    }

    private Optional<JsonNode> last(String call) {
        return taken(call).reduce((earlier, later) -> later).map(Call::json);
    }

    private Stream<Call> taken(String call) {
        return services.calls().stream()
                .filter(Call::isTaken)
                .filter(made -> made.name().matches(call));
    }

    private static Sampled attendee(String file) {
        return Sampled.of("attendee-service/" + file);
    }

    private static Sampled feedback(String file) {
        return Sampled.of("feedback-service/" + file);
    }

    private static String id(int number) {
        return String.format("a%031d", number);
    }
}
