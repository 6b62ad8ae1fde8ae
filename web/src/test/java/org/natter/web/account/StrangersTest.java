package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.RequestWork;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.account.Allowances.Allowance;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;

/** What people whom nobody knows can do to those who belong here, and how often. */
class StrangersTest extends WholeWebBody {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String KOFI = "kofi@library.example";
    private static final String KOFIS = "shelf by shelf by shelf";

    @Autowired
    private Attempts attempts;

    @Autowired
    private Limits limits;

    @Autowired
    private RequestWork work;

    @BeforeEach
    void everybodyIsTakenForKnown() {
        SERVICES.answer("POST /attendee/sign-in-links", Sampled.of("attendee-service/post-sign-in-links/accepted"));
    }

    /** Each costs the machine a hash: many from one place have an end, and whoever is known here is judged all the same. */
    @Test
    void aStrangersNetworkTriesSoManyPasswordsOnly() throws Exception {
        ownerIn();
        var known = browser;
        browser = browser();
        for (var tries = 0; tries < 60; tries++) {
            assertThat(status(password("nobody-" + tries + "@riverside.example", "not the password")))
                    .isEqualTo(422);
        }

        assertThat(status(password("nobody@riverside.example", "not the password")))
                .isEqualTo(429);
        browser.close();
        browser = known;
        assertThat(path(password(OWNER, PASSWORD))).isEqualTo("/account/code");
    }

    @Test
    void whatANetworkIsRefusedIsNobodysMiss() throws Exception {
        setUp();
        browser.getCookieManager().clearCookies();
        for (var tries = 0; tries < 60; tries++) {
            password("nobody-" + tries + "@riverside.example", "not the password");
        }
        for (var tries = 0; tries < 8; tries++) {
            assertThat(status(password(OWNER, PASSWORD))).isEqualTo(429);
        }

        clock.move(Duration.ofMinutes(10));

        assertThat(path(password(OWNER, PASSWORD))).isEqualTo("/account/code");
    }

    @Test
    void whatStrangersMissMakesNobodyWaitElsewhere() throws Exception {
        ownerIn();
        organiserIn();
        browser.getCookieManager().clearCookies();

        miss(OWNER, 8);

        assertThat(status(password(OWNER, PASSWORD))).isEqualTo(429);
        assertThat(path(password(KOFI, KOFIS))).isEqualTo("/account/code");
    }

    @Test
    void aBrowserThatSignedInBeforeNeverWaitsForStrangers() throws Exception {
        ownerIn();
        press(open("/organise"), "Sign out");
        try (var stranger = browser()) {
            var own = browser;
            browser = stranger;
            miss(OWNER, 8);
            browser = own;
        }

        assertThat(path(password(OWNER, PASSWORD))).isEqualTo("/account/code");
    }

    @Test
    void aSecretOfOnesOwnMakingIsNoKnownBrowser() throws Exception {
        setUp();
        for (var tries = 0; tries < 6; tries++) {
            browser.getCookieManager().addCookie(new Cookie("127.0.0.1", "natter-known", SessionKeys.fresh()));
            password(OWNER, "not the password");
        }

        assertThat(status(password(OWNER, PASSWORD))).isEqualTo(429);
    }

    @Test
    void guessesAtTheSameMomentAreCountedBeforeTheyAreJudged() throws Exception {
        var judged = all(60, () -> attempts.turn("password:one", NOW));

        assertThat(judged.stream().filter(Optional::isEmpty)).hasSize(5);
        assertThat(attempts.turn("password:one", NOW.plusSeconds(5))).isEmpty();
        assertThat(attempts.turn("password:one", NOW.plusSeconds(14))).contains(Duration.ofSeconds(1));
    }

    @Test
    void whatNobodyCouldJudgeIsNoMiss() {
        for (var tries = 0; tries < 30; tries++) {
            assertThat(attempts.turn("password:two", NOW)).isEmpty();
            attempts.notJudged("password:two");
        }

        for (var misses = 0; misses < 5; misses++) {
            assertThat(attempts.turn("password:two", NOW)).isEmpty();
        }
        assertThat(attempts.turn("password:two", NOW)).contains(Duration.ofSeconds(5));
    }

