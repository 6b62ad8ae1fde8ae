package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class SigningInTest extends WholeWebBody {

    @Autowired
    private FirstVisit firstVisit;

    private static final String DID_NOT_WORK = "That didn't work. Check your email address and password.";
    private static final String WRONG_CODE = "That didn't work. Check the six digits, or ask for a new code.";

    @Test
    void theFirstPersonSetsTheNetworkUp() throws Exception {
        setUp();

        assertThat(SERVICES.calls("POST", "/event/regions")).isEmpty();
        assertThat(mongo.getCollection("organiser").countDocuments()).isEqualTo(1);
        assertThat(path(open("/set-up"))).isEqualTo("/account/sign-in");
    }

    @Test
    void nobodySetsUpWithoutTheWord() throws Exception {
        var page = open("/set-up");
        type(page, "word", "a guess");
        var refused = press(page, "Finish");

        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("Enter the word that Natter said when it started");
        assertThat(mongo.getCollection("organiser").countDocuments()).isZero();
    }

    @Test
    void theAddressThatTheStartSaysHasTheWordInIt() throws Exception {
        var path = firstVisit.path().orElseThrow();

        assertThat(open(path).getElementById("word")).isNull();

        setUp();
        assertThat(firstVisit.path()).isEmpty();
    }

    @Test
    void withoutOneThatIsSetEachStartMakesAWordUp(@Autowired Organisers organisers) {
        var one = new FirstVisit(organisers, "").path().orElseThrow();
        var other = new FirstVisit(organisers, "").path().orElseThrow();

        assertThat(one)
                .matches("/set-up\\?word=[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")
                .isNotEqualTo(other);
        assertThat(new FirstVisit(organisers, "reed").path()).contains("/set-up?word=reed");
    }

    @Test
    void manyFirstVisitsAtOnceMakeOneOwner() throws Exception {
        var forms = new ArrayList<HtmlPage>();
        for (var visitor = 0; visitor < 6; visitor++) {
            var page = (HtmlPage) browser().getPage(address("/set-up?word=" + SET_UP_WORD));
            fillInSetUp(page, "owner" + visitor + "@library.example");
            forms.add(page);
        }

        forms.parallelStream().forEach(page -> {
            try {
                press(page, "Finish");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(mongo.getCollection("organiser").countDocuments()).isEqualTo(1);
    }

    @Test
    void anEmptySetUpFormSaysWhatToDoAtEachField() throws Exception {
        var page = press(open("/set-up"), "Finish");

        assertThat(status(page)).isEqualTo(422);
        assertThat(page.getTitleText()).startsWith("Error: ");
        for (var link : page.querySelectorAll(".error-summary a")) {
            assertThat(page.getElementById(link.getAttributes()
                            .getNamedItem("href")
                            .getNodeValue()
                            .substring(1)))
                    .isNotNull();
        }
    }

    @Test
    void passwordAndMailedCodeOpenTheOverview() throws Exception {
        var page = ownerIn();

        assertThat(path(page)).isEqualTo("/organise");
        assertThat(words(page)).contains("What needs me today?");
        assertThat(SERVICES.last("GET", "/event/overview")
                        .orElseThrow()
                        .claims()
                        .getStringClaim("role"))
                .isEqualTo("OWNER");
    }

    @Test
    void wrongPasswordAndUnknownAddressReadAlike() throws Exception {
        setUp();

        var wrong = password(OWNER, "not the password");
        var unknown = password("nobody@library.example", "not the password");
        var code = password(OWNER, PASSWORD);
        type(code, "code", mailedCode().equals("000000") ? "000001" : "000000");
        var wrongCode = press(code, "Continue");

        assertThat(List.of(wrong, unknown)).allSatisfy(page -> {
            assertThat(status(page)).isEqualTo(422);
            assertThat(words(page)).contains(DID_NOT_WORK, "Forgotten your password?");
        });
        assertThat(status(wrongCode)).isEqualTo(422);
        assertThat(words(wrongCode)).contains(WRONG_CODE, "Send a new code");
    }

    @Test
    void settingUpSignsItsOwnerIn() throws Exception {
        setUp();

        var done = open("/organise/set-up-done");

        assertThat(words(done)).contains("That's everything. Now a date and a pub.");
        assertThat(path(done.getAnchorByText("Create your first event").click()))
                .isEqualTo("/organise/events/new");
    }

    @Test
    void aCodeWorksOnceOnlyInTheBrowserThatAskedForTenMinutes() throws Exception {
        setUp();
        var page = password(OWNER, PASSWORD);
        var code = mailedCode();
        clock.move(Duration.ofMinutes(11));
        type(page, "code", code);

        assertThat(status(press(page, "Continue"))).isEqualTo(422);

        browser.getCookieManager().clearCookies();
        assertThat(path(open("/account/code"))).isEqualTo("/account/sign-in");
    }

    @Test
    void guessingACodeEndsAfterFiveTries() throws Exception {
        setUp();
        var page = password(OWNER, PASSWORD);
        var code = mailedCode();
        for (var tries = 0; tries < 5; tries++) {
            type(page, "code", code.equals("000000") ? "000001" : "000000");
            page = press(page, "Continue");
        }
        clock.move(Duration.ofSeconds(5));
        type(page, "code", code);

        assertThat(status(press(page, "Continue"))).isEqualTo(422);
    }

    @Test
    void missesMakeTheNextAttemptWait() throws Exception {
        setUp();
        for (var tries = 0; tries < 5; tries++) {
            password(OWNER, "not the password");
        }

        var tooSoon = password(OWNER, PASSWORD);
        assertThat(status(tooSoon)).isEqualTo(429);
        assertThat(tooSoon.getWebResponse().getResponseHeaderValue("Retry-After"))
                .isEqualTo("5");
        assertThat(words(tooSoon)).contains("You've tried a few times. Wait a few seconds, then try again.");
        clock.move(Duration.ofMinutes(10));
        assertThat(path(password(OWNER, PASSWORD))).isEqualTo("/account/code");
    }

    @Test
    void signingInChangesTheSessionsId() throws Exception {
        setUp();
        password(OWNER, PASSWORD);
        var before = cookie();
        type(open("/account/code"), "code", "");
        var page = open("/account/code");
        type(page, "code", mailedCode());
        press(page, "Continue");

        assertThat(cookie().getValue()).isNotEqualTo(before.getValue());
        assertThat(cookie().isHttpOnly()).isTrue();
        browser.getCookieManager().clearCookies();
        browser.getCookieManager().addCookie(before);
        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfRest() throws Exception {
        ownerIn();
        clock.move(Duration.ofMinutes(31));

        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() throws Exception {
        ownerIn();
        for (var quarter = 0; quarter < 47; quarter++) {
            clock.move(Duration.ofMinutes(15));
            assertThat(path(open("/organise"))).isEqualTo("/organise");
        }
        clock.move(Duration.ofMinutes(16));

        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void aRemovedOrganiserIsOutWithTheNextClick() throws Exception {
        ownerIn();
        var team = open("/organise/team");
        type(team, "name", "Kofi Bulrush");
        type(team, "email", "kofi@library.example");
        type(team, "password", "the moorhen on thursday");
        press(team, "Add");
        browser.getCookieManager().clearCookies();
        POST.purgeEmailFromAllMailboxes();
        signIn("kofi@library.example", "the moorhen on thursday");
        assertThat(path(open("/organise"))).isEqualTo("/organise");
        assertThat(SERVICES.last("GET", "/event/overview")
                        .orElseThrow()
                        .claims()
                        .getStringClaim("region"))
                .isEqualTo(OrganisersSeason.REGION);
        assertThat(status(open("/organise/team"))).isEqualTo(403);

        mongo.getCollection("organiser").deleteOne(new org.bson.Document("email", "kofi@library.example"));

        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void theStoreKnowsNeitherPasswordNorSessionIdNorCode() throws Exception {
        ownerIn();
        var everything = new StringBuilder();
        for (var rows : mongo.getCollectionNames()) {
            mongo.getCollection(rows).find().forEach(row -> everything.append(row.toJson()));
        }

        assertThat(everything.toString())
                .contains("$argon2id$v=19$m=64,t=1,p=1$") // as cheap as tests may be
                .doesNotContain(PASSWORD, mailedCode(), cookie().getValue(), "_class");
    }

    @Test
    void anInstallationPaysTheWholePriceOfAHash(@Qualifier("hashingCost") @Autowired HashingCost installed) {
        assertThat(installed).isEqualTo(HashingCost.OF_OWASP);
    }

    private Cookie cookie() {
        return browser.getCookieManager().getCookie("natter");
    }
}
