package org.natter.local.pages;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.mailbox.ReceivedMail;

/** People's mail as they take it out of the box: each is read once. */
final class Letters {

    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Pattern CODE = Pattern.compile("at the door: ([A-Z]{6})");

    private final Mailbox mailbox;
    private final Set<String> read = new HashSet<>();

    Letters(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Waits for such a mail that nobody has read yet. */
    ReceivedMail read(String address, String subject) {
        var mail = Awaitility.await("the mail \"" + subject + "\" to " + address)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(() -> unread(address, subject), Optional::isPresent)
                .orElseThrow();
        read.add(mail.summary().id());
        return mail;
    }

    /** The link in such a mail that leads to such a page: {@code /b/}, {@code /f/}, {@code /w/} or {@code /in/}. */
    String link(String address, String subject, String page) {
        return read(address, subject).links().stream()
                .filter(link -> link.contains(page) && !link.contains("?"))
                .findFirst()
                .orElseThrow();
    }

    /** The link in the foot of such a mail, read or not, by which its questions stop. */
    String stopLink(String address, String subject) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .flatMap(mail -> mailbox.mail(mail.id()).stream())
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains("/unsubscribe/"))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever came so far is old news. */
    void skim(String address) {
        mailbox.to(address).forEach(mail -> read.add(mail.id()));
    }

    /** All links of all mails so far. */
    List<String> links() {
        return mailbox.all().stream()
                .flatMap(mail -> mailbox.mail(mail.id()).stream())
                .flatMap(mail -> mail.links().stream())
                .distinct()
                .toList();
    }

    /** The six digits an organiser signs in with. */
    String digits(String address) {
        var digits = DIGITS.matcher(read(address, "Your code").text());
        if (!digits.find()) {
            throw new IllegalStateException("There is no code in the mail to " + address + ".");
        }
        return digits.group();
    }

    /** The six letters to say at the door. */
    static String doorCode(ReceivedMail booked) {
        var code = CODE.matcher(booked.text());
        if (!code.find()) {
            throw new IllegalStateException(
                    "There is no door code in " + booked.summary().subject() + ".");
        }
        return code.group(1);
    }

    private Optional<ReceivedMail> unread(String address, String subject) {
        return mailbox.to(address).stream()
                .filter(mail -> mail.subject().startsWith(subject) && !read.contains(mail.id()))
                .findFirst()
                .flatMap(mail -> mailbox.mail(mail.id()));
    }
}
