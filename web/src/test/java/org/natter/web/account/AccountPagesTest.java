package org.natter.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.account.Organisers.TeamChange;
import org.natter.web.services.RegionId;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords that change and roles that change, as their owners see it. */
class AccountPagesTest extends WholeWebBody {

    private static final String KOFI = "kofi@library.example";
    private static final String OTHER = "a heron on the sluice";
    private static final Pattern LINK = Pattern.compile("(/account/new-password/[A-Za-z0-9_-]+)");

    @Autowired
    private Organisers organisers;

    @Test
    void aForgottenPasswordIsReplacedByALinkThatWorksOnce() throws Exception {
        ownerIn();
        var elsewhere = browser;
        browser = browser();
        var link = mailedLink(OWNER);

        var looked = open(link);
        open(link);
        type(looked, "password", OTHER);
        var done = press(looked, "Change password");

        assertThat(words(done)).contains("Your password is changed. Sign in with the new one.");
        type(looked, "password", "another heron altogether");
        assertThat(words(press(looked, "Change password"))).contains("That link has run out");
        assertThat(path(signIn(OWNER, OTHER))).isEqualTo("/organise");
        assertThat(path(in(elsewhere, "/organise"))).isEqualTo("/account/sign-in");
        assertThat(status(password(OWNER, PASSWORD))).isEqualTo(422);
        assertThat(status(open(link))).isEqualTo(404);
        elsewhere.close();
    }

    @Test
    void aLinkEndsAfterHalfAnHourAndWithAnyNewPassword() throws Exception {
        setUp();
        var first = mailedLink(OWNER);
        var second = mailedLink(OWNER);
        var page = open(first);
        type(page, "password", OTHER);
        press(page, "Change password");

        assertThat(words(open(second))).contains("That link has run out");

        var third = mailedLink(OWNER);
        clock.move(Duration.ofMinutes(31));
        assertThat(words(open(third))).contains("That link has run out", "Your password is as it was.");
    }

    @Test
    void aForgottenPasswordReadsAlikeForAddressesKnownAndUnknown() throws Exception {
        setUp();

        var known = forgotten(OWNER);
        var unknown = forgotten("nobody@library.example");

        assertThat(words(known)).isEqualTo(words(unknown)).contains("If that's the address of somebody who organises");
        assertThat(path(known)).isEqualTo(path(unknown));
        awaitMails(1);
        assertThat(POST.getReceivedMessages()).hasSize(1);
        forgotten(OWNER);
        forgotten(OWNER);
        forgotten("nobody@library.example");
        forgotten("nobody@library.example");
        assertThat(status(forgotten(OWNER)))
                .isEqualTo(status(forgotten("nobody@library.example")))
                .isEqualTo(429);
    }

    @Test
    void aGuessedLinkOpensNothing() throws Exception {
        setUp();

        assertThat(status(open("/account/new-password/" + SessionKeys.fresh()))).isEqualTo(404);
        assertThat(status(open("/account/new-password/x"))).isEqualTo(404);
    }

    @Test
    void aPasswordThatOthersWouldTryIsNotTakenAndTheLinkStaysOpen() throws Exception {
        setUp();
        var page = open(mailedLink(OWNER));
        type(page, "password", "short");
        var refused = press(page, "Change password");

        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("Use 12 characters or more");
        type(refused, "password", OTHER);
        assertThat(words(press(refused, "Change password"))).contains("Your password is changed.");
    }

    @Test
    void aPasswordChangesForWhoeverKnowsTheOldOneAndOtherSessionsEnd() throws Exception {
        ownerIn();
        var elsewhere = browser;
        browser = browser();
        signIn(OWNER, PASSWORD);

        var wrong = change("not the password", OTHER);
        var done = change(PASSWORD, OTHER);

        assertThat(status(wrong)).isEqualTo(422);
        assertThat(words(wrong)).contains("That isn't the password you have now");
        assertThat(words(done)).contains("Wherever else you were signed in, you're signed out.");
        assertThat(path(open("/organise"))).isEqualTo("/organise");
        assertThat(path(in(elsewhere, "/organise"))).isEqualTo("/account/sign-in");
        elsewhere.close();
    }

    /** These tests reach web at 127.0.0.1, for which no browser makes a passkey. */
    @Test
    void whereThereCanBeNoPasskeysNoneAreOffered() throws Exception {
        ownerIn();

        assertThat(words(open("/organise/account")))
                .contains("There are no passkeys at this address")
                .doesNotContain("Sign in with your finger");
        assertThat(words(open("/organise/account/passkeys")))
                .contains("There are no passkeys at this address")
                .doesNotContain("Add a passkey");
        assertThat(words(open("/account/sign-in"))).doesNotContain("Use a passkey");
        assertThat(path(open("/account/passkey"))).isEqualTo("/account/sign-in");
    }

    @Test
    void guessingTheOldPasswordHasToWait() throws Exception {
        ownerIn();
        for (var tries = 0; tries < 5; tries++) {
            change("not the password", OTHER);
        }

        assertThat(words(change(PASSWORD, OTHER))).contains("You've tried a few times. Wait a little, then try again.");
    }

