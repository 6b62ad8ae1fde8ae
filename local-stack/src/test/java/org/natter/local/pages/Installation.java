package org.natter.local.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.Application;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;

/**
 * A whole installation of one class of tests, on a clock of its own, and a real browser that reaches web as visitors do:
 * through a proxy with TLS.
 */
final class Installation implements AutoCloseable {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    static final String PASSWORD = "the moorhen at half past six";

    private static final String OWNER = "marguerite.oake@fenland.example";

    private final Screens screens = new Screens(Path.of("target", "screens"));
    private final DataDirectory data;
    private final AdjustableClock clock;
    private final TlsProxy proxy;
    private final LocalStack stack;
    private final Letters letters;
    private final Chromium chromium;

    private Installation(Path folder, Path executable, Instant begins) {
        data = DataDirectory.open(folder.resolve("data"));
        clock = AdjustableClock.keptIn(data.path("clock"), begins, LONDON);
        var ports = Ports.free();
        proxy = TlsProxy.inFrontOf(ports.applications().get(Application.WEB), folder);
        stack = LocalStack.onClock(data, ports, RealParts.none().behind(proxy.address()), clock, line -> {});
        stack.start();
        letters = new Letters(stack.mailbox());
        chromium = Chromium.start(executable);
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    /** Starts it empty in the folder; without a browser on this machine the tests are skipped. */
    static Installation start(Path folder, Instant begins) {
        var executable = Chromium.onThePath();
        assumeTrue(executable.isPresent(), "no chromium on the path, so no browser test");
        return new Installation(folder, executable.orElseThrow(), begins);
    }

    Screens screens() {
        return screens;
    }

    AdjustableClock clock() {
        return clock;
    }

    LocalStack stack() {
        return stack;
    }

    Letters letters() {
        return letters;
    }

    /** Where visitors find web. */
    String address() {
        return proxy.address();
    }

    /** Somebody new, at a browser of their own. */
    Person somebody() {
        return new Person(chromium, proxy.address(), screens);
    }

    /** The same where no script runs. */
    Person somebodyWithoutScripts() {
        return Person.withoutScripts(chromium, proxy.address(), screens);
    }

    /** Fills the first page in, up to its button. */
    void fillInSetUp(Person owner) {
        owner.open(stack.firstVisit().orElseThrow());
        owner.type("name", "Marguerite Oake");
        owner.type("email", OWNER);
        owner.type("password", PASSWORD);
        owner.type("network", "Libraries of the Fens");
        owner.type("region", "Fenland and Cam");
        owner.page().locator("#zone").selectOption("Europe/London");
    }

    /** Days may have passed, so she may have been signed out. */
    void openTheDashboard(Person owner) {
        owner.open("/organise");
        if (owner.page().url().contains("sign-in")) {
            signIn(owner);
        }
    }

    /** From the page that asks for it. */
    void signIn(Person owner) {
        askForACode(owner);
        typeTheCode(owner);
    }

    /** The first half of it. */
    void askForACode(Person owner) {
        owner.type("email", OWNER);
        owner.type("password", PASSWORD);
        owner.press("Sign in");
        assertThat(owner.page().locator("h1")).hasText("Check your email");
    }

    /** The second. */
    void typeTheCode(Person owner) {
        owner.type("code", letters.digits(OWNER));
        owner.press("Continue");
        assertThat(owner.page().locator("h1")).hasText("What needs me today?");
    }

    /** Fills in what an evening needs, up to the form's button. */
    static void describe(Person owner, String title, String date, String places) {
        owner.type("title", title);
        owner.type("description", "A relaxed evening; come alone, most people do.");
        owner.type("date", date);
        owner.type("start", "18:30");
        owner.type("end", "21:00");
        owner.type("venueName", "The Moorhen");
        owner.type("address", "4 Quayside, Fenbridge");
        owner.type("places", places);
    }

    /** Fills the booking form in, up to its button. */
    static void fillIn(Person guest, String name, String email, String sector) {
        guest.type("name", name);
        guest.type("email", email);
        guest.page().locator("#sector").selectOption(sector);
        guest.tick("newcomer");
        guest.tick("listed");
        guest.tick("adult");
    }

    @Override
    public void close() {
        chromium.close();
        stack.close();
        proxy.close();
        data.close();
    }
}