    @Test
    void wrongCodesCountOverSignIns() throws Exception {
        setUp();
        var last = wrongCode();
        for (var signIns = 0; signIns < 4; signIns++) {
            assertThat(status(last)).isEqualTo(422);
            last = wrongCode();
        }

        last = wrongCodeFrom(last);

        assertThat(status(last)).isEqualTo(429);
        assertThat(last.getWebResponse().getResponseHeaderValue("Retry-After")).isNotEmpty();
    }

    @Test
    void aRightPasswordMailsAFewCodesOnly() throws Exception {
        setUp();
        for (var signIns = 0; signIns < 5; signIns++) {
            assertThat(path(password(OWNER, PASSWORD))).isEqualTo("/account/code");
        }

        assertThat(status(password(OWNER, PASSWORD))).isEqualTo(429);
        assertThat(POST.getReceivedMessages()).hasSize(5);
    }

    /** A mail server that sleeps uses up nobody's codes, and leaves none behind that its owner knows nothing of. */
    @Test
    void aCodeThatCouldNotBeSentIsNoCodeAndUsesUpNone() throws Exception {
        setUp();
        POSTS_LINE.cut();
        for (var tries = 0; tries < 6; tries++) {
            var unsent = password(OWNER, PASSWORD);
            assertThat(status(unsent)).isEqualTo(503);
            assertThat(unsent.getWebResponse().getResponseHeaderValue("Retry-After"))
                    .isNotEmpty();
            assertThat(words(unsent)).contains("We couldn't send your code just now. Try again in a minute.");
            assertThat(unsent.getElementById("email").getAttribute("value")).isEqualTo(OWNER);
        }
        assertThat(openCodes()).isZero();
        POSTS_LINE.mend();

        var page = password(OWNER, PASSWORD);

        assertThat(path(page)).isEqualTo("/account/code");
        assertThat(openCodes()).isOne();
        var code = mailedCode();
        POSTS_LINE.cut();
        page = press(page, "Send a new code");
        assertThat(status(page)).isEqualTo(503);
        assertThat(words(page)).contains("We couldn't send your code just now. Try again in a minute.");
        type(page, "code", code);
        assertThat(path(press(page, "Continue"))).as("the one before works").isEqualTo("/organise");
    }

    @Test
    void aLinkToANewPasswordThatCouldNotBeSentIsNone(@Autowired ChangingPasswords passwords) throws Exception {
        setUp();
        POSTS_LINE.cut();

        assertThatThrownBy(() -> passwords.mailLink(new EmailAddress(OWNER), clock.instant()))
                .isInstanceOf(CodeCarrier.NotSent.class);

        assertThat(mongo.getCollection("password_link").countDocuments()).isZero();
    }

    /** A clock must not tell who is an organiser, so what is done is the same. */
    @Test
    void aWrongPasswordIsTheSameWorkForKnownAndUnknownAddresses(@Autowired CountedPasswords passwords)
            throws Exception {
        setUp();
        browser.getCookieManager().clearCookies(); // in another browser than the owner's own
        password("somebody@riverside.example", "not the password");
        var before = passwords.hashed();

        var known = workOf("/account/sign-in", "Sign in", OWNER);
        var ofKnown = passwords.hashed() - before;
        var unknown = workOf("/account/sign-in", "Sign in", "nobody@riverside.example");

        assertThat(known).isNotEmpty().isEqualTo(unknown);
        assertThat(ofKnown).isOne();
        assertThat(passwords.hashed() - before - ofKnown).isOne();
        assertThat(cost(passwords.nobodys())).isEqualTo(cost(passwords.hash("whatever it is")));
    }

    @Test
    void aForgottenPasswordIsTheSameWorkForKnownAndUnknownAddresses() throws Exception {
        setUp();

        workOf("/account/forgotten", "Email me a link", "somebody@riverside.example"); // the network's count begins
        var known = workOf("/account/forgotten", "Email me a link", OWNER);
        var unknown = workOf("/account/forgotten", "Email me a link", "nobody@riverside.example");

        assertThat(known).isNotEmpty().isEqualTo(unknown);
    }

