package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.Application;
import org.natter.local.stack.LocalStack;

/**
 * An evening from the first set-up to what came of it three months later, by clicking, in one stack and a real browser,
 * which reaches web as an installation's visitors do: through a proxy with TLS.
 *
 * <p>Each test is a chapter and goes on where the one before it ended. Every screen on the way is looked at by {@link
 * Screens}; its pictures stay in {@code target/screens}.
 */
@Timeout(90)
class PagesTest extends PagesBody {

    private static final Instant BEGINS = at(7, 10, 0);
    private static final String EVENING = "Riverside pub evening";
    private static final String WREN = "wren@sedge-college.example";
    private static final String IONA = "iona@fenbridge-hospital.example";
    private static final String TOBIAS = "tobias@fenbridge-library.example";
    private static final String ORLA = "orla@sedge-library.example";
    private static final String DILYS = "dilys@meadow-library.example";
    private static final String LEO = "leo@lode-school.example";

    private AdjustableClock clock;
    private LocalStack stack;
    private Letters letters;
    private Person wren;
    private Person leo;
    private String doorCode = "";
    private String talkLink = "";

    @Override
    Instant begins() {
        return BEGINS;
    }

    @BeforeAll
    void everybodyIsThere() {
        clock = house.clock();
        stack = house.stack();
        letters = house.letters();
        wren = house.somebody();
        leo = house.somebody();
    }

    @Test
    @Order(1)
    void anOwnerSetsUpAndSignsInWithAMailedCode() {
        owner.open("/organise");
        owner.look("set-up", "Welcome. Let's set up your network");
        owner.press("Finish");
        owner.lookAtErrors("set-up-errors", "Welcome. Let's set up your network");
        house.fillInSetUp(owner);
        owner.press("Finish");
        owner.look("set-up-done", "That's everything. Now a date and a pub.");
        owner.press("Sign out");
        owner.look("organiser-sign-in", "Sign in");
        owner.press("Sign in");
        owner.lookAtErrors("organiser-sign-in-errors", "Sign in");
        owner.follow("Forgotten your password?");
        owner.look("forgotten", "Forgotten your password?");
        owner.press("Email me a link");
        owner.lookAtErrors("forgotten-errors", "Forgotten your password?");
        owner.follow("Back to signing in");

        house.askForACode(owner);
        owner.look("organiser-code", "Check your email");
        house.typeTheCode(owner);
        owner.follow("Your account");
        owner.look("account", "Your account");
        owner.press("Change password");
        owner.lookAtErrors("account-errors", "Your account");
        owner.follow("Settings");
        owner.look("settings", "Settings");
        owner.follow("Overview");

        owner.look("overview-first", "What needs me today?");
        owner.follow("Events");
        owner.look("events-first", "Events");
    }

    @Test
    @Order(2)
    void anEventIsDraftedAndPublished() {
        owner.follow("Create your first event");
        owner.look("event-form", "A new event");
        owner.press("Save");
        owner.lookAtErrors("event-form-errors", "A new event");
        Installation.describe(owner, EVENING, "2026-10-15", "3");
        owner.press("Save");
        owner.look("event-draft", EVENING);
        owner.follow("Delete");
        owner.look("delete-draft", "Delete " + EVENING + "?");
        owner.follow("Keep it");
        owner.follow("Publish");
        owner.look("publish", "Publish " + EVENING + "?");
        owner.press("Publish");
        owner.page().getByText("Published. People can book now").waitFor();
        owner.look("event-published", EVENING);
        questionsOfTheirOwn();
        owner.follow("Copy it");
        owner.look("event-copy", "A new event");

        owner.follow("Overview");
        owner.look("overview-coming", "What needs me today?");
        owner.follow("Events");
        owner.look("events-coming", "Events");
        owner.type("q", "Leds");
        owner.press("Find");
        owner.page().getByText("No event called 'Leds'.").waitFor();
        owner.look("events-not-found", "Events");
    }

    private void questionsOfTheirOwn() {
        owner.follow("Your own questions");
        untilItSays(owner, owner.page().url(), "", "Up to five, beside those that every form has.");
        owner.look("own-questions", "Your own questions");
        owner.type("words-1", "Where shall we meet next?");
        owner.press("Save");
        owner.lookAtErrors("own-questions-errors", "Your own questions");
        owner.tick("kind-1");
        owner.type("options-1", "The Crown\nThe Maltings, if they have room");
        owner.page().locator("main details summary").first().click();
        owner.type("words-3", "What could you show others?");
        owner.tick("kind-3-1");
        owner.type("talk-1", "Ten minutes on zines");
        owner.tick("took-1");
        owner.press("See how it looks");
        owner.page().getByText("Nothing is saved yet.").waitFor();
        owner.press("Save");
        owner.page().getByText("Saved.").waitFor();
        owner.look("own-questions-saved", "Your own questions");
        owner.follow("Back to the event");
    }

