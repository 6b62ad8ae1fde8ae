package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.natter.local.story.FullRoom;

/** What a code, a scanned link and a name do at a door that stands open, in a browser that runs scripts. */
class DoorScriptsTest extends PagesBody {

    private static final int PEOPLE = 4;

    private final List<String> letters = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private FullRoom.Booked hall;
    private String door;

    @Override
    Instant begins() {
        return Instant.parse("2026-10-07T09:00:00Z");
    }

    @BeforeAll
    void fourPeopleHaveBooked() {
        house.fillInSetUp(owner);
        owner.press("Finish");
        assertThat(owner.page().locator("h1")).hasText("That's everything. Now a date and a pub.");
        house.openTheDashboard(owner);
        var soon = LocalDateTime.ofInstant(house.clock().instant(), Installation.LONDON)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(2);
        hall = FullRoom.of(house.stack(), house.clock(), PEOPLE, soon);
        for (var email : hall.emails()) {
            var booked = house.letters().read(email, "You're booked");
            codes.add(Letters.doorCode(booked));
            letters.add(booked.links().stream()
                    .filter(link -> link.contains("/b/") && !link.contains("?"))
                    .findFirst()
                    .orElseThrow());
        }
        door = hall.path() + "/check-in";
    }

    /** An answer that broke off, or never ended, was the last that was asked for. */
    @Test
    @Order(0)
    @Timeout(120)
    void rowsThatDoNotComeAreAskedForAgain() {
        withHelper(helper -> {
            helper.page().evaluate("""
                    window.asked = 0;
                    window.breaksOff = () => Promise.resolve({ ok: true, redirected: false,
                      text: () => { window.asked++; document.body.dataset.asked = window.asked; return Promise.reject(new TypeError("broken off")); } });
                    window.neverEnds = (where, how) => Promise.resolve({ ok: true, redirected: false,
                      text: () => new Promise((take, refuse) => { window.asked++; document.body.dataset.asked = window.asked;
                        if (how) how.signal.addEventListener("abort", () => refuse(how.signal.reason)); }) });
                    window.look = () => {
                      const target = document.getElementById("door-count");
                      target.dataset.mark = "1";
                      document.dispatchEvent(new CustomEvent("htmx:afterOnLoad", { detail: { target } }));
                    };
                    window.fetch = window.breaksOff;
                    look();""");
            helper.page().locator("body[data-asked='1']").waitFor();
            helper.page().evaluate("window.fetch = window.neverEnds; look();");
            helper.page().locator("body[data-asked='2']").waitFor();
            helper.page().evaluate("look()");
            assertThat(helper.page().evaluate("asked")).as("one at a time").isEqualTo(2);

            helper.page().clock().runFor(11_000);
            helper.page().evaluate("look()");
            helper.page().locator("body[data-asked='3']").waitFor();
        });
    }

    /** A press on its way was answered, and then undone in the rows by a page from before it. */
    @Test
    @Order(0)
    @Timeout(120)
    void aPressThatIsAnsweredWhileTheRowsComeStaysInThem() {
        withHelper(helper -> {
            var name = hall.names().get(3);
            helper.page().evaluate("""
                    const real = window.fetch;
                    window.pages = 0;
                    window.fetch = async (...how) => {
                      const text = await (await real(...how)).text();
                      window.pages++; document.body.dataset.pages = window.pages;
                      await (window.pages === 1 ? new Promise((go) => { window.goOn = go; }) : null);
                      return { ok: true, redirected: false, text: async () => { document.body.dataset.read = "yes"; return text; } };
                    };
                    document.addEventListener("htmx:beforeSend", () => {
                      const target = document.getElementById("door-count");
                      target.dataset.mark = "1";
                      document.dispatchEvent(new CustomEvent("htmx:afterOnLoad", { detail: { target } }));
                    }, { once: true });""");
            var held = new CompletableFuture<Route>();
            helper.page().route(url -> url.endsWith("/check-in"), route -> {
                if (route.request().method().equals("POST")) {
                    held.complete(route);
                } else {
                    route.resume();
                }
            });
            helper.page()
                    .locator("#everybody button.name:has-text(\"" + name + "\")")
                    .click();
            helper.page().locator("body[data-pages='1']").waitFor();
            held.join().resume();
            says(helper, name + " is in");

            helper.page().evaluate("goOn()");
            helper.page().locator("body[data-read]").waitFor();

            assertThat(arrived(helper)).hasCount(1);
            helper.page().unrouteAll();
            helper.page().locator("#result button:has-text(\"Undo\")").click();
            says(helper, "Undone. " + name);
        });
    }