    /** What the store does while the form is answered. */
    private List<String> workOf(String path, String button, String email) throws Exception {
        var page = open(path);
        type(page, "email", email);
        if (page.getElementById("password") != null) {
            type(page, "password", "not the password");
        }
        return work.of(() -> {
            try {
                press(page, button);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Kind, version and price of a hash, without salt and hash. */
    private static String cost(String hash) {
        return hash.replaceFirst("(?<=p=\\d{1,3})\\$.*", "");
    }

    private long openCodes() {
        return mongo.getCollection("sign_in_code").countDocuments(new Document("used", false));
    }

    @Test
    void oneAddressIsSentAFewLinksOnlyAndTheWordsAreTheSame() throws Exception {
        toTheNextHour();
        for (var asked = 0; asked < 10; asked++) {
            assertThat(path(askForLink("wren@riverside.example"))).isEqualTo("/sign-in/check-your-email");
        }

        var over = askForLink("WREN@riverside.example ");

        assertThat(status(over)).isEqualTo(429);
        assertThat(words(over)).contains("You've asked a few times. Try again in an hour.", "WREN@riverside.example");
        assertThat(over.getWebResponse().getResponseHeaderValue("Retry-After")).isEqualTo("3600");
        assertThat(SERVICES.calls("POST", "/attendee/sign-in-links")).hasSize(10);
        assertThat(path(askForLink("iona@riverside.example"))).isEqualTo("/sign-in/check-your-email");
    }

    @Test
    void whatIsNoAddressUsesUpNobodysMails() {
        for (var asked = 0; asked < 12; asked++) {
            limits.askForLink(Origin.at("203.0.113.11"), new EmailAddress(" "), NOW);
        }
    }

    /** Ten forms with a name that is too long are no ten mails. */
    @Test
    void whatIsRefusedUsesUpNothingButTheAsking() throws Exception {
        toTheNextHour();
        SERVICES.answer("POST /attendee/sign-in-links", Sampled.of("attendee-service/post-sign-in-links/no-address"));
        for (var asked = 0; asked < 12; asked++) {
            assertThat(status(askForLink("wren@riverside.example"))).isEqualTo(422);
        }
        everybodyIsTakenForKnown();
        for (var asked = 0; asked < 10; asked++) {
            assertThat(path(askForLink("wren@riverside.example"))).isEqualTo("/sign-in/check-your-email");
        }

        assertThat(status(askForLink("wren@riverside.example"))).isEqualTo(429);
    }

    /** A fault in the middle of it leaves open whether a mail is on its way. */
    @Test
    void whatNobodyKnowsTheEndOfIsCounted() throws Exception {
        toTheNextHour();
        SERVICES.sendToSleep("attendee");
        for (var asked = 0; asked < 10; asked++) {
            assertThat(status(askForLink("wren@riverside.example"))).isEqualTo(503);
        }
        SERVICES.wake();

        assertThat(status(askForLink("wren@riverside.example"))).isEqualTo(429);
    }

    @Test
    void aTurnThatIsHandedBackIsThereAgainAndNoMoreThanOnce(@Autowired Allowances allowances) {
        var two = new Allowances.Allowance("two", 2, Duration.ofHours(1));
        assertThat(allowances.take(two, "one", NOW)).isEmpty();
        allowances.handBack(two, "one", NOW);
        allowances.handBack(two, "one", NOW);

        assertThat(allowances.take(two, "one", NOW)).isEmpty();
        assertThat(allowances.take(two, "one", NOW)).isEmpty();
        assertThat(allowances.take(two, "one", NOW)).isPresent();
    }

    @Test
    void aMailedLinkHasTheKeyToAHistorySentAFewTimesOnly() {
        var here = Origin.at("203.0.113.12");
        for (var asked = 0; asked < 5; asked++) {
            limits.askForKey(here, "one", NOW);
        }

        assertThatThrownBy(() -> limits.askForKey(here, "one", NOW)).isInstanceOf(AskedTooOften.class);
        limits.askForKey(here, "another", NOW);
    }

    @Test
    void askingForALinkBeginsNoSession() throws Exception {
        var page = askForLink("wren@riverside.example");

        assertThat(words(page)).contains("If we know wren@riverside.example,");
        assertThat(mongo.getCollection("session").countDocuments()).isZero();
    }

    @Test
    void oneNetworkIsKeptAFewPlacesAndEveryoneElseTheirs() {
        var here = Origin.at("203.0.113.7");

        for (var asked = 0; asked < 5; asked++) {
            assertThat(limits.askForPlace(here, somebody(asked), OrganisersSeason.WINTER, NOW)
                            .kept())
                    .isTrue();
        }

        assertThat(limits.askForPlace(here, somebody(6), OrganisersSeason.WINTER, NOW)
                        .kept())
                .isFalse();
        assertThat(limits.askForPlace(Origin.at("203.0.113.8"), somebody(7), OrganisersSeason.WINTER, NOW)
                        .kept())
                .isTrue();
        assertThat(limits.askForPlace(here, somebody(8), OrganisersSeason.WINTER, NOW.plus(Duration.ofHours(1)))
                        .kept())
                .isTrue();
    }

    @Test
    void oneNetworkAsksFiftyTimesInTenMinutes() {
        var here = Origin.at("203.0.113.7");
        for (var asked = 0; asked < 50; asked++) {
            limits.askForPlace(here, somebody(asked), OrganisersSeason.WINTER, NOW);
        }

        assertThatThrownBy(() -> limits.askForPlace(here, somebody(51), OrganisersSeason.WINTER, NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        AskedTooOften.class, over -> assertThat(over.waiting()).isEqualTo(Duration.ofMinutes(9)));
    }

    @Test
    void turnsTakenAtTheSameMomentAreNeverTooMany() throws Exception {
        var here = Origin.at("203.0.113.9");

        var kept = all(
                40,
                () -> limits.askForPlace(
                                here, somebody(1 + (int) (Thread.currentThread().getId())), "e", NOW)
                        .kept());

        assertThat(kept.stream().filter(Boolean::booleanValue)).hasSize(5);
    }

    /** A turn that was refused was never taken, not even for a moment: one that is handed back is there for the next. */
    @Test
    void aRefusedTurnIsNeverTaken(@Autowired Allowances allowances) throws Exception {
        var few = new Allowance("few", 3, Duration.ofMinutes(10));
        for (var taken = 0; taken < 3; taken++) {
            assertThat(allowances.take(few, "somebody", NOW)).isEmpty();
        }

        var given = all(40, () -> allowances.take(few, "somebody", NOW).isEmpty());

        assertThat(given).doesNotContain(true);
        assertThat(mongo.getCollection("allowance").find().into(new ArrayList<>()))
                .extracting(row -> row.getInteger("taken"))
                .containsExactly(3);
        allowances.handBack(few, "somebody", NOW);
        assertThat(allowances.take(few, "somebody", NOW)).isEmpty();
    }

    @Test
    void oneNetworkOpensAFewHundredSessionsOnly() throws Exception {
        setUp();
        for (var opened = 0; opened < 300; opened++) {
            limits.openSession(Origin.at("127.0.0.1"), clock.instant());
        }

        assertThatThrownBy(() -> limits.openSession(Origin.at("127.0.0.1"), clock.instant()))
                .isInstanceOf(AskedTooOften.class);
        browser.getCookieManager().clearCookies();
        assertThat(path(password(OWNER, PASSWORD))).as("whoever belongs here").isEqualTo("/account/code");
    }

    /** Whoever has 65,536 networks of one provider does not use up what is there for everybody. */
    @Test
    void oneSiteOfManyNetworksLeavesEnoughForOthers() {
        limits.openSession(Origin.at("2001:db8:1:1::1"), NOW);
        mongo.getCollection("allowance").updateMany(new Document(), Updates.set("taken", 8 * 300 - 1));

        limits.openSession(Origin.at("2001:db8:1:2::1"), NOW);
        assertThatThrownBy(() -> limits.openSession(Origin.at("2001:db8:1:3::1"), NOW))
                .isInstanceOf(AskedTooOften.class);

        limits.openSession(Origin.at("2001:db8:2::1"), NOW);
        limits.openSession(Origin.at("203.0.113.7"), NOW);
    }

    /** Somebody with a good link could else use up everybody's sessions, and nobody's press would go anywhere. */
    @Test
    void whoHoldsAGoodLinkGetsASessionWhateverStrangersHaveUsedUp() throws Exception {
        mongo.getCollection("allowance").deleteMany(new Document());
        limits.openSession(Origin.at("127.0.0.1"), clock.instant());
        everythingIsUsedUp();
        assertThatThrownBy(() -> limits.openSession(Origin.at("127.0.0.1"), clock.instant()))
                .isInstanceOf(AskedTooOften.class);

        var answer = pressGoodLink("");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/feedback/2");
        assertThat(ownCookie(answer)).isPresent();
    }

    @Test
    void anOrganiserIsNoMailedLinkThoughTheirBrowserHasOpenedOne() throws Exception {
        ownerIn();
        var manager = browser.getCookieManager();
        var pressed = pressGoodLink("natter=" + manager.getCookie("natter").getValue());
        ownCookie(pressed).ifPresent(value -> manager.addCookie(new Cookie("127.0.0.1", "natter", value)));
        var outbox = open("/organise/outbox");
        everythingIsUsedUp();

        var again = press(outbox, "Try this address again");

        assertThat(status(again)).isEqualTo(200);
        assertThat(path(again)).isEqualTo("/organise/outbox");
        assertThat(pressGoodLink("").statusCode()).as("the link itself").isEqualTo(429);
    }

    private void everythingIsUsedUp() {
        mongo.getCollection("allowance").updateMany(new Document(), Updates.set("taken", 6_000));
    }

    private HttpResponse<String> pressGoodLink(String cookie) throws Exception {
        var open = Sampled.of("feedback-service/post-links-read/open");
        SERVICES.answer("POST /feedback/links/read", open);
        SERVICES.answer(
                "PUT /feedback/answers/" + open.json().path("attendance").asString() + "/steps/1",
                Sampled.of("feedback-service/put-answers-attendance-steps-1/saved"));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/feedback")))
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", cookie)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "go=CONTINUE&worthComing=4&token=k1.1.n459bFtKOSgXBvXk08KxoA.secretsecret"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<String> ownCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("natter="))
                .map(cookie -> cookie.split(";")[0].substring("natter=".length()))
                .findFirst();
    }

    @Test
    void theStoreKnowsNoNetworkAndNoAddressThatAsked() throws Exception {
        setUp();
        askForLink("wren@riverside.example");
        password("nobody@riverside.example", "not the password");
        var everything = new StringBuilder();
        for (var rows : List.of("allowance", "attempt")) {
            mongo.getCollection(rows).find().forEach((Document row) -> everything.append(row.toJson()));
        }

        assertThat(everything.toString()).isNotEmpty().doesNotContain("127.0.0.1", "riverside");
    }

    @Test
    void aHouseholdIsOneOrigin() {
        assertThat(Origin.at("2001:db8:1:2:3:4:5:6")).isEqualTo(Origin.at("2001:db8:1:2::9"));
        assertThat(Origin.at("2001:db8:1:2::9")).isNotEqualTo(Origin.at("2001:db8:1:3::9"));
        assertThat(Origin.at("::ffff:203.0.113.7")).isEqualTo(Origin.at("203.0.113.7"));
        assertThat(Origin.at("no address at all")).isEqualTo(new Origin("no address at all", "no address at all"));
    }

    private void miss(String email, int times) throws Exception {
        for (var tries = 0; tries < times; tries++) {
            password(email, "not the password");
        }
    }

    private HtmlPage wrongCode() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        return wrongCodeFrom(password(OWNER, PASSWORD));
    }

    private HtmlPage wrongCodeFrom(HtmlPage page) throws Exception {
        type(page, "code", mailedCode().equals("000000") ? "000001" : "000000");
        return press(page, "Continue");
    }

    private HtmlPage askForLink(String email) throws Exception {
        var page = open("/sign-in");
        type(page, "email", email);
        return press(page, "Email me a link");
    }

    private static EmailAddress somebody(int number) {
        return new EmailAddress("guest" + number + "@riverside.example");
    }

    private static <T> List<T> all(int many, Callable<T> one) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var done = new ArrayList<T>();
            for (var result : pool.invokeAll(java.util.Collections.nCopies(many, one))) {
                done.add(result.get());
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    /** Turns are counted by the hour, and other tests have moved the clock. */
    private void toTheNextHour() {
        var now = clock.instant();
        clock.move(Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)));
    }
}