    @Test
    @Order(3)
    void peopleBookConfirmFromTheMailAndOneWaits() {
        wren.open("/");
        wren.look("whats-on", "What's on");
        wren.follow(EVENING);
        wren.look("event-open", EVENING);
        wren.follow("Book a place");
        wren.look("book", "Book a place");
        wren.press("Book my place");
        wren.lookAtErrors("book-errors", "Book a place");
        Installation.fillIn(wren, "Wren Hadley", WREN, "COLLEGE");
        wren.press("Book my place");
        wren.look("book-check-your-email", "Check your email");
        wren.open(letters.link(WREN, "Confirm your place", "/b/"));
        wren.look("confirm", "Confirm your place at " + EVENING);
        wren.press("Confirm my place");
        wren.look("my-booking", "You're booked.");
        wren.press("Save my choice");
        wren.page().getByText("Saved. It takes effect straight away.").waitFor();
        doorCode = Letters.doorCode(letters.read(WREN, "You're booked"));

        book(EVENING, "Iona Stroud", IONA, "HEALTH");
        book(EVENING, "Tobias Quill", TOBIAS, "PUBLIC");

        untilItSays(leo, "/", EVENING, "Full for now");
        leo.look("event-full", EVENING);
        leo.follow("Join the waiting list");
        leo.look("book-waiting", "Join the waiting list");
        Installation.fillIn(leo, "Leo Withy", LEO, "SCHOOL");
        leo.press("Join the waiting list");
        leo.open(letters.link(LEO, "Confirm: waiting list", "/b/"));
        leo.look("confirm-joining", "Join the line for " + EVENING);
        leo.press("Keep me in line");
        leo.look("waiting", "You're first in line.");
    }

    @Test
    @Order(4)
    void oneCancelsAndTheNextInLineTakesTheOffer() {
        owner.open("/organise/events");
        owner.follow(EVENING);
        followTo("Waiting list");
        assertThat(owner.page().getByText("Leo Withy")).isVisible();
        owner.look("event-waiting", EVENING);
        somebodyRangAndRangAgain();
        anAddressTypedWronglyIsCorrected();

        try (var tobias = house.somebody()) {
            tobias.open(letters.link(TOBIAS, "You're booked", "/b/"));
            tobias.press("Change or cancel");
            tobias.look("cancel", "Can't make " + EVENING + "?");
            tobias.press("Cancel my place");
            tobias.look("cancelled", "You're not coming to " + EVENING);
        }

        leo.open(letters.link(LEO, "A place has come up", "/b/"));
        leo.look("offer", "A place has come up");
        leo.press("Take the place");
        assertThat(leo.page().locator("h1")).containsText("You're booked.");

        owner.open("/organise/events");
        owner.follow(EVENING);
        owner.follow("Say who hosts it");
        owner.look("event-hosts", "Who hosts it?");
        owner.choice("Leo Withy").check();
        owner.press("Save");
        assertThat(owner.page().locator("main"))
                .containsText("The report on mixing will leave the hosts out: one or two always");
        assertThat(owner.page().locator("tr", new Page.LocatorOptions().setHasText("Leo Withy")))
                .containsText("Host");
        owner.follow("Change");
        owner.type("venueName", "The Moorhen, upstairs");
        owner.press("Save");
        owner.page().getByText("The Moorhen \u2192 The Moorhen, upstairs").waitFor();
        owner.look("event-change-email", "Change this event");
        owner.open("/organise/events"); // where nothing is pushed while days go by
    }