    private void withHelper(Consumer<Person> does) {
        owner.open(hall.path() + "/door-link");
        owner.press("Make a door link");
        try (var helper = house.somebody()) {
            helper.page().clock().install();
            helper.open(owner.page().locator("#door-address").inputValue());
            helper.press("Open the door for A full house");
            assertThat(helper.page().locator("#door-count")).containsText("of 4 here");
            helper.page().waitForLoadState();
            does.accept(helper);
        }
        owner.open(hall.path());
        owner.press("Switch it off");
    }

    @Test
    @Order(1)
    @Timeout(120)
    void aCodeIsEnteredAsOftenAsItIsTyped() {
        owner.open(door);
        var first = hall.names().get(0);

        enter(owner, codes.get(0));
        says(owner, first + " is in");
        theListIsWhole(owner, PEOPLE);
        owner.page().locator("#result button:has-text(\"Undo\")").click();
        says(owner, "Undone. " + first + " is still to come");
        enter(owner, codes.get(0));
        says(owner, first + " is in");
        theListIsWhole(owner, PEOPLE);
        enter(owner, codes.get(0));
        says(owner, first + " was already in at");
        theListIsWhole(owner, PEOPLE);
    }

    /** "Nobody like that on the list. Add them" stood below, and its way carried the whole secret link. */
    @Test
    @Order(2)
    @Timeout(120)
    void aScannedLinkNamesSomebodyAndIsDoneWith() {
        owner.open(door);

        enter(owner, letters.get(1));
        says(owner, hall.names().get(1) + " is in");
        theListIsWhole(owner, PEOPLE);
        enter(owner, letters.get(1).substring(0, letters.get(1).length() - 1) + "-");
        says(owner, "Nobody on the list has that code");
        assertThat(nobody(owner)).isHidden();
        assertThat(owner.page().content()).doesNotContain("name=http");
        owner.type("q", hall.names().get(2));
        assertThat(owner.page().locator("#result")).not().containsText("Nobody on the list has that code");
    }

    @Test
    @Order(3)
    @Timeout(120)
    void aNameIsLookedForAndNotSent() {
        owner.open(door);
        var sent = new ArrayList<String>();
        owner.page().onRequest(request -> sent.add(request.method()));

        owner.type("q", "Maurice Tydd");
        assertThat(nobody(owner)).isVisible();
        owner.page().locator("#q").press("Enter");
        assertThat(nobody(owner).locator("a")).hasAttribute("href", Pattern.compile("name=Maurice"));
        assertThat(sent).isEmpty();
    }

    /** Whoever was on the list under the very name became two people. */
    @Test
    @Order(3)
    @Timeout(120)
    void whoGoesByANameOnTheListIsCheckedInAndNotMadeAnew() {
        var name = hall.names().get(3);
        owner.open(hall.path() + "/walk-in");
        owner.type("name", name.toUpperCase(Locale.UK));
        owner.choice("public library").check();
        owner.press("Let them in");
        owner.look("walk-in-alike", "Someone not on the list");

        owner.page().locator("button:has-text(\"Yes, it's " + name + "\")").click();

        says(owner, name + " is in");
        theListIsWhole(owner, PEOPLE);
        owner.page().locator("#result button:has-text(\"Undo\")").click();
        says(owner, "Undone. " + name + " is still to come");
    }

