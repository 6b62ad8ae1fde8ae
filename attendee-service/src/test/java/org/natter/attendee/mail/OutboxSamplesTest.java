package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.Calls;
import org.natter.attendee.WholeService;
import org.natter.attendee.booking.AskForPlace;
import org.natter.attendee.booking.AskingForPlaces;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.RequestWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** The golden exchanges of the outbox: a region of its own with three mails about one evening, one of which came back. */
@WholeService
class OutboxSamplesTest {

    private static final Instant AT = Instant.parse("2098-10-15T17:30:00Z");

    private final Calls calls;
    private final People people;
    private final MailQueue queue;
    private final AskingForPlaces asking;
    private final RequestWork work;
    private final MovableClock clock;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final String region = HexId.random();
    private final EventId event = new EventId(HexId.random());
    private PersonId wren = new PersonId(HexId.random());
    private AttendanceId attendance = new AttendanceId(HexId.random());

    @Autowired
    OutboxSamplesTest(
            Calls calls,
            People people,
            MailQueue queue,
            AskingForPlaces asking,
            RequestWork work,
            MovableClock clock,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.people = people;
        this.queue = queue;
        this.asking = asking;
        this.work = work;
        this.clock = clock;
        this.functions = functions;
    }

    @BeforeEach
    void threeMails() {
        functions
                .get("bookingEvents")
                .accept(ContractSamples.read("natter.events", "event.published.v1", "riverside")
                        .withAggregate(event.value(), event.value())
                        .with("event", event.value())
                        .with("region", region)
                        .with("startsAt", "2098-10-22T17:30:00Z")
                        .with("endsAt", "2098-10-22T20:00:00Z")
                        .message());
        var address = new EmailAddress(region + "@college.example");
        var wren = new PersonDetails("Wren Hadley", "", Sector.COLLEGE);
        var choices = new BookingChoices(Sector.COLLEGE, false, true);
        asking.ask(new AskForPlace(
                event, address, wren, choices, true, HexId.random(), AT)); // whatever the clock says by now
        var person = people.byAddress(address).orElseThrow();
        this.wren = person.id();
        attendance = person.attendanceAt(event).orElseThrow();
        ask(MailKind.DAY_BEFORE, 1);
        var bounced = ask(MailKind.CONFIRM_BOOKING, 2).bounced(AT.plusSeconds(3));
        queue.writeForSure(bounced);
    }

    private Mail ask(MailKind kind, int seconds) {
        var cause = kind.word() + "/" + attendance + "/" + seconds;
        var mail = Mail.asked(MailRequest.about(kind, cause, wren, event, attendance, AT.plusSeconds(seconds)));
        queue.add(mail);
        return mail;
    }

    @Test
    void anOrganiserLeafsThroughTheirRegion() {
        var first = calls.organiserOf(region).sample("newest").get("/outbox?limit=2");
        var second = calls.organiserOf(region)
                .sample("older")
                .get("/outbox?limit=2&before=" + first.at("older").replace("~", "%7E"));
        var back = calls.organiserOf(region)
                .sample("newer")
                .get("/outbox?limit=2&after=" + second.at("newer").replace("~", "%7E"));

        assertThat(first.json().path("mails")).hasSize(2);
        assertThat(second.json().path("mails")).hasSize(1);
        assertThat(back.json().path("mails")).isEqualTo(first.json().path("mails"));
    }

    @Test
    void anOrganiserLooksForWhatCameBack() {
        assertThat(calls.organiserOf(region)
                        .sample("bounced")
                        .get("/outbox?region=" + region + "&status=BOUNCED")
                        .json()
                        .path("mails"))
                .hasSize(1);
        assertThat(calls.organiserOf(HexId.random())
                        .sample("none")
                        .get("/outbox")
                        .json()
                        .path("mails"))
                .isEmpty();
    }

    @Test
    void anOrganiserReadsTheMailBeforeItGoes() {
        var path = "/events/" + event + "/mail-previews";

        var off = calls.organiserOf(region)
                .sample("called-off")
                .post(path, Map.of("step", "CALL_OFF", "reason", "The boiler has gone."));
        var moved = calls.organiserOf(region)
                .sample("changed")
                .post(
                        path,
                        Map.of(
                                "step",
                                "CHANGE",
                                "startsAt",
                                "2098-10-16T17:30:00Z",
                                "endsAt",
                                "2098-10-16T20:00:00Z",
                                "venueName",
                                "The Mitre",
                                "venueAddress",
                                "17 Bridge Street",
                                "findUs",
                                "Ask for Kofi at the bar."));
        var typo = calls.organiserOf(region)
                .sample("nobody-is-mailed")
                .post(path, Map.of("step", "CHANGE", "title", "Riverside pub evening, with crisps"));
        var elsewhere = calls.organiserOf(HexId.random())
                .sample("unknown-event")
                .post(path, Map.of("step", "CALL_OFF", "reason", "The boiler has gone."));

        assertThat(off.json().path("subject").asString()).contains("is off, sorry");
        assertThat(off.json().path("text").asString()).contains("The boiler has gone.");
        assertThat(moved.json().path("text").asString())
                .contains("The Mitre", "/b/...")
                .doesNotContain("/b/k");
        assertThat(moved.json().path("onlyWithAPlace").asBoolean()).isFalse();
        assertThat(typo.json().path("mailed").asBoolean()).isFalse();
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(calls.organiserOf(region).get("/outbox").json().path("mails"))
                .hasSize(3);
    }

