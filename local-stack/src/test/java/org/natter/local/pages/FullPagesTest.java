package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.natter.local.story.FullRoom;
import org.natter.local.story.FullRoster;

/** Pages with more on them than most evenings bring: a hall of 240, a list of 146, words without a blank to break at. */
class FullPagesTest extends PagesBody {

    /** How the threads are called that answer a browser: the applications', the pages' side questions, the store's. */
    private static final List<String> ANSWERING = List.of("http-nio-", "page-call", "mongo-server-");

    private FullRoom.Booked full;

    @Override
    Instant begins() {
        return Instant.parse("2026-10-07T09:00:00Z");
    }

    @BeforeAll
    void theOwnerSetsUp() {
        house.fillInSetUp(owner);
        owner.press("Finish");
        assertThat(owner.page().locator("h1")).hasText("That's everything. Now a date and a pub.");
    }

    /** The list of a full hall is no mile long, and twenty people come in while the page stands. */
    @Test
    @Order(1)
    @Timeout(240)
    void twoHundredAndFortyFitOnAPhone() {
        house.openTheDashboard(owner);
        var starts = LocalDate.ofInstant(house.clock().instant(), Installation.LONDON)
                .plusDays(2)
                .atTime(9, 30);
        full = FullRoom.of(house.stack(), house.clock(), 240, starts);
        var phone = owner.withAnotherPage();
        phone.page().setViewportSize(390, 844);
        phone.open(full.path());
        assertThat(phone.page().locator("main")).containsText("Bookings 240");
        var tall = height(phone);
        phone.look("bookings-full", "A full house");
        phone.lookPrinted("bookings-full");
        assertThat(tall).as("the list's height").isLessThan(4_000);

        phone.page().setViewportSize(390, 844);
        phone.open(full.path() + "/check-in");
        phone.page().evaluate("window.neverReloaded = true");
        var before = machineSeconds();
        for (var name : full.names().subList(0, 20)) {
            phone.page().locator("#q").fill(name.substring(name.lastIndexOf(' ') + 1));
            phone.page().locator("#everybody button.name:visible").first().click();
            assertThat(phone.page().locator("#result")).containsText(name + " is in");
        }
        var seconds = machineSeconds() - before;
        System.out.printf("twenty people at a full door: %.1f s of machine time%n", seconds);

        assertThat(phone.page().locator("#door-count")).containsText("20 of 240 here");
        assertThat(phone.page().evaluate("window.neverReloaded")).isEqualTo(true);
        assertThat(seconds).as("seconds for twenty people").isBetween(1.0, 25.0);
        phone.page().setViewportSize(320, 700);
        assertThat(phone.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(320);
        phone.look("check-in-full", "Check-in: A full house");
        noListIsTallOn(phone);
    }

    /** The same list on its day, where the time stands beside whoever is here, and once it is over. */
    @Test
    @Order(2)
    @Timeout(120)
    void twoHundredAndFortyFitOnAPhoneWhileTheyComeAndOnceItIsOver() {
        house.clock().moveTo(house.clock().instant().plus(Duration.ofDays(2)));
        house.openTheDashboard(owner);
        var phone = owner.withAnotherPage();
        phone.open(full.path() + "/check-in");
        phone.page().locator("#everybody button.name").first().click();
        assertThat(phone.page().locator("#door-count")).containsText("21 of 240 here");
        noListIsTallOn(phone);

        phone.page().navigate("about:blank"); // an event's page opens itself anew once it is over
        house.clock().moveTo(house.clock().instant().plus(Duration.ofDays(1)));
        house.openTheDashboard(owner);
        noListIsTallOn(phone);
    }

    private void noListIsTallOn(Person phone) {
        phone.page().setViewportSize(390, 844);
        for (var shown : List.of("BOOKED", "HERE", "MISSING")) {
            phone.open(full.path() + "?show=" + shown);
            assertThat(phone.page().locator(".people-list")).isVisible();
            assertThat(height(phone)).as("the height of " + shown).isLessThan(4_000);
        }
    }

    /**
     * What the browser has worked so far, and the threads that answer it and keep what it sends. What the rest of the house
     * does meanwhile, like mailing all who booked, takes the longer the busier the machine is and says nothing of the door.
     */
    private static double machineSeconds() {
        var browser = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        var threads = ManagementFactory.getThreadMXBean();
        var answering = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> ANSWERING.stream().anyMatch(thread.getThreadName()::startsWith))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
        return browser.toMillis() / 1e3 + answering / 1e9;
    }