    /** "Everyone who booked is here" stood above the buttons of people whom somebody else had pressed in. */
    @Test
    @Order(4)
    @Timeout(180)
    void whatOthersPressMeanwhileIsInTheRowsToo() {
        owner.open(hall.path() + "/door-link");
        owner.press("Make a door link");
        var link = owner.page().locator("#door-address").inputValue();
        owner.open(door);
        try (var helper = house.somebody()) {
            helper.page().clock().install();
            helper.open(link);
            helper.press("Open the door for A full house");
            assertThat(arrived(helper)).hasCount(2);

            enter(owner, codes.get(2));
            says(owner, hall.names().get(2) + " is in");
            helper.page().clock().runFor(21_000);
            assertThat(arrived(helper)).hasCount(3);
            assertThat(helper.page().locator("#everybody button.name")).hasCount(1);

            arrived(helper)
                    .filter(new Locator.FilterOptions().setHasText(hall.names().get(2)))
                    .locator("button")
                    .click();
            says(helper, "Undone. " + hall.names().get(2));
            assertThat(arrived(owner)).hasCount(3);
            enter(owner, codes.get(0));
            says(owner, hall.names().get(0) + " was already in at");
            assertThat(arrived(owner)).hasCount(2);
        }
        owner.open(hall.path());
        owner.press("Switch it off");
    }

    /** A helper's list has nobody who gave their place up; "Nobody like that on the list" stood below their name. */
    @Test
    @Order(5)
    @Timeout(180)
    void nothingIsSaidOfTheListWhileSomebodyIsNamed() {
        var name = hall.names().get(2);
        try (var guest = house.somebody()) {
            guest.open(letters.get(2));
            guest.press("Change or cancel");
            guest.press("Cancel my place");
            assertThat(guest.page().locator("h1")).containsText("You're not coming");
        }
        owner.open(hall.path() + "/door-link");
        owner.press("Make a door link");
        try (var helper = house.somebody()) {
            helper.open(owner.page().locator("#door-address").inputValue());
            helper.press("Open the door for A full house");
            assertThat(helper.page().locator("#door-count")).containsText("of 3 here");

            enter(helper, codes.get(2));
            says(helper, name + " has no place");
            theListIsWhole(helper, 3);
            helper.type("q", "Maurice Tydd");
            assertThat(helper.page().locator("#result")).not().containsText("Let them in");
            enter(helper, codes.get(2));
            says(helper, name + " has no place");
            helper.press("Let them in");
            says(helper, name + " is in");
            enter(helper, codes.get(2));
            says(helper, name + " was already in at");
            theListIsWhole(helper, 4);
            helper.type("q", name.substring(name.lastIndexOf(' ') + 1));
            helper.page()
                    .locator("#everybody li:visible button:has-text(\"Undo\")")
                    .click();
            says(helper, "Undone. " + name);
            assertThat(nobody(helper)).isHidden();
            helper.type("q", "Maurice Tydd");
            assertThat(nobody(helper)).isVisible();
        }
    }

    /** The answer to a press came while the next name was being typed: the name was marked, and the next letter took its place. */
    @Test
    @Order(6)
    @Timeout(120)
    void whatIsTypedWhileAPressIsOnItsWayStays() {
        owner.open(door);
        owner.page().evaluate("""
                document.addEventListener("htmx:beforeSend", () => {
                  const box = document.getElementById("q");
                  box.value = "Maurice";
                  box.dispatchEvent(new Event("input", { bubbles: true }));
                }, { once: true });
                document.addEventListener("htmx:afterSettle", () => document.body.dataset.answered = "yes");""");

        enter(owner, codes.get(0));
        owner.page().locator("body[data-answered]").waitFor();
        says(owner, hall.names().get(0));
        assertThat(nobody(owner)).isVisible();
        owner.page().locator("#q").press("End");
        owner.page().locator("#q").pressSequentially(" Tydd");

        assertThat(owner.page().locator("#q")).hasValue("Maurice Tydd");
    }

    /** On a slow phone the page is there before its script: a name typed meanwhile narrowed nothing, and the last answer stood below it. */
    @Test
    @Order(6)
    @Timeout(120)
    void whatIsTypedBeforeTheScriptIsThereCountsOnceItIs() {
        var held = new ArrayList<Route>();
        owner.page().route("**/natter/natter*.js", held::add);
        owner.page().navigate(door, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        owner.type("q", "Maurice Tydd");
        assertThat(nobody(owner)).isHidden();

        owner.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);

        assertThat(nobody(owner)).isVisible();
        owner.page().unrouteAll();
    }

