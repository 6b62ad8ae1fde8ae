package org.natter.web.account.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Organisers;
import org.natter.web.account.Origin;
import org.natter.web.account.Passkeys;
import org.natter.web.account.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Passkeys as organisers use them, with a device whose every byte is made here, honest or not. */
@TestPropertySource(properties = "natter.base-url=http://localhost:8080")
class PasskeyPagesTest extends WholeWebBody {

    private static final String OWN = "/organise/account/passkeys";
    private static final String DID_NOT_WORK = "That passkey didn't work.";

    @Autowired
    private Organisers organisers;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private Limits limits;

    @Test
    void aPasskeyIsAddedByWhoeverKnowsThePasswordAndItsOwnerIsMailed() throws Exception {
        ownerIn();
        POST.purgeEmailFromAllMailboxes();

        var added = add(new Device(), "Work laptop");

        assertThat(path(added)).isEqualTo(OWN);
        assertThat(words(added)).contains("Your passkey is added.", "Work laptop", "Not used yet.");
        Awaitility.await("a mail").until(() -> POST.getReceivedMessages().length == 1);
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("A passkey was added");
        assertThat(GreenMailUtil.getBody(mail)).contains("Work laptop", "http://localhost:8080" + OWN);
    }

    @Test
    void aPasskeySignsInWithoutAPasswordAndWithTheMailDown() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "");
        press(open("/organise"), "Sign out");
        POSTS_LINE.cut();

        var in = signIn(device);

        assertThat(path(in)).isEqualTo("/organise");
        assertThat(words(open(OWN))).contains("A passkey", "last used on");
    }

    @Test
    void aPasskeyIsOfferedBesideTheMailedCode() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "");
        press(open("/organise"), "Sign out");

        var ask = press(password(OWNER, PASSWORD), "Or use a passkey instead");

        assertThat(path(answer(ask, device.signed(wanted(ask))))).isEqualTo("/organise");
    }

    @Test
    void withoutThePasswordNoneIsAdded() throws Exception {
        ownerIn();
        var page = open(OWN);
        type(page, "old", "not the password");
        var refused = press(page, "Continue");

        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("That isn't the password you have now");
        assertThat(path(open(OWN + "/new"))).isEqualTo(OWN);
    }

    @Test
    void whatAnotherSiteOrAnUncheckedDeviceMadeIsNotAdded() throws Exception {
        ownerIn();
        var elsewhere = new Device();
        elsewhere.origin = "https://natter.example.invalid";
        var unchecked = new Device();
        unchecked.verifies = false;

        for (var device : List.of(elsewhere, unchecked)) {
            var refused = add(device, "Not mine");
            assertThat(status(refused)).isEqualTo(422);
            assertThat(words(refused)).contains("That passkey wasn't added.").doesNotContain("Not mine");
        }
    }

    @Test
    void everySignatureThatIsNotTheirsReadsAlike() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "");
        press(open("/organise"), "Sign out");
        var ask = begin();
        var old = device.signed(wanted(ask));
        assertThat(path(answer(ask, old))).isEqualTo("/organise");
        press(open("/organise"), "Sign out");

        assertRefused(answer(begin(), old)); // another challenge
        assertRefused(signIn(new Device())); // nobody's
        device.origin = "https://natter.example.invalid";
        assertRefused(signIn(device));
        device.origin = "http://localhost:8080";
        device.verifies = false;
        assertRefused(signIn(device));
        device.verifies = true;
        var late = begin();
        clock.move(Duration.ofMinutes(6));
        assertRefused(answer(late, device.signed(wanted(late))));
        var twice = begin();
        answer(twice, "{}");
        assertRefused(answer(twice, device.signed(wanted(twice))));
        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void whatNoBrowserWouldAnswerIsRefusedAndNothingWorse() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "");
        var ask = begin();
        var good = device.signed(wanted(ask));
        for (var odd : List.of(
                "",
                "null",
                "[]",
                "\"\"",
                "{",
                "{}",
                "{\"response\":{}}",
                "{\"id\":1,\"rawId\":{},\"type\":[],\"response\":[]}",
                good.replace("\"response\":{", "\"response\":{\"x\":"),
                good.replace("authenticatorData", "attestationObject"),
                good.replace("\"rawId\":\"", "\"rawId\":\"%%"),
                good.replace("signature", "userHandle"),
                "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"YQ\","
                        + "\"attestationObject\":\"YQ\",\"authenticatorData\":\"YQ\",\"signature\":\"YQ\"},"
                        + "\"clientExtensionResults\":{}}")) {
            assertRefused(answer(begin(), odd));
            var page = wantToAdd();
            hidden(page, odd);
            assertThat(status(press(page, "Add this passkey"))).as(odd).isEqualTo(422);
        }
        var page = wantToAdd();
        hidden(page, new Device().made(wanted(page)).replace("[\"internal\"]", "[null]"));
        assertThat(status(press(page, "Add this passkey"))).isEqualTo(422);
        device.extensions = true;
        assertRefused(signIn(device));
    }

    @Test
    void aRemovedOneOpensNothingAndNobodyRemovesAnothers() throws Exception {
        ownerIn();
        var owners = new Device();
        add(owners, "Owner's");
        POST.purgeEmailFromAllMailboxes();
        organiserIn();
        var kofis = new Device();
        add(kofis, "Kofi's", "shelf by shelf by shelf");
        var page = open(OWN);
        page.getElementsByName("passkey").get(0).setAttribute("value", ownersPasskey());

        press(page, "Remove Kofi's");

        assertThat(words(open(OWN))).contains("Kofi's");
        press(open("/organise"), "Sign out");
        assertThat(path(signIn(owners))).isEqualTo("/organise");
        press(open(OWN), "Remove Owner's");
        press(open("/organise"), "Sign out");
        assertRefused(signIn(owners));
        assertThat(path(signIn(kofis))).isEqualTo("/organise");
    }

    /** An empty list once kept every later one out. */
    @Test
    void afterTheLastIsRemovedAnotherCanBeAdded() throws Exception {
        ownerIn();
        add(new Device(), "First");
        press(open(OWN), "Remove First");
        var device = new Device();

        assertThat(words(add(device, "Second"))).contains("Your passkey is added.", "Second");
        press(open("/organise"), "Sign out");
        assertThat(path(signIn(device))).isEqualTo("/organise");
    }

    @Test
    void oneThatIsRemovedWhileItSignsInStaysRemoved() throws Exception {
        ownerIn();
        add(new Device(), "Kept");
        add(new Device(), "Stolen");
        var owner = organisers.withEmail(new EmailAddress(OWNER)).orElseThrow();
        var stolen = passkeys.credentialsOf(owner.id()).get(1);
        press(open(OWN), "Remove Stolen");

        assertThat(passkeys.use(stolen, PasskeyCeremonies.challenge())).isEmpty();
        assertThat(words(open(OWN))).contains("Kept").doesNotContain("Stolen");
    }

    /** Somebody else may have signed in with it. */
    @Test
    void removingOneEndsEverySessionButThisAndItsOwnerIsMailed() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "Work laptop");
        var elsewhere = browser();
        var here = browser;
        browser = elsewhere;
        assertThat(path(signIn(device))).isEqualTo("/organise");
        browser = here;
        POST.purgeEmailFromAllMailboxes();

        var removed = press(open(OWN), "Remove Work laptop");

        assertThat(words(removed)).contains("you're signed out").doesNotContain("Work laptop");
        assertThat(path(open("/organise"))).isEqualTo("/organise");
        browser = elsewhere;
        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
        browser.close();
        browser = here;
        Awaitility.await("a mail").until(() -> POST.getReceivedMessages().length == 1);
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("A passkey was removed");
        assertThat(GreenMailUtil.getBody(mail)).contains("Work laptop", "http://localhost:8080/account/forgotten");
    }

    @Test
    void ofTwoAnswersToOneChallengeAtOnceOneSignsIn() throws Exception {
        ownerIn();
        add(new Device(), "");
        var owner = organisers.withEmail(new EmailAddress(OWNER)).orElseThrow();
        var passkey = passkeys.credentialsOf(owner.id()).get(0);
        var challenge = PasskeyCeremonies.challenge();

        assertThat(passkeys.use(passkey, challenge)).contains(SignedIn.as(owner));
        assertThat(passkeys.use(passkey, challenge)).isEmpty();
        assertThat(passkeys.use(passkey, PasskeyCeremonies.challenge())).isPresent();
    }

    @Test
    void oneIsKeptUnderTheNameThatItsDeviceGaveIt() throws Exception {
        ownerIn();
        var device = new Device();
        device.named = new Device().named;

        assertThat(status(add(device, "Not its own"))).isEqualTo(422);
    }

    @Test
    void aNameIsOneLineOfWhatCanBeSeen() throws Exception {
        ownerIn();
        POST.purgeEmailFromAllMailboxes();
        add(new Device(), "My\u202E key\n\nAll is well.");

        assertThat(words(open(OWN))).contains("My key All is well.");
    }

    @Test
    void anAccountsPasskeysEndWithIt() throws Exception {
        ownerIn();
        organiserIn();
        var device = new Device();
        add(device, "", "shelf by shelf by shelf");
        press(open("/organise"), "Sign out");
        POST.purgeEmailFromAllMailboxes();
        signIn(OWNER, PASSWORD);
        press(open("/organise/team"), "Remove Kofi Bulrush");
        press(open("/organise"), "Sign out");

        assertRefused(signIn(device));
    }

    @Test
    void oneIsAddedOnceAndTenAreEnough() throws Exception {
        ownerIn();
        var device = new Device();
        add(device, "");
        assertThat(status(add(device, ""))).isEqualTo(422);
        for (var more = 1; more < Passkeys.MOST; more++) {
            assertThat(path(add(new Device(), "Number " + more))).isEqualTo(OWN);
        }

        assertThat(words(open(OWN))).contains("You have ten.");
        assertThat(open(OWN).getElementById("old")).isNull();
    }

    @Test
    void whoeverHasShownNothingYetOpensASessionAsStrangersDo() throws Exception {
        setUp();
        for (var opened = 0; opened < 300; opened++) {
            limits.openSession(Origin.at("127.0.0.1"), clock.instant());
        }
        var before = mongo.getCollection("session").countDocuments();
        browser.getCookieManager().clearCookies();

        assertThat(status(begin())).isEqualTo(429);
        assertThat(mongo.getCollection("session").countDocuments()).isEqualTo(before);
    }

    @Test
    void showingPasskeysThatAreNoneComesToAnEnd() throws Exception {
        setUp();
        for (var tries = 0; tries < 60; tries++) {
            assertThat(status(answer(begin(), "{}"))).isEqualTo(422);
        }

        assertThat(status(answer(begin(), "{}"))).isEqualTo(429);
    }

    private void assertRefused(HtmlPage page) {
        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains(DID_NOT_WORK);
    }

    private HtmlPage wantToAdd(String password) throws Exception {
        var page = open(OWN);
        type(page, "old", password);
        return press(page, "Continue");
    }

    private HtmlPage wantToAdd() throws Exception {
        return wantToAdd(PASSWORD);
    }

    private HtmlPage add(Device device, String name) throws Exception {
        return add(device, name, PASSWORD);
    }

    private HtmlPage add(Device device, String name, String password) throws Exception {
        var page = wantToAdd(password);
        type(page, "name", name);
        hidden(page, device.made(wanted(page)));
        return press(page, "Add this passkey");
    }

    private HtmlPage begin() throws Exception {
        return press(open("/account/sign-in"), "Use a passkey");
    }

    private HtmlPage signIn(Device device) throws Exception {
        var ask = begin();
        return answer(ask, device.signed(wanted(ask)));
    }

    private static HtmlPage answer(HtmlPage ask, String answer) throws Exception {
        hidden(ask, answer);
        return press(ask, "Ask again");
    }

    /** What the page's script would do with what the browser gave it. */
    private static void hidden(HtmlPage page, String answer) {
        page.getElementsByName("answer").get(0).setAttribute("value", answer);
    }

    private static String wanted(HtmlPage page) {
        return page.getForms().stream()
                .map(form -> form.getAttribute("data-wanted"))
                .filter(wanted -> !wanted.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private String ownersPasskey() {
        var owner = organisers.withEmail(new EmailAddress(OWNER)).orElseThrow();
        return mongo.getCollection("organiser")
                .find(Filters.eq("_id", owner.id().value()))
                .first()
                .getList("passkeys", Document.class)
                .get(0)
                .getString("id");
    }
}
