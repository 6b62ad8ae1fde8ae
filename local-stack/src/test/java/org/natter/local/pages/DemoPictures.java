package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.Application;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.story.Story;

/**
 * Plays the demo's year and takes the pictures of README and docs: the organisers' overview, Wren's history, the July report,
 * whether chatting counts, what was said of a talk, Wren's CPD record, and the card of Ellis's evening. Each is taken in light and dark, phone and wide, into {@code
 * target/demo-pictures}; the one that is shown goes to {@code docs/pictures}. No part of a build: {@code local-stack/pictures}
 * runs it.
 */
class DemoPictures {

    private static final Path SHOWN = Path.of("..", "docs", "pictures");
    private static final Path ALL = Path.of("target", "demo-pictures");
    private static final long MOST_BYTES = 140_000;

    private Chromium chromium;
    private Letters letters;
    private String web = "";
    private final Screens screens = new Screens(ALL);

    @Test
    void theDemoTellsWhatItIsMeantTo(@TempDir Path folder) throws Exception {
        var browser = Chromium.start(Chromium.onThePath().orElseThrow());
        chromium = browser;
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        var data = DataDirectory.open(folder.resolve("data"));
        var clock = AdjustableClock.keptIn(data.path("clock"), Story.BEGINS, Story.ZONE);
        try (browser;
                data;
                var stack = LocalStack.onClock(data, Ports.free(), RealParts.none(), clock, System.out::println)) {
            stack.start();
            var signposts = new Story(stack, clock, System.out::println).play();
            web = stack.ports().addressOf(Application.WEB);
            letters = new Letters(stack.mailbox());
            historyOfWren();
            talkOfAutumnDays(signposts);
            reportsForOrganisers();
            cardOfEllis();
        }
        assertThat(screens.complaints()).isEmpty();
    }

    private void historyOfWren() throws IOException {
        try (var wren = new Person(chromium, web, screens)) {
            wren.open("/sign-in");
            wren.type("email", "wren.hadley@sedge-college.example");
            letters.skim("wren.hadley@sedge-college.example");
            wren.press("Email me a link");
            wren.open(letters.link("wren.hadley@sedge-college.example", "Your sign-in link", "/in/"));
            wren.press("Sign in");
            assertThat(wren.page().locator(".headline"))
                    .hasText("Two weeks' work experience began as just a chat with Iona Stroud.");
            assertThat(wren.page().locator(".thread-picture--wide")).hasCount(1);
            take(wren.page(), "history", 844);
            wren.follow("Your CPD record");
            var record = assertThat(wren.page().locator("main"));
            record.containsText("Hours: 0.5.");
            record.containsText("I'd never thought of a hospital as a place with a library in it.");
            record.containsText("Two weeks of tallies at our desk");
            record.containsText("of 20 in the last 12 months");
            take(wren.page(), "cpd", 844);
        }
    }

    /** The speaker has not said yet, so nothing is shown before they do. */
    private void talkOfAutumnDays(List<String> signposts) throws IOException {
        var link = signposts.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(web + "/t/"))
                .findFirst()
                .orElseThrow();
        try (var speaker = new Person(chromium, web, screens)) {
            speaker.open(link);
            assertThat(speaker.page().locator("h1")).containsText("Would you like to read what people said");
            assertThat(speaker.page().locator("main")).not().containsText("blotting paper");
            speaker.press("Yes, show me");
            assertThat(speaker.page().locator("main")).containsText("31 people said how it was.");
            assertThat(speaker.page().locator("main")).containsText("I didn't expect to laugh about blotting paper.");
            take(speaker.page(), "talk", 844);
        }
    }

    /** As the demo says: how it was, Ruth ticked, sent. The names are put on it for the picture. */
    private void cardOfEllis() throws IOException {
        try (var ellis = new Person(chromium, web, screens)) {
            ellis.open(letters.link("ellis.marchbank@lode-school.example", "How was last night?", "/f/"));
            ellis.choice("Yes, very much").check();
            ellis.choice("Mostly").check();
            ellis.press("Continue");
            for (var name : List.of("Ruth Sedge: New", "Tobias Quill: New")) {
                ellis.page()
                        .locator("details.roster-letter:not([open])", new Page.LocatorOptions().setHasText(name))
                        .locator("summary")
                        .all()
                        .forEach(Locator::click);
                ellis.page().getByLabel(name).check();
            }
            ellis.press("Send what I've done so far");
            assertThat(ellis.page().locator("h1")).hasText("Thanks, Ellis. That's in your history.");
            ellis.follow("Put names on it");
            assertThat(ellis.page().locator(".evening-card")).containsText("You spoke to 2 people");
            assertThat(ellis.page().locator(".evening-card")).containsText("Ruth");
            take(ellis.page(), "card", 844);
        }
    }

    private void reportsForOrganisers() throws IOException {
        try (var owner = new Person(chromium, web, screens)) {
            owner.open("/organise");
            owner.type("email", "marguerite.oake@fenland.example");
            owner.type("password", "the moorhen at half past six");
            letters.skim("marguerite.oake@fenland.example");
            owner.press("Sign in");
            owner.type("code", letters.digits("marguerite.oake@fenland.example"));
            owner.press("Continue");
            owner.open("/organise");
            assertThat(owner.page().locator(".season")).containsText("does chatting count?");
            take(owner.page(), "overview", 844);
            owner.open("/organise/events?show=past");
            owner.page()
                    .locator("a", new Page.LocatorOptions().setHasText("Riverside pub evening"))
                    .nth(1)
                    .click();
            owner.follow("Feedback");
            assertThat(owner.page().locator("main")).containsText("15 of 22 people answered.");
            assertThat(owner.page().locator("main")).containsText("More chairs by the river, please.");
            var july = assertThat(owner.page().locator("main"));
            july.containsText("When shall we start next time?");
            july.containsText("13 of 15 answered this");
            july.containsText("Nothing in particular, please. Just the river.");
            take(owner.page(), "july-feedback", 844);
            owner.follow("Mixing");
            assertThat(owner.page().locator("main")).containsText("someone new");
            assertThat(owner.page().locator("main")).containsText("counted without the hosts");
            assertThat(owner.page().locator("main")).not().containsText("Ask two regulars to be hosts");
            owner.open("/organise/chatting");
            assertThat(owner.page().locator(".sentence--large"))
                    .containsText("good things people told us about began as just a chat.");
            assertThat(owner.page().locator(".stars-row .star-one")).not().hasCount(0);
            take(owner.page(), "chatting", 640);
        }
    }

    /** All four looks; the top of the wide light one, so high, is what readers are shown. */
    private static void take(Page page, String name, int height) throws IOException {
        for (var width : new int[] {Screens.PHONE, Screens.WIDE}) {
            for (var colours : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
                page.setViewportSize(width, 844);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                var file = ALL.resolve(name + "." + width + "." + colours + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }
        page.setViewportSize(1100, 844);
        Files.createDirectories(SHOWN);
        var file = SHOWN.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setClip(new Clip(0, 0, 1100, height)));
        assertThat(Files.size(file)).as(name + " in bytes").isLessThan(MOST_BYTES);
    }
}
