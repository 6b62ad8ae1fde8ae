package org.natter.local.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a phone at a door keeps of a walk-in that was refused, and for how long; the pages here are empty but for our script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptWordsTest {

    private static final String SCRIPT = "/static/natter/natter.js";
    private static final Instant EVENING = Instant.parse("2026-10-15T18:30:00Z");
    private static final int A_QUARTER_OF_AN_HOUR = 15 * 60_000;

    private Chromium chromium;
    private BrowserContext phone;

    @BeforeAll
    void open() {
        var executable = Chromium.onThePath();
        assumeTrue(executable.isPresent(), "no chromium on the path, so no browser test");
        chromium = Chromium.start(executable.get());
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aPhone() {
        phone = chromium.somebody("http://natter.example");
        phone.clock().install();
        phone.clock().pauseAt(EVENING.toString());
        phone.route("**/*", KeptWordsTest::answer);
    }

    @Test
    void aPageThatStoodOpenEndsThemWhenTheirTimeIsOver() {
        var open = page("/programme");
        aWalkInIsRefused().close();
        assertThat(keptBy(open)).contains("Maurice Tydd");

        phone.clock().runFor(A_QUARTER_OF_AN_HOUR - 1);
        assertThat(keptBy(open)).contains("Maurice Tydd");
        phone.clock().runFor(1);

        assertThat(keptBy(open)).isEqualTo("null");
    }

    @Test
    void aPageThatIsOpenedMeanwhileEndsThemToo() {
        aWalkInIsRefused().close();
        phone.clock().runFor(60_000);
        var open = page("/programme");
        assertThat(keptBy(open)).contains("Maurice Tydd");

        phone.clock().runFor(A_QUARTER_OF_AN_HOUR - 60_000);

        assertThat(keptBy(open)).isEqualTo("null");
    }

    /** Until then they lie in the closed browser, and no page has them in a box. */
    @Test
    void whereNoPageWasOpenTheNextOneRemovesThem() {
        aWalkInIsRefused().close();
        phone.clock().pauseAt(EVENING.plusSeconds(86_400).toString());

        var next = page("/organise/events/pub/walk-in");

        assertThat(next.locator("#name").inputValue()).isEmpty();
        assertThat(keptBy(next)).isEqualTo("null");
    }

    @Test
    void whatIsTypedInATabIsInThatTabAlone() {
        var tab = sent("/organise/team", "**/account/sign-in?*");
        assertThat(tab.evaluate("sessionStorage.getItem('natter.kept')").toString())
                .contains("Maurice Tydd")
                .doesNotContain("reed and sedge");
        assertThat(keptBy(tab)).isEqualTo("null");

        tab.navigate("/organise/team");

        assertThat(tab.evaluate("sessionStorage.getItem('natter.kept')")).isNull();
    }

    private Page aWalkInIsRefused() {
        return sent("/organise/events/pub/walk-in", "**/door/closed?*");
    }

    private Page sent(String form, String answer) {
        var page = page(form);
        page.locator("#name").fill("Maurice Tydd");
        page.locator("button").click();
        page.waitForURL(answer);
        return page;
    }

    private Page page(String path) {
        var page = phone.newPage();
        page.navigate(path);
        return page;
    }

    private static void answer(Route route) {
        var path = route.request().url().replaceFirst("http://[^/]+", "");
        if (path.endsWith(".js")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript; charset=utf-8")
                    .setBodyBytes(script()));
        } else {
            var form = path.startsWith("/organise/")
                    ? "<form data-keep action=\"" + (path.endsWith("/team") ? "/account/sign-in" : "/door/closed")
                            + "\"><input id=\"name\" name=\"name\">"
                            + "<input type=\"password\" name=\"first\" value=\"reed and sedge\"><button>Send</button></form>"
                    : "";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><script defer src=\"/natter.js\"></script><main><h1>" + path + "</h1>"
                            + form + "</main>"));
        }
    }

    private static byte[] script() {
        try (var file = Objects.requireNonNull(KeptWordsTest.class.getResourceAsStream(SCRIPT))) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String keptBy(Page page) {
        return String.valueOf(page.evaluate("String(localStorage.getItem(localStorage.key(0)))"));
    }
}