    @Test
    void aCodeThatWasAskedForWithTheOldPasswordOpensNothing() throws Exception {
        setUp();
        var code = password(OWNER, PASSWORD);
        type(code, "code", mailedCode());
        var owner = organisers.all().get(0);
        organisers.renew(owner.id(), owner.generation(), owner.passwordHash());

        assertThat(path(press(code, "Continue"))).isEqualTo("/account/sign-in");
    }

    @Test
    void aSessionFromBeforeGenerationsGoesOn() throws Exception {
        var old = SignedIn.of(OrganisersSeason.REGION);

        assertThat(old.id().value()).isEqualTo(OrganisersSeason.REGION);
        assertThat(old.generation()).isZero();
        assertThat(SignedIn.of(new SignedIn(old.id(), 3).text())).isEqualTo(new SignedIn(old.id(), 3));
    }

    @Test
    void aSecondOwnerMayTakeOverAndTheLastStays() throws Exception {
        ownerIn();
        addKofi();
        var marguerite = organisers.withEmail(new EmailAddress(OWNER)).orElseThrow();

        var refused = role("Marguerite Oake", "ORGANISER");
        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("Make someone else an owner first.");
        assertThat(words(press(open("/organise/team"), "Remove Marguerite Oake")))
                .contains("Make someone else an owner first.");

        assertThat(path(role("Kofi Bulrush", "OWNER"))).isEqualTo("/organise/team");
        assertThat(path(role("Marguerite Oake", "ORGANISER"))).isEqualTo("/organise");
        assertThat(status(open("/organise/team"))).isEqualTo(403);
        assertThat(organisers.find(marguerite.id()).orElseThrow().owner()).isFalse();
    }

    /** A page that one owner left open says the role as it was; another has changed it since. */
    @Test
    void aRoleThatAnotherOwnerChangedIsNotPutBack() throws Exception {
        ownerIn();
        addKofi();
        var left = open("/organise/team");
        role("Kofi Bulrush", "OWNER");

        var told = press(left, "Save Kofi Bulrush");

        assertThat(status(told)).isEqualTo(422);
        assertThat(words(told)).contains("Somebody has changed their role or region since you opened this page.");
        assertThat(organisers.withEmail(new EmailAddress(KOFI)).orElseThrow().owner())
                .isTrue();
    }

    /** Both looked before either wrote. */
    @Test
    void ofTwoChangesOfARoleAtOnceTheFirstCounts() throws Exception {
        ownerIn();
        addKofi();
        var kofi = organisers.withEmail(new EmailAddress(KOFI)).orElseThrow();
        var elsewhere = new RegionId("f".repeat(32));

        assertThat(organisers.place(kofi, Role.OWNER, kofi.region(), clock.instant()))
                .isEqualTo(TeamChange.DONE);
        assertThat(organisers.place(kofi, Role.ORGANISER, elsewhere, clock.instant()))
                .isEqualTo(TeamChange.MEANWHILE);

        assertThat(organisers.find(kofi.id()).orElseThrow())
                .extracting(Organiser::owner, Organiser::region)
                .containsExactly(true, kofi.region());
        organisers.remove(kofi.id(), clock.instant());
        assertThat(organisers.place(kofi, Role.ORGANISER, elsewhere, clock.instant()))
                .isEqualTo(TeamChange.GONE);
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        ownerIn();
        addKofi();
        role("Kofi Bulrush", "OWNER");
        var both = organisers.all().stream().map(Organiser::id).toList();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var changes = pool.invokeAll(both.stream()
                    .map(id -> (Callable<TeamChange>) () -> organisers.remove(id, clock.instant()))
                    .toList());
            for (var change : changes) {
                change.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(organisers.all()).hasSize(1).allMatch(Organiser::owner);
    }

    private void addKofi() throws Exception {
        var team = open("/organise/team");
        type(team, "name", "Kofi Bulrush");
        type(team, "email", KOFI);
        type(team, "password", "shelf by shelf by shelf");
        press(team, "Add");
    }

    private HtmlPage role(String name, String role) throws Exception {
        var button = "Save " + name;
        var page = open("/organise/team");
        for (var form : page.getForms()) {
            if (form.asNormalizedText().contains(button)) {
                choose(form, role);
            }
        }
        return press(page, button);
    }

    private static void choose(HtmlForm form, String role) {
        form.getSelectByName("role").setSelectedAttribute(role, true);
    }

    private HtmlPage change(String old, String password) throws Exception {
        var page = open("/organise/account");
        type(page, "old", old);
        type(page, "password", password);
        return press(page, "Change password");
    }

    private HtmlPage forgotten(String email) throws Exception {
        var page = open("/account/forgotten");
        type(page, "email", email);
        return press(page, "Email me a link");
    }

    private String mailedLink(String email) throws Exception {
        POST.purgeEmailFromAllMailboxes();
        forgotten(email);
        awaitMails(1);
        var found = LINK.matcher(GreenMailUtil.getBody(POST.getReceivedMessages()[0]));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void awaitMails(int count) {
        Awaitility.await("a mail")
                .atMost(Duration.ofSeconds(30))
                .until(() -> POST.getReceivedMessages().length >= count);
    }

    private HtmlPage in(WebClient other, String path) throws Exception {
        return other.getPage(address(path));
    }
}
