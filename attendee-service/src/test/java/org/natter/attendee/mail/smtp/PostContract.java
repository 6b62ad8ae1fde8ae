package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.Carrier;
import org.natter.attendee.mail.Letter;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.person.EmailAddress;

/** What a letter is when it has arrived; runs on the embedded mailbox and, with Docker, on Mailpit. */
abstract class PostContract {

    /** A mail as it arrived: the raw text, headers first, lines folded or not. */
    record Arrived(String raw) {

        String header(String name) {
            return raw.replaceAll("\r?\n[ \t]+", " ")
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private SmtpCarrier carrier = new SmtpCarrier(URI.create("smtp://127.0.0.1:1"), "a@b.example", "https://b.example");

    protected abstract URI server();

    /** All mails that arrived since the last call of {@link #emptyMailbox()}. */
    protected abstract List<Arrived> mailbox();

    protected abstract void emptyMailbox();

    @BeforeEach
    void open() {
        emptyMailbox();
        carrier = new SmtpCarrier(server(), "post@natter.example", "https://natter.example");
    }

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void aLetterArrivesWithItsHeaders() {
        var outcome = carrier.carry(letter("feedback-invitation/1/1", true, false));

        assertThat(outcome).isEqualTo(Carrier.Delivery.ACCEPTED);
        var mail = only();
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f]{32}@natter\\.example>");
        assertThat(mail.header("Date")).contains(" Oct 2026 ");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply, RN, NRN");
        assertThat(mail.header("From")).contains("Fenland and Cam").contains("<post@natter.example>");
        assertThat(mail.header("To")).isEqualTo("wren@college.example");
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<https://natter.example/unsubscribe/token>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.raw()).contains("text/plain").contains("text/html");
    }

    @Test
    void aSecondTryHasTheSameMessageId() {
        carrier.carry(letter("booked/1/41", false, false));
        carrier.carry(letter("booked/1/41", false, false));
        carrier.carry(letter("booked/2/42", false, false));

        Awaitility.await().until(() -> mailbox().size() == 3);
        assertThat(mailbox().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(2);
    }

    @Test
    void bookingMailHasNoListHeadersAndItsCalendarFile() {
        carrier.carry(letter("booked/1/41", false, true));

        var mail = only();
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.header("Content-Type")).startsWith("multipart/mixed");
        assertThat(mail.raw())
                .containsPattern("text/calendar;[^\\n]*\\s*[^\\n]*method=REQUEST")
                .contains("event.ics");
    }

    @Test
    void oneConnectionCarriesMany() {
        var began = System.nanoTime();
        var outcomes = IntStream.range(0, 200)
                .mapToObj(i -> carrier.carry(letter("booked/" + i, false, false)))
                .toList();

        assertThat(outcomes).containsOnly(Carrier.Delivery.ACCEPTED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
        Awaitility.await().until(() -> mailbox().size() == 200);
    }

    @Test
    void aMailGoesToTheMailboxThatWasTyped() {
        carrier.carry(letter("booked/1", new EmailAddress("biblioteka@łódź.example")));

        assertThat(only().raw()).contains("To: biblioteka@xn--d-uga0v4h.example");
    }

    @Test
    void withoutALineItHasToWait() {
        try (var nobody =
                new SmtpCarrier(URI.create("smtp://127.0.0.1:1"), "post@natter.example", "https://natter.example")) {
            assertThat(nobody.carry(letter("booked/1", false, false))).isEqualTo(Carrier.Delivery.NOT_NOW);
        }
    }

    private Arrived only() {
        Awaitility.await().until(() -> mailbox().size() == 1);
        return mailbox().get(0);
    }

    static Letter letter(String cause, EmailAddress to) {
        return letter(cause, to, Optional.empty(), Optional.empty());
    }

    static Letter letter(String cause, boolean canBeStopped, boolean withFile) {
        return letter(
                cause,
                new EmailAddress("wren@college.example"),
                canBeStopped ? Optional.of("https://natter.example/unsubscribe/token") : Optional.empty(),
                withFile
                        ? Optional.of("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Understanding METHOD:CANCEL\r\n"
                                + "END:VCALENDAR\r\n")
                        : Optional.empty());
    }

    private static Letter letter(
            String cause, EmailAddress to, Optional<String> unsubscribe, Optional<String> calendar) {
        return new Letter(
                cause,
                to,
                MailFixture.NOW,
                "Fenland and Cam",
                "You're booked: Büchertausch, 15 October",
                "<html lang=\"en-GB\"><body><p>Lovely, Wren.</p></body></html>",
                "Lovely, Wren.\n",
                unsubscribe,
                calendar);
    }
}