    /** By the beginning of its name: a number may follow. */
    private void followTo(String name) {
        owner.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** It is full, so Orla is put in line; then she can't come after all. */
    private void somebodyRangAndRangAgain() {
        followTo("Bookings");
        owner.follow("Add somebody");
        owner.look("add-by-hand", "Add somebody by hand");
        owner.press("Put them in line");
        owner.lookAtErrors("add-by-hand-errors", "Add somebody by hand");
        owner.type("name", "Orla Fenwick");
        owner.type("email", ORLA);
        owner.choice("public").check();
        owner.tick("adult");
        owner.press("Put them in line");
        owner.look("event-added-by-hand", EVENING);
        var link = letters.link(ORLA, "You're on the waiting list", "/b/");
        followTo("Waiting list");
        followTo("Cancel for Orla Fenwick");
        owner.look("cancel-for", "Take Orla Fenwick off the list?");
        owner.press("Take them off the list");
        owner.page().getByText("They're off the list. An email to them says so").waitFor();
        try (var orla = house.somebody()) {
            orla.open(link);
            orla.look("off-the-list", "You're off the list for " + EVENING);
            letters.read(ORLA, "You're off the waiting list");
        }
    }

    /** Her mail came back, so she is told at the address that was meant. */
    private void anAddressTypedWronglyIsCorrected() {
        owner.open("/organise/events");
        owner.follow(EVENING);
        followTo("Bookings");
        owner.follow("Add somebody");
        owner.type("name", "Dilys Penhale");
        owner.type("email", "dilys@meadow-library.invalid");
        owner.choice("public").check();
        owner.tick("adult");
        owner.press("Put them in line");
        untilItSays(owner, "/organise/outbox?show=TO_DO", "", "Dilys Penhale");
        owner.look("outbox-came-back", "Outbox");
        followTo("Correct the address and send again: Dilys Penhale");
        owner.look("correct-address", "Correct the address");
        owner.press("Correct it and send again");
        owner.lookAtErrors("correct-address-errors", "Correct the address");
        owner.type("email", DILYS);
        owner.press("Correct it and send again");
        owner.page().getByText("Corrected. The email goes to the new address").waitFor();
        owner.look("outbox-corrected", "Outbox");
        try (var dilys = house.somebody()) {
            dilys.open(letters.link(DILYS, "You're on the waiting list", "/b/"));
            dilys.page().getByText("You're second in line.").waitFor();
            dilys.press("Leave the list");
            letters.read(DILYS, "You're off the waiting list");
        }
    }

    @Test
    @Order(5)
    void aCheckInAtTheDoorMovesTheDashboardWithoutAReload() {
        clock.moveTo(at(15, 18, 35));
        house.openTheDashboard(owner);
        var dashboard = owner.page();
        var counts = dashboard.locator("[sse-swap=counts]");
        assertThat(counts).containsText("3 of 3 booked");
        dashboard.evaluate("window.neverReloaded = true");

        var door = owner.withAnotherPage();
        door.open(owner.page().getByText("Open check-in").getAttribute("href"));
        door.look("check-in", "Check-in: " + EVENING);
        door.page().locator("#q").pressSequentially("wren");
        assertThat(door.page().locator("#everybody li:visible")).hasCount(1);
        door.page().locator("#everybody button.name:visible").click();
        door.page().getByText("Wren Hadley is in. First time: say hello.").waitFor();
        door.look("check-in-welcome", "Check-in: " + EVENING);

        assertThat(counts).containsText("1 here");
        door.type("q", doorCode);
        door.press("Find");
        door.page().getByText("Wren Hadley was already in at 6:3").waitFor();
        door.look("check-in-already", "Check-in: " + EVENING);
        var bar = owner.withAnotherPage();
        bar.open(door.page().url().replaceAll("[?#].*", "") + "/arrivals");
        assertThat(bar.page().locator(".arrivals-here")).containsText("1 here");
        door.follow("Someone not on the list");
        door.look("walk-in", "Someone not on the list");
        door.press("Let them in");
        door.lookAtErrors("walk-in-errors", "Someone not on the list");
        door.type("name", "Maurice Tydd");
        door.choice("between jobs or retired").check();
        door.tick("newcomer");
        door.press("Let them in");
        door.lookAtErrors("walk-in-over-limit", "Someone not on the list");
        door.press("Let them in");
        door.page().getByText("Maurice Tydd is in. First time: say hello.").waitFor();
        ashaMindsTheDoorByALink(door);

        assertThat(counts).containsText("4 here");
        assertThat(bar.page().locator(".arrivals-here")).containsText("4 here");
        bar.look("arrivals", EVENING);
        assertThat(dashboard.evaluate("window.neverReloaded")).isEqualTo(true);
        owner.look("overview-tonight", "What needs me today?");
    }

    @Test
    @Order(6)
    void theMorningAfterFourStepsLeadToThanks() {
        clock.moveTo(at(15, 21, 5));
        clock.moveToNextMorning();
        wren.open(letters.link(WREN, "How was last night?", "/f/"));
        wren.look("feedback-1", "How was it?");
        wren.press("Continue");
        wren.lookAtErrors("feedback-1-errors", "How was it?");
        wren.choice("Yes, very much").check();
        wren.choice("Mostly").check();
        wren.press("Continue");
        wren.look("feedback-2", "Who did you talk to?");
        wren.press("Continue");
        wren.lookAtErrors("feedback-2-errors", "Who did you talk to?");
        wren.choice("Iona Stroud").check();
        wren.type("someone", "H, red scarf");
        wren.type("others", "1");
        wren.choice("Leo Withy: Knew them").check();
        wren.press("Continue");
        wren.page().locator("summary").first().click();
        wren.look("feedback-4", "What sort of chats?");
        wren.press("Continue");
        wren.look("feedback-5", "Anything else?");
        wren.choice("Less than half").check();
        wren.choice("The Crown").check();
        wren.page().getByLabel("What could you show others?").fill("Folding a zine");
        wren.type("comment", "More chairs by the river.");
        wren.press("Continue");
        wren.look("feedback-check", "Check your answers");
        wren.press("Send");
        wren.look("feedback-thanks", "Thanks, Wren. That's in your history.");
        wren.press("Email me a sign-in link to my history");
        wren.look("key-sent", "Check your email");

        leo.open(letters.link(LEO, "How was last night?", "/f/"));
        leo.choice("Yes, very much").check();
        leo.press("Send what I've done so far");
        leo.look("feedback-thanks-short", "Thanks, that helps.");

        var forIona = letters.link(IONA, "How was last night?", "/f/");
        try (var stranger = house.somebody();
                var iona = house.somebody()) {
            stranger.open(forIona);
            stranger.page().getByText("Not you? Tell us").click();
            stranger.look("feedback-not-you", "How was it?");
            stranger.press("It isn't me: tell them");
            stranger.look("feedback-not-me", "Thanks");
            iona.open(forIona);
            iona.choice("Yes, very much").check();
            iona.press("Continue");
            iona.choice("Wren Hadley").check();
            iona.press("Send what I've done so far");
            assertThat(iona.page().locator("h1")).containsText("Thanks, Iona.");
            iona.open(forIona);
            iona.look("feedback-answered", "You've answered.");
            stranger.open(forIona);
            stranger.look("feedback-answered-elsewhere", "You've answered.");
        }
    }

    @Test
    @Order(7)
    void theHistoryOpensByASignInLinkOnly() {
        wren.open("/history");
        wren.look("sign-in", "Sign in to your history");
        wren.press("Email me a link");
        wren.lookAtErrors("sign-in-errors", "Sign in to your history");
        wren.type("email", WREN);
        wren.press("Email me a link");
        wren.look("sign-in-check-your-email", "Check your email");
        var link = letters.link(WREN, "Your sign-in link", "/in/");
        wren.open(link);
        wren.look("sign-in-press", "Nearly there");
        wren.press("Sign in");
        untilItSays(wren, "/history", "", "Iona Stroud");
        wren.look("history", "My networking history");
        wren.follow("Iona Stroud");
        wren.look("history-person", "Iona Stroud");
        wren.type("note", "Buses and crosswords.");
        wren.press("Keep it");
        wren.press("We've kept in touch");
        wren.follow("Something came of it");
        wren.press("Keep it");
        wren.lookAtErrors("history-came-errors", "What came of it?");
        wren.choice("Advice or an answer").check();
        wren.page().locator("#month").selectOption(new SelectOption().setIndex(1));
        wren.type("words", "the bus that really comes");
        wren.press("Keep it");
        wren.page()
                .getByText("The bus that really comes began as just a chat with Iona Stroud.")
                .waitFor();
        wren.follow("Add a note to " + EVENING);
        wren.look("history-note", EVENING);
        wren.type("words", "Said I'd send the bus times.");
        wren.press("Keep it");
        wren.follow("Add a meeting from elsewhere");
        wren.press("Add to my history");
        wren.lookAtErrors("history-add-errors", "Add a meeting from elsewhere");
        wren.type("where", "Course in Leeds");
        wren.type("on", "2026-05-20");
        wren.type("words", "Somebody with a parrot");
        wren.press("Add to my history");
        wren.look("history-full", "My networking history");
        wren.lookPrinted("history-full");
        wren.follow("Is that any good?");
        wren.look("history-any-good", "Is that any good?");
        wren.open("/history/does-chatting-count");
        wren.look("history-chatting", "Does chatting count?");
        wren.open("/history?name=zz");
        wren.look("history-not-found", "My networking history");
        wren.open("/privacy-and-choices");
        wren.press("Save my choices");
        wren.page().getByText("Saved. It takes effect straight away.").waitFor();
        wren.look("privacy", "Privacy and choices");

        leo.open(link);
        leo.press("Sign in");
        leo.look("sign-in-run-out", "That link has run out.");
    }

    @Test
    @Order(8)
    void aReflectionIsWrittenIntoACpdRecordAndTakenAlong() {
        wren.open("/history");
        wren.follow("CPD record of " + EVENING);
        wren.look("cpd-entry", EVENING);
        wren.follow("Write a few words");
        wren.look("cpd-edit", EVENING);
        wren.type("happened", "Somebody from the hospital told me how");
        assertThat(wren.page().locator("#words")).hasText("7 of about 250 words");
        wren.page().locator("#happened").pressSequentially(" they lend walking sticks - on a library card.");
        assertThat(wren.page().locator("#words")).hasText("15 of about 250 words");
        wren.type("nowWhat", "Ask our own readers what they'd borrow.");
        wren.choice("my own work").check();
        wren.type("hours", "a bit");
        wren.press("Keep it");
        wren.lookAtErrors("cpd-edit-errors", EVENING);
        wren.type("hours", "0.5");
        wren.press("Keep it");
        wren.look("cpd", "My CPD record");
        assertThat(wren.page().locator("main")).containsText("0.5 of 20 in the last 12 months");
        assertThat(wren.page().locator("main")).containsText("a colleague in health libraries");
        assertThat(wren.page().locator("main")).not().containsText("Iona");

        wren.follow("Add an entry of your own");
        wren.look("cpd-add", "Add an entry of your own");
        wren.press("Keep it");
        wren.lookAtErrors("cpd-add-errors", "Add an entry of your own");
        wren.type("title", "Webinar on reading groups");
        wren.type("on", "2026-05-20");
        wren.type("hours", "1.25");
        wren.press("Keep it");
        assertThat(wren.page().locator("main")).containsText("1.75 of 20 in the last 12 months");
        wren.tick("names");
        wren.press("Show it");
        assertThat(wren.page().locator("main")).containsText("Iona Stroud");
        wren.look("cpd-named", "My CPD record");
        assertThat(wren.page()
                        .evaluate(
                                "async () => (await fetch('/history/cpd/pdf?names=yes')).headers.get('content-type')"))
                .isEqualTo("application/pdf");
        wren.follow("A page to print");
        wren.look("cpd-sheet", "My CPD record");
        wren.lookPrinted("cpd-sheet");
        wren.open("/history/cpd?from=2026-01-01&to=2026-01-31");
        wren.page().getByText("Nothing in these dates. Try a wider range.").waitFor();
        wren.look("cpd-nothing", "My CPD record");
        wren.open("/history/cpd");
        wren.follow("Webinar on reading groups");
        wren.follow("Remove what I wrote");
        wren.look("cpd-remove", "Remove this?");
        wren.press("Remove it");
        assertThat(wren.page().locator("main")).not().containsText("Webinar");
    }

    @Test
    @Order(9)
    void theOrganiserSeesNumbersMailsAndHealth() {
        house.openTheDashboard(owner);
        untilItSays(owner, "/organise", "", "3 of 3 have answered.");
        owner.look("overview-morning-after", "What needs me today?");
        assertThat(owner.page().locator("body")).not().containsText("Wren");
        owner.open("/organise/events?show=past");
        owner.look("events-past", "Events");
        owner.follow(EVENING);
        owner.look("event-over", EVENING);
        owner.lookPrinted("event-over");
        owner.follow("Feedback");
        owner.look("report-feedback-collecting", EVENING);
        owner.lookPrinted("report-feedback-collecting");
        owner.follow("Mixing");
        owner.look("report-mixing-collecting", EVENING);
        owner.lookPrinted("report-mixing-collecting");
        owner.follow("Feedback");
        owner.follow("Your own questions");
        owner.look("own-questions-standing", "Your own questions");
        owner.press("Withdraw what is ticked");
        owner.lookAtErrors("own-questions-standing-errors", "Your own questions");
        owner.choice("What could you show others?").check();
        owner.press("Withdraw what is ticked");
        owner.page().getByText("Withdrawn. Nobody is asked that any more.").waitFor();
        owner.look("own-questions-withdrawn", "Your own questions");
        owner.type("talk-1", "Ten minutes on folding zines");
        owner.press("Save the talks");
        owner.page().getByText("Saved.").waitFor();
        talkLink = owner.page().locator("#link-1").inputValue();
        leo.open(talkLink);
        leo.look("talk-asking", "Would you like to read what people said of your talk?");
        leo.press("Yes, show me");
        leo.page().getByText("Come back then.").waitFor();
        leo.look("talk-waiting", "Ten minutes on folding zines");
        owner.follow("By year");
        owner.page().getByText("We don't know yet.").waitFor();
        owner.look("chatting-not-known", "Does chatting count?");
        owner.follow("Outbox");
        owner.look("outbox", "Outbox");
        owner.follow("Health");
        owner.look("health", "Health");
        owner.follow("Team");
        owner.look("team", "Team");
        owner.press("Add");
        owner.lookAtErrors("team-errors", "Team");
    }

    @Test
    @Order(10)
    void anEventIsCalledOffWithAReason() {
        owner.open("/organise/events/new");
        Installation.describe(owner, "Winter Warmer", "2026-12-10", "36");
        owner.press("Save");
        owner.follow("Publish");
        owner.press("Publish");
        owner.page().getByText("Published. People can book now").waitFor();
        owner.follow("Change");
        owner.look("event-change", "Change this event");
        owner.page().goBack();
        var publicPage = owner.page().locator(".public-link a").getAttribute("href");
        owner.follow("Call off");
        owner.look("call-off-nobody", "Call off Winter Warmer?");
        owner.press("Call it off");
        owner.lookAtErrors("call-off-errors", "Call off Winter Warmer?");
        book("Winter Warmer", "Iona Stroud", IONA, "HEALTH");
        untilItSays(owner, owner.page().url(), "", "1 person will get an email with your reason");
        owner.look("call-off", "Call off Winter Warmer?");
        owner.press("Call it off and tell them");
        owner.type("reason", "The boiler has gone.");
        owner.press("See the email first");
        owner.look("call-off-email", "Call off Winter Warmer?");
        owner.press("Call it off and tell them");
        owner.page().getByText("Called off. Whoever had booked").waitFor();
        owner.look("event-called-off", "Winter Warmer");

        leo.open(publicPage);
        leo.look("event-called-off-public", "Winter Warmer");
        leo.open("/");
        leo.follow(EVENING);
        leo.look("event-past", EVENING);
    }

    @Test
    @Order(11)
    void threeMonthsLaterSomethingCameOfIt() {
        clock.moveByMonths(3);
        var asked = letters.link(WREN, "Did anything come of it?", "/w/");
        leo.open(talkLink);
        leo.look("talk-shown", "Ten minutes on folding zines");
        wren.open(asked);
        wren.look("follow-up", "Did anything come of it?");
        wren.press("Something did");
        wren.look("follow-up-tell-elsewhere", "What came of it?");
        wren.follow("Email me a link to sign in");
        wren.type("email", WREN);
        letters.skim(WREN);
        wren.press("Email me a link");
        wren.open(letters.link(WREN, "Your sign-in link", "/in/"));
        wren.press("Sign in");
        assertThat(wren.page().locator("h1")).containsText("My networking history");
        wren.open(asked);
        wren.press("Something did");
        wren.look("follow-up-tell", "What came of it?");
        wren.press("Send");
        wren.lookAtErrors("follow-up-tell-errors", "What came of it?");
        wren.choice("Iona Stroud").check();
        wren.choice("Work experience").check();
        wren.page().locator("#month").selectOption(new SelectOption().setIndex(1));
        wren.press("Send");
        wren.look("follow-up-thanks", "Lovely. That one began as just a chat.");

        leo.open(letters.link(IONA, "Did anything come of it?", "/w/"));
        leo.press("Not yet, and that's fine");
        leo.look("follow-up-not-yet", "Thanks for telling us");
    }

    @Test
    @Order(12)
    void deadEndsShowTheWayHome() {
        leo.open("/nothing-here");
        leo.look("not-found", "Nothing here");
        leo.open("/b/k1.1.wrong.wrong");
        leo.look("not-found-link", "Nothing here");
        leo.open("/help");
        leo.look("help", "Help");
        house.openTheDashboard(owner);
        owner.open("/organise/events/00000000000000000000000000000000");
        owner.look("not-found-organiser", "Nothing here");
    }

    @Test
    @Order(13)
    void theMailboxAndItsMailsReadWellToo() {
        var booked = letters.read(IONA, "You're booked");
        leo.open(stack.mailbox().pageAddress() + "/");
        leo.look("mailbox", "Mailbox");
        leo.open(stack.mailbox().pageAddress() + "/mails/" + booked.summary().id());
        leo.look("mailbox-mail", "You're booked: " + EVENING);
        house.screens().lookAtMail(leo.page(), "mail", booked.html());
        newMailDoesNotDisturbWhoIsTyping();
    }

    /** As mail programs and scanners do, with neither a cookie nor a session: every page is there. */
    @Test
    @Order(14)
    void everyLinkOfEveryMailOpensAndQuestionsCanBeStopped() throws Exception {
        var here = house.address();
        var behindIt = stack.ports().addressOf(Application.WEB);
        var links =
                letters.links().stream().filter(link -> link.startsWith(here)).toList();
        var program = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (var link : links) {
            for (var method : List.of("HEAD", "GET")) {
                assertThat(program.send(
                                        HttpRequest.newBuilder(URI.create(link.replace(here, behindIt)))
                                                .method(method, HttpRequest.BodyPublishers.noBody())
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .as(method + " " + link.substring(here.length()).replaceAll("[.].*", ""))
                        .isEqualTo(200);
            }
        }
        leo.open(letters.stopLink(IONA, "Did anything come of it?")); // she said "Not yet", so something is left to ask
        leo.look("unsubscribe", "Stop these emails?");
        leo.press("Don't ask me about " + EVENING + " again");
        leo.look("unsubscribed", "No more questions about this one");
        leo.press("No feedback emails at all");
        leo.look("unsubscribed-all", "No more feedback emails");
        leo.press("Send me feedback emails again");
        leo.look("asked-again", "We'll ask you again");
    }

    @Test
    @Order(21)
    void aScreenThatOwesSomethingIsComplainedOf() {
        leo.page().navigate("about:blank");
        leo.page().setContent("""
            <!doctype html><html lang="en"><head><title>Planted</title></head><body><main>
            <h1>Planted</h1><p style="color: #777; background: #888">Grey on grey</p><input>
            <div style="width: 400px">Too wide for {0}</div>
            <div style="width: 3em; overflow-wrap: anywhere">Parchment</div></main></body></html>\
            """);

        leo.look("planted", "Planted");
        leo.page().setContent("""
            <!doctype html><html lang="en"><head><title>Planted</title></head><body><main>
            <h1>Planted</h1><p style="margin-left: 9px">Aside</p><button>Press</button></main></body></html>\
            """);
        leo.lookPrinted("planted");

        assertThat(house.screens().complaints())
                .anyMatch(complaint -> complaint.startsWith("planted, dark: color-contrast p, "))
                .anyMatch(complaint -> complaint.startsWith("planted, light: color-contrast p, "))
                .anyMatch(complaint -> complaint.startsWith("planted, light: label input, "))
                .anyMatch(complaint -> complaint.startsWith("planted lacks words: "))
                .anyMatch(complaint -> complaint.endsWith(" pixels wide on a screen of 320"))
                .anyMatch(complaint -> complaint.endsWith(" breaks words on a screen of 320: [Parchment]"))
                .contains("planted, printed, prints button: Press")
                .contains("planted, printed, begins 9 pixels beside the heading: p: Aside");
    }

    /** Half an hour's words once were gone with the session. */
    @Test
    @Order(15)
    void whatIsTypedOutlivesASessionThatEnded() {
        house.openTheDashboard(owner);
        owner.open("/organise/events/new");
        owner.type("title", "TeachMeet after hours");
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(31)));
        owner.press("Save");
        house.signIn(owner);
        owner.page().getByText("What you typed is still here").waitFor();
        owner.page().locator("#kept a").click();
        assertThat(owner.page().locator("#title")).hasValue("TeachMeet after hours");
        owner.look("event-form-kept", "A new event");
    }

    /** With a device of the browser's own, which checks its owner and says so. */
    @Test
    @Order(16)
    void aPasskeySignsHerInWithoutAPasswordOrAMail() {
        house.openTheDashboard(owner);
        owner.follow("Your account");
        owner.follow("Your passkeys");
        owner.look("passkeys-none", "Passkeys");
        owner.press("Continue");
        owner.lookAtErrors("passkeys-errors", "Passkeys");
        owner.type("old", Installation.PASSWORD);
        owner.press("Continue");
        owner.look("passkey-new", "Add a passkey");
        owner.withAPasskeyDevice();
        owner.type("name", "Work laptop");
        owner.press("Add this passkey");
        owner.page().getByText("Your passkey is added.").waitFor();
        owner.press("Sign out");
        owner.press("Use a passkey");
        owner.page().getByText("What needs me today?").waitFor();

        owner.open("/organise/account/passkeys");
        owner.page().getByText("last used on").waitFor();
        var another = owner.withAnotherPage();
        another.open("/organise/account/passkeys");
        another.look("passkeys", "Passkeys");
        owner.press("Remove Work laptop");
        owner.page().getByText("doesn't open your account any more").waitFor();
        owner.press("Sign out");
        owner.press("Use a passkey");
        owner.page().getByText("That passkey didn't work.").waitFor();
        owner.lookAtErrors("passkey-wrong", "Sign in");
    }

    /** Leo comes while she does, and Iona at the other phone; then the link is switched off, and hers is out at its next press. */
    private void ashaMindsTheDoorByALink(Person door) {
        var checkIn = door.page().url().replaceAll("[?#].*", "");
        door.follow("Let somebody else mind the door");
        door.look("door-link-none", "Door link: " + EVENING);
        door.press("Make a door link");
        door.look("door-link", "Door link: " + EVENING);
        var link = door.page().locator("#door-address").inputValue();
        try (var asha = house.somebody()) {
            asha.page().clock().install();
            asha.open(link);
            asha.look("door", "The door of " + EVENING);
            asha.press("Open the door for " + EVENING);
            arrive(asha, "Leo Withy");
            asha.look("door-check-in", "Check-in: " + EVENING);
            var elsewhere = asha.withAnotherPage();
            elsewhere.open("/organise/team");
            elsewhere.look("door-and-nothing-else", "This phone has the door");
            door.open(checkIn);
            arrive(door, "Iona Stroud");
            asha.page().clock().runFor(21_000);
            assertThat(asha.page().locator("#door-count")).containsText("3 of 3 here");
            elsewhere.open(checkIn);
            elsewhere.follow("Someone not on the list");
            elsewhere.type("name", "Jory Penfold");
            elsewhere.type("email", "jory@retired.example");
            elsewhere.choice("between jobs or retired").check();

            door.follow(EVENING);
            door.look("event-door-link", EVENING);
            door.follow("Team");
            door.look("team-doors", "Team");
            door.page().goBack();
            door.press("Switch it off");
            asha.press("Undo");
            asha.page().getByText("Ask Marguerite for a new one.").waitFor();
            asha.look("door-off", "This link to the door of " + EVENING + " was switched off");
            asha.open(checkIn);
            assertThat(asha.page().locator("h1"))
                    .containsText("This link to the door of " + EVENING + " was switched off");
            whatWasTypedIsInTheBoxesBehindAFreshLink(elsewhere, door);
        }
    }

    private static void whatWasTypedIsInTheBoxesBehindAFreshLink(Person asha, Person door) {
        asha.press("Let them in");
        asha.look("door-off-typed", "This link to the door of " + EVENING + " was switched off");
        assertThat(asha.page().locator("main")).containsText("Jory Penfold isn't checked in");
        door.press("Make a door link");
        var otherTab = asha.withAnotherPage();
        otherTab.open(door.page().locator("#door-address").inputValue());
        otherTab.press("Open the door for " + EVENING);
        otherTab.page()
                .getByText(
                        "This door wasn't open on this phone any more when you sent this. What you typed is still here:")
                .waitFor();
        otherTab.look("door-typed-before", "Check-in: " + EVENING);
        otherTab.page().locator("#kept a").click();
        assertThat(otherTab.page().locator("#email")).hasValue("jory@retired.example");
        otherTab.look("walk-in-typed-before", "Someone not on the list");
        assertThat(keptBy(otherTab)).isEqualTo("null");
        assertThat(keptBy(asha)).as("in the boxes of the other tab by now").isEqualTo("null");
        door.follow(EVENING);
        door.press("Switch it off");
    }

    /** What is kept of a form that was sent, on the phone and in the tab. */
    private static String keptBy(Person person) {
        return String.valueOf(person.page()
                .evaluate("String(Object.keys(localStorage).find((key) => key.startsWith('natter.kept'))"
                        + " || sessionStorage.getItem('natter.kept'))"));
    }

    private void newMailDoesNotDisturbWhoIsTyping() {
        try (var reader = house.somebody()) {
            var opened = new CopyOnWriteArrayList<String>();
            reader.page().onRequest(request -> {
                if (request.isNavigationRequest()) {
                    opened.add(request.url());
                }
            });
            reader.page().clock().install();
            reader.open(stack.mailbox().pageAddress() + "/");
            var moment = reader.page().locator("#then");
            moment.fill("2026-10-20T10:05");
            reader.page().clock().runFor(30_000);
            moment.fill("");
            moment.blur();
            reader.page()
                    .waitForRequest(
                            Request::isNavigationRequest,
                            () -> reader.page().clock().runFor(11_000));

            assertThat(opened).hasSize(2);
        }
    }

    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 10, day, hour, minute)
                .atZone(Installation.LONDON)
                .toInstant();
    }

    private void book(String event, String name, String email, String sector) {
        try (var guest = house.somebody()) {
            guest.open("/");
            guest.follow(event);
            guest.follow("Book a place");
            Installation.fillIn(guest, name, email, sector);
            guest.press("Book my place");
            guest.open(letters.link(email, "Confirm your place", "/b/"));
            guest.press("Confirm my place");
            assertThat(guest.page().locator("h1")).containsText("You're booked.");
        }
    }

    private static void arrive(Person door, String firstName) {
        door.page()
                .locator("#everybody button.name", new Page.LocatorOptions().setHasText(firstName))
                .click();
        door.page().getByText(firstName + " is in").waitFor();
    }

    /** Opens the address, and from there a link if one is named, again and again until the page says it. */
    private static void untilItSays(Person person, String address, String link, String words) {
        Awaitility.await(address + " to say " + words)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    person.open(address);
                    if (!link.isEmpty()) {
                        person.follow(link);
                    }
                    return person.page().locator("body").innerText().contains(words);
                });
    }
}