    /** What was typed at the one door was led to from the other, which a helper of that one cannot open. */
    @Test
    @Order(0)
    @Timeout(180)
    void whatWasTypedAtTwoDoorsComesBackAtTheDoorItWasTypedAt() {
        var soon = LocalDateTime.ofInstant(house.clock().instant(), Installation.LONDON)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(2);
        var doors = List.of(
                hall.path(), FullRoom.of(house.stack(), house.clock(), 1, soon).path());
        var names = List.of("Jory Penfold", "Maurice Tydd");
        try (var helper = house.somebody()) {
            var tabs = new ArrayList<Person>();
            var list = helper.withAnotherPage();
            for (var one = 0; one < doors.size(); one++) {
                var tab = helper.withAnotherPage();
                openDoor(tab, doors.get(one));
                if (one == 0) {
                    list.open(doors.get(one) + "/check-in");
                }
                tab.open(doors.get(one) + "/walk-in");
                tab.type("name", names.get(one));
                tab.choice("between jobs or retired").check();
                tabs.add(tab);
            }
            list.page().locator("#everybody button.name").first().click();
            assertThat(list.page().locator("h1")).hasText("This phone has another door by now");
            assertThat(house.screens().complaints())
                    .as("what htmx says of the answer, which is this page")
                    .allMatch(said -> said.contains("Status Error Code 403 from " + doors.get(0)));
            for (var one = 0; one < doors.size(); one++) {
                owner.open(doors.get(one) + "/door-link");
                owner.press("Switch it off");
                tabs.get(one).press("Let them in");
                assertThat(tabs.get(one).page().locator("main .as-typed").first())
                        .containsText(names.get(one));
            }
            assertThat(tabs.get(0).page().locator("[data-waits]")).isVisible();
            tabs.get(0).look("door-other", "This phone has another door by now");
            for (var one = 0; one < doors.size(); one++) {
                var tab = tabs.get(1 - one); // the one in which the other door's was typed
                openDoor(tab, doors.get(one));
                assertThat(tab.page().locator("#kept a")).hasAttribute("href", doors.get(one) + "/walk-in");
                tab.page().locator("#kept a").click();
                assertThat(tab.page().locator("#name")).hasValue(names.get(one));
            }
            assertThat(tabs.get(0).page().evaluate("Object.keys(localStorage).join()"))
                    .as("nothing of it is on the phone any more")
                    .isEqualTo("");
        }
        owner.open(hall.path());
        owner.press("Switch it off");
    }

    private void openDoor(Person helper, String event) {
        owner.open(event + "/door-link");
        owner.press("Make a door link");
        helper.open(owner.page().locator("#door-address").inputValue());
        helper.press("Open the door for A full house");
        assertThat(helper.page().locator("#door-count")).isVisible();
    }

    /** A press after a quiet hour ended on a bare sign-in page. */
    @Test
    @Order(7)
    @Timeout(120)
    void whoIsSignedOutReadsThatAPressDidNotGetThrough() {
        owner.open(door);
        owner.page().context().clearCookies();

        enter(owner, codes.get(0));

        assertThat(owner.page().locator("main")).containsText("That press didn't get through: sign in");
        assertThat(owner.page().locator("h1")).hasText("Sign in");
    }

    private static void enter(Person person, String code) {
        person.type("q", code);
        person.page().locator("#q").press("Enter");
    }

    private static void says(Person person, String words) {
        assertThat(person.page().locator("#result")).containsText(words);
    }

    private static void theListIsWhole(Person person, int rows) {
        assertThat(person.page().locator("#q")).hasValue("");
        assertThat(person.page().locator("#everybody li:visible")).hasCount(rows);
        assertThat(nobody(person)).isHidden();
    }

    private static Locator arrived(Person person) {
        return person.page().locator("#everybody li.arrived");
    }

    private static Locator nobody(Person person) {
        return person.page().locator("#nobody");
    }
}
