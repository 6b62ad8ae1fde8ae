package org.natter.local.story;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.mailbox.ReceivedMail;
import org.natter.web.services.LinkToken;

/** People's mail, read as they would read it: by subject, newest first. */
final class MailReader {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{3} ?[0-9]{3}\\b");

    private final Mailbox mailbox;

    MailReader(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Waits for a mail to the address whose subject begins so, arrived at the instant or later. */
    ReceivedMail await(String address, String subject, Instant since) {
        return Patience.until("the mail \"" + subject + "…\" to " + address, () -> find(address, subject, since));
    }

    Optional<ReceivedMail> find(String address, String subject, Instant since) {
        var mails = mailbox.to(address);
        for (int i = mails.size() - 1; i >= 0; i--) {
            var mail = mails.get(i);
            if (mail.subject().startsWith(subject) && !mail.at().isBefore(since.minusSeconds(1))) {
                return mailbox.mail(mail.id());
            }
        }
        return Optional.empty();
    }

    int count(String subject, Instant since) {
        return (int) mailbox.all().stream()
                .filter(mail -> mail.subject().startsWith(subject) && !mail.at().isBefore(since.minusSeconds(1)))
                .count();
    }

    /** The link in a mail that leads to such a page and says nothing yet: {@code /b/}, {@code /f/}, {@code /w/} or {@code /in/}. */
    static String link(ReceivedMail mail, String page) {
        return mail.links().stream()
                .filter(link -> link.contains(page) && !link.contains("?"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "\"" + mail.summary().subject() + "\" has no link to " + page + ": " + mail.links()));
    }

    /** The first number of six digits in a mail. */
    static String digits(ReceivedMail mail) {
        var digits = CODE.matcher(mail.text());
        if (!digits.find()) {
            throw new IllegalStateException("\"" + mail.summary().subject() + "\" has no code in it.");
        }
        return digits.group().replace(" ", "");
    }

    /** The token at the end of such a link. */
    static LinkToken token(ReceivedMail mail, String page) {
        var link = link(mail, page);
        return new LinkToken(link.substring(link.indexOf(page) + page.length()));
    }
}
