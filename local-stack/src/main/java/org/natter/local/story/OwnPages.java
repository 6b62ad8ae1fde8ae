package org.natter.local.story;

import static org.natter.local.stack.Application.WEB;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.local.mailbox.ReceivedMail;
import org.natter.local.stack.Ports;

/** Two people's ways to their own pages: a mailed link for an attendee, a password and a mailed code for the owner. */
final class OwnPages {

    private final String web;
    private final MailReader mails;

    OwnPages(Ports ports, MailReader mails) {
        this.web = ports.addressOf(WEB);
        this.mails = mails;
    }

    /**
     * The reader finds the other in their history; the owner finds none of the guests on the dashboard.
     *
     * @throws IllegalStateException if a page does not say what it should, or says what it must not
     */
    void open(Guest reader, Guest met, List<Guest> guests, Instant now) {
        require(asAttendee(reader, now).open("/history"), met.name());
        var dashboard = asOwner(now).open("/organise");
        require(dashboard, "Riverside pub evening");
        if (guests.stream().anyMatch(guest -> dashboard.text().contains(guest.name()))) {
            throw new IllegalStateException("The dashboard names an attendee.");
        }
    }

    /** A browser in which the reader has signed in by a link mailed after this moment. */
    Browser asAttendee(Guest reader, Instant now) {
        var earlier = newestLink(reader, now).map(mail -> mail.summary().id()).orElse("");
        var browser = new Browser(web);
        browser.submit(browser.open("/sign-in"), "/sign-in", Map.of("email", List.of(reader.email())));
        var link = Patience.until(
                "a sign-in link by way of the page",
                () -> newestLink(reader, now)
                        .filter(mail -> !mail.summary().id().equals(earlier)));
        var press = browser.open(MailReader.link(link, "/in/"));
        browser.submit(press, "/in", Map.of("press", List.of("yes")));
        return browser;
    }

    /** A browser in which the owner has signed in by password and a code mailed after this moment. */
    Browser asOwner(Instant now) {
        var browser = new Browser(web);
        var code = browser.submit(
                browser.open("/account/sign-in"),
                "/account/sign-in",
                Map.of("email", List.of(NetworkSetUp.OWNER_EMAIL), "password", List.of(NetworkSetUp.OWNER_PASSWORD)));
        var digits = mails.await(NetworkSetUp.OWNER_EMAIL, "Your code", now);
        browser.submit(code, "/account/code", Map.of("code", List.of(MailReader.digits(digits))));
        return browser;
    }

    private Optional<ReceivedMail> newestLink(Guest reader, Instant since) {
        return mails.find(reader.email(), "Your sign-in link", since);
    }

    /** @throws IllegalStateException if the page is not there or does not say so */
    static void require(Browser.Page page, String words) {
        if (page.status() != 200 || !page.text().contains(words)) {
            throw new IllegalStateException(
                    page.address() + " (" + page.status() + ") does not say \"" + words + "\": " + page.text());
        }
    }
}