    @Test
    void anOrganiserHasWhatCameBackTriedAgain() {
        var bounced = Map.of(
                "mail",
                calls.organiserOf(region)
                        .get("/outbox?status=BOUNCED")
                        .json()
                        .path("mails")
                        .findValuesAsString("id")
                        .get(0));

        assertThat(calls.organiserOf(region)
                        .sample("once-more")
                        .post("/outbox/tries", bounced)
                        .json()
                        .path("tried")
                        .asBoolean())
                .isTrue();
        assertThat(calls.organiserOf(HexId.random())
                        .sample("not-theirs")
                        .post("/outbox/tries", bounced)
                        .json()
                        .path("tried")
                        .asBoolean())
                .isFalse();
        assertThat(calls.owner().get("/outbox?region=" + region).json().path("mails"))
                .hasSize(4);
    }

    /** The second press of one form had the details of the first one's booking mailed as well. */
    @Test
    void whoIsAddedByOneFormIsWrittenToOnceHoweverOftenItIsPressed() {
        var organiser = calls.organiserOf(region);
        var wish = Map.of(
                "event",
                event.value(),
                "name",
                "Jo Larkspur",
                "email",
                HexId.random() + "@library.example",
                "sector",
                "PUBLIC",
                "newcomer",
                true,
                "adult",
                true);
        var pressed = organiser.with("Idempotency-Key", HexId.random());
        var first = pressed.post("/bookings/by-hand", wish);
        var second = pressed.post("/bookings/by-hand", wish);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(organiser.get("/outbox").json().path("mails").findValuesAsString("kind"))
                .doesNotContain("ASKED_AGAIN");
        clock.move(Duration.ofSeconds(1));
        organiser.with("Idempotency-Key", HexId.random()).post("/bookings/by-hand", wish);
        clock.move(Duration.ofSeconds(-1));
        assertThat(organiser.get("/outbox").json().path("mails").findValuesAsString("kind"))
                .as("another press is another wish")
                .containsOnlyOnce("ASKED_AGAIN");
    }

    @Test
    void anOrganiserCorrectsTheAddressOfWhatCameBack() {
        var organiser = calls.organiserOf(region);
        var bounced = organiser
                .get("/outbox?status=BOUNCED")
                .json()
                .path("mails")
                .findValuesAsString("id")
                .get(0);
        var right = Map.of("mail", bounced, "email", HexId.random() + "@college.example");
        var path = "/outbox/mails/" + bounced.replace("~", "%7E");

        assertThat(organiser.sample("bounced").get(path).json().path("name").asString())
                .isEqualTo("Wren Hadley");
        calls.organiserOf(HexId.random()).sample("unknown-mail").get(path);
        organiser.sample("no-address").post("/outbox/corrections", Map.of("mail", bounced, "email", "wren"));
        calls.organiserOf(HexId.random()).sample("unknown-mail").post("/outbox/corrections", right);
        organiser.sample("corrected").post("/outbox/corrections", right);
        assertThat(people.find(wren).orElseThrow().mailbox()).contains(new EmailAddress(right.get("email")));
        assertThat(organiser.get("/outbox").json().path("mails")).hasSize(4);

        organiser.post("/outbox/corrections", right);
        assertThat(organiser.get("/outbox").json().path("mails"))
                .as("twice is once")
                .hasSize(4);
        organiser
                .sample("address-stays")
                .post("/outbox/corrections", Map.of("mail", bounced, "email", HexId.random() + "@college.example"));
        assertThat(people.find(wren).orElseThrow().mailbox()).contains(new EmailAddress(right.get("email")));
    }

