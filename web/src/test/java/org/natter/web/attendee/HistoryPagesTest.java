package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.natter.ids.Sha256;

class HistoryPagesTest extends AttendeePagesBody {

    @Test
    void aMailedLinkOpensTheHistoryInTheBrowserThatAsked() throws Exception {
        var history = signIn();

        assertThat(path(history)).isEqualTo("/history");
        assertThat(words(history))
                .contains(
                        "Summer evening",
                        "Thursday 9 July 2026, 7:30pm",
                        "You spoke to 3 people; 3 were new.",
                        "Iona Stroud",
                        "new",
                        "health library",
                        "you both said so",
                        "Just chatting",
                        "Amara introduced you",
                        "Two more, whose names you didn't catch",
                        "9 people; 5 went beyond a first chat",
                        "Work experience, with Iona Stroud, October 2026. It began as just a chat.");

        var friend = follow(history, "Iona Stroud");
        assertThat(words(friend))
                .contains("Iona Stroud", "something came of it", "First met", "Friday 10 July 2026", "Two meetings");
        assertThat(friend.getTitleText()).doesNotContain("Iona");
    }

    @Test
    void anEveningNotToldAboutIsNotTakenForAQuietOne() throws Exception {
        var history = signIn();

        assertThat(words(history)).contains("Last night", "You haven't told us about this one.");
        assertThat(words(history)).doesNotContain("Some evenings are for listening.");
    }

    @Test
    void inAnotherBrowserTheLinkHasRunOut() throws Exception {
        ask();
        try (var elsewhere = browser()) {
            var page = (HtmlPage) elsewhere.getPage(address("/in/" + PubEvening.LINK));

            var answer = press(page, "Sign in");

            assertThat(status(answer)).isEqualTo(404);
            assertThat(words(answer)).contains("That link has run out.");
        }
    }

    @Test
    void theCookieNeverLeavesOnlyItsHashDoes() throws Exception {
        ask();

        var cookie = browser.getCookieManager().getCookie("natter-browser");
        var sent = SERVICES.sent("POST /attendee/sign-in-links").path("browser").asString("");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(sent).matches("[0-9a-f]{64}").isNotEqualTo(cookie.getValue());
        assertThat(sent).isEqualTo(Sha256.hex(cookie.getValue()));
    }

    @Test
    void anAddressThatIsNoneIsAskedForAgain() throws Exception {
        var form = open("/sign-in");
        type(form, "email", "wren");

        var answer = press(form, "Email me a link");

        assertThat(status(answer)).isEqualTo(422);
        assertThat(words(answer)).contains("Enter an email address, like sam@library.example");
        assertThat(typed(answer, "email")).isEqualTo("wren");
    }

    @Test
    void withoutAttendeeServiceTheHistorySaysSo() throws Exception {
        signIn();
        SERVICES.sendToSleep("attendee");

        var answer = open("/history");

        assertThat(status(answer)).isEqualTo(503);
        assertThat(words(answer)).contains("We can't show names and bookings just now. Nothing is lost.");
    }

    @Test
    void aStrangerIsAskedToSignInAndSigningOutEndsIt() throws Exception {
        assertThat(path(open("/history"))).isEqualTo("/sign-in");
        signIn();
        var choices = open("/privacy-and-choices");
        assertThat(words(choices)).contains("wren@college.example", "Riverside pub evening", "booked");

        press(choices, "Sign out");

        assertThat(path(open("/history"))).isEqualTo("/sign-in");
    }

    private HtmlPage ask() throws Exception {
        var form = open("/sign-in");
        type(form, "email", "wren@college.example");
        var mailed = press(form, "Email me a link");
        assertThat(words(mailed))
                .contains(
                        "If we know wren@college.example, there's a link waiting. It works for 10 minutes, in this browser.");
        return mailed;
    }

    private HtmlPage signIn() throws Exception {
        ask();
        return press(open("/in/" + PubEvening.LINK), "Sign in");
    }
}