    /** A title, a name and a link without a blank to break at: no page is wider than the narrowest screen. */
    @Test
    @Order(3)
    @Timeout(120)
    void theLongestWordsFitOnEveryScreen() {
        house.openTheDashboard(owner);
        var title = "Llên" + "y".repeat(116);
        var name = "Ŷsolt" + "a".repeat(111);
        var email = "w".repeat(64) + "@" + "lode-".repeat(10) + "school.example";
        var day = LocalDate.ofInstant(house.clock().instant(), Installation.LONDON)
                .plusDays(3);
        owner.open("/organise/events/new");
        Installation.describe(owner, title, day.toString(), "2");
        owner.type("venueName", "M" + "o".repeat(99));
        owner.type("findUs", "Pin: https://maps.example/place/" + "x".repeat(138));
        owner.press("Save");
        owner.look("long-draft", title);
        owner.follow("Publish");
        owner.look("long-publish", "Publish " + title + "?");
        owner.press("Publish");
        owner.page().getByText("Published. People can book now").waitFor();
        owner.look("long-published", title);
        var event = owner.page().url().replaceAll("[?#].*", "");

        try (var guest = house.somebody()) {
            guest.open("/");
            guest.look("long-whats-on", "What's on");
            guest.follow(title);
            guest.look("long-event", title);
            guest.follow("Book a place");
            guest.look("long-book", "Book a place");
            Installation.fillIn(guest, name, email, "SCHOOL");
            guest.type("organisation", "School of " + "e".repeat(100));
            guest.press("Book my place");
            guest.open(house.letters().link(email, "Confirm your place", "/b/"));
            guest.look("long-confirm", "Confirm your place at " + title);
            guest.press("Confirm my place");
            guest.look("long-booking", "You're booked.");
            guest.press("Change or cancel");
            guest.look("long-cancel", "Can't make " + title + "?");
        }

        owner.open(event);
        owner.look("long-bookings", title);
        owner.open(event + "/check-in");
        owner.page().locator("#everybody button.name").first().click();
        owner.page().getByText(name + " is in").waitFor();
        owner.look("long-check-in", "Check-in: " + title);
    }

    /** A minute on a phone, with scripts and without: at most six pages, twelve taps and 2,500 pixels of scrolling in all. */
    @Test
    @Order(4)
    @Timeout(180)
    void fourPeopleAmongOneHundredAndFortySixAreTickedInAMinute() {
        var forms = FullRoster.of(house.stack(), house.clock(), 146);
        try (var ellis = house.somebody();
                var fatima = house.somebodyWithoutScripts()) {
            tickFour(ellis, forms.ofEllis(), forms.names());
            assertThat(ellis.page().locator("h1")).hasText("Thanks, Ellis. That's in your history.");
            tickFour(fatima, forms.ofFatima(), forms.names());
            assertThat(fatima.page().locator("h1")).hasText("Thanks, Fatima. That's in your history.");

            ellis.open("/feedback/2");
            ellis.look("feedback-2-full", "Who did you talk to?");
        }
    }

    private static void tickFour(Person person, String link, List<String> names) {
        var page = person.page();
        page.setViewportSize(Screens.PHONE, 844);
        var thumb = new Thumb(page);
        person.open(link);
        thumb.tap(person.choice("Yes, very much"));
        thumb.tap(person.choice("Mostly"));
        thumb.press("Continue");
        assertThat(page.locator("[data-row]")).hasCount(146);
        var met = Stream.of(0, 40, 77, 111).map(names::get).sorted().toList(); // down the list, as it is read
        for (var name : met) {
            var group = page.locator("details.roster-letter", new Page.LocatorOptions().setHasText(name));
            if (group.getAttribute("open") == null) {
                thumb.tap(group.locator("summary"));
            }
            thumb.tap(page.getByLabel(name + ": New"));
        }
        thumb.press("Send what I've done so far");
        assertThat(thumb.pages).isLessThanOrEqualTo(6);
        assertThat(thumb.taps).isLessThanOrEqualTo(12);
        assertThat(thumb.scrolled).isLessThanOrEqualTo(2_500);
    }

    /** Counts what a person's thumb has to do. */
    private static final class Thumb {

        private final Page page;
        private int taps;
        private int pages;
        private double scrolled;

        Thumb(Page page) {
            this.page = page;
        }

        /** Scrolls there and presses it; whatever is pressed is large enough for a thumb. */
        void tap(Locator what) {
            var before = position();
            what.scrollIntoViewIfNeeded();
            scrolled += Math.abs(position() - before);
            assertThat(what.boundingBox().height).isGreaterThanOrEqualTo(44);
            what.click();
            taps++;
        }

        void press(String button) {
            tap(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .last());
            page.waitForLoadState();
            pages++;
        }

        private double position() {
            return ((Number) page.evaluate("window.scrollY")).doubleValue();
        }
    }

    private static int height(Person person) {
        return (int) person.page().evaluate("document.documentElement.scrollHeight");
    }
}