    /** What was sent again, or cannot be sent any more, is nothing to do, and what is counted is what is listed. */
    @Test
    void whatIsToDoIsWhatCanStillBeSent() {
        var organiser = calls.organiserOf(region);
        var toDo = organiser.sample("to-do").get("/outbox?region=" + region + "&toDo=true");
        var line = toDo.json().path("mails").get(0);
        assertThat(toDo.json().path("mails")).hasSize(1);
        assertThat(toDo.json().path("toDo").asInt()).isEqualTo(1);
        assertThat(line.path("correctable").asBoolean()).isTrue();
        assertThat(line.path("again").asBoolean()).isTrue();

        organiser.post("/outbox/tries", Map.of("mail", line.path("id").asString()));

        var after = organiser.sample("sent-again").get("/outbox?region=" + region + "&status=BOUNCED");
        var old = after.json().path("mails").get(0);
        assertThat(old.path("overtaken").asBoolean()).isTrue();
        assertThat(old.path("correctable").asBoolean()).isFalse();
        assertThat(old.path("again").asBoolean()).isFalse();
        assertThat(after.json().path("toDo").asInt()).isZero();
        assertThat(organiser.get("/outbox/counts").json().path("toDo").asInt()).isZero();
        assertThat(organiser.get("/outbox?toDo=true").json().path("mails")).isEmpty();
    }

    /** Whoever gave up a place that they never heard of at an old address stayed among what needs somebody for good. */
    @Test
    void nothingIsToDoAboutAPlaceThatSomebodyGaveUp() {
        var organiser = calls.organiserOf(region);
        assertThat(organiser
                        .delete("/events/" + event + "/bookings/" + attendance)
                        .status())
                .isEqualTo(204);
        queue.writeForSure(ask(MailKind.CANCELLED_BY_YOU, 12).bounced(AT.plusSeconds(13)));
        queue.writeForSure(ask(MailKind.BOOKED, 14).givenUp(AT.plusSeconds(15)));

        assertThat(organiser.get("/outbox?toDo=true").json().path("mails")).isEmpty();
        assertThat(organiser.get("/outbox/counts").json().path("toDo").asInt()).isZero();
    }

    /** Nobody but the organiser knows of it, and they would come for a place that somebody else has. */
    @Test
    void whomACancellationByAnOrganiserDidNotReachIsToDoUntilTheEventBegins() {
        var organiser = calls.organiserOf(region);
        assertThat(organiser
                        .delete("/events/" + event + "/bookings/" + attendance)
                        .status())
                .isEqualTo(204);
        queue.writeForSure(ask(MailKind.CANCELLED_FOR_YOU, 10).stopped(StopReason.MAILBOX_REFUSED, AT.plusSeconds(11)));

        var toDo = organiser.get("/outbox?toDo=true").json();
        assertThat(toDo.path("mails").findValuesAsString("kind")).containsExactly("CANCELLED_FOR_YOU");
        assertThat(toDo.path("toDo").asInt()).isEqualTo(1);
        clock.move(Duration.ofDays(8));
        assertThat(organiser.get("/outbox/counts").json().path("toDo").asInt())
                .as("on the evening it is for the door")
                .isZero();
        clock.move(Duration.ofDays(-8));
    }

    /** A mail server that was down for a day leaves hundreds of them, and the overview counts them each time it is opened. */
    @Test
    void moreThatCameBackAreNotMoreQuestionsAndEachIsOnOnePage() {
        var organiser = calls.organiserOf(region);
        organiser.get("/outbox?toDo=true"); // regions are looked up once
        var counting = work.of(() -> organiser.get("/outbox/counts"));
        var listing = work.of(() -> organiser.get("/outbox?toDo=true"));

        for (var seconds = 10; seconds < 14; seconds++) {
            queue.writeForSure(ask(MailKind.CONFIRM_BOOKING, seconds).bounced(AT.plusSeconds(seconds)));
        }

        assertThat(work.of(() -> organiser.get("/outbox/counts"))).isEqualTo(counting);
        assertThat(work.of(() -> organiser.get("/outbox?toDo=true"))).isEqualTo(listing);
        var pages = Stream.iterate(
                        organiser.get("/outbox?toDo=true&limit=2").json(),
                        Objects::nonNull,
                        page -> page.path("older").isNull()
                                ? null
                                : organiser
                                        .get("/outbox?toDo=true&limit=2&before="
                                                + page.path("older").asString().replace("~", "%7E"))
                                        .json())
                .toList();
        assertThat(pages).hasSize(3);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.path("toDo").asInt()).isEqualTo(5));
        assertThat(pages.stream().flatMap(page -> page.findValuesAsString("id").stream()))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(organiser
                        .get("/outbox?toDo=true&limit=2&after="
                                + pages.get(1).path("newer").asString().replace("~", "%7E"))
                        .json())
                .isEqualTo(pages.get(0));
    }

    @Test
    void theDashboardCountsWhatCameBack() {
        assertThat(calls.organiserOf(region)
                        .sample("bounced")
                        .get("/outbox/counts?region=" + region)
                        .json()
                        .path("toDo")
                        .asInt())
                .isEqualTo(1);
    }
}
