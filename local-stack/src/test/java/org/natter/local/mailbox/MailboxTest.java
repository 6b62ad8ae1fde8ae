package org.natter.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;

class MailboxTest {

    private static final String WREN = "wren.hadley@college.example";

    @TempDir
    private Path folder;

    private final int smtpPort = FreePort.any();
    private final int pagePort = FreePort.any();
    private final HttpClient http = HttpClient.newHttpClient();
    private AdjustableClock clock;
    private Mailbox mailbox;

    @BeforeEach
    void startIt() {
        clock = AdjustableClock.keptIn(
                folder.resolve("clock"), Instant.parse("2026-10-16T09:05:00Z"), ZoneId.of("Europe/London"));
        mailbox = Mailbox.withClock(folder.resolve("mail"), clock, smtpPort, pagePort);
        mailbox.start();
    }

    @AfterEach
    void stopIt() {
        mailbox.close();
    }

    @Test
    void keepsAMailWithBothPartsItsLinksAndItsAttachment() throws Exception {
        send(WREN, "How was last night?", "Tell us: http://127.0.0.1:8080/f/k1.1.abc\n", "<p>Tell us</p>");

        var arrived = mailbox.to(WREN).get(0);
        var mail = mailbox.mail(arrived.id()).orElseThrow();
        assertThat(arrived.subject()).isEqualTo("How was last night?");
        assertThat(arrived.at()).isBetween("2026-10-16T09:05:00Z", "2026-10-16T09:06:00Z");
        assertThat(mail.links()).containsExactly("http://127.0.0.1:8080/f/k1.1.abc");
        assertThat(mail.html()).contains("<p>Tell us</p>");
        assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("place.ics");
            assertThat(new String(attachment.content(), StandardCharsets.UTF_8)).contains("BEGIN:VCALENDAR");
        });
    }

    @Test
    void hasItsMailsAfterARestartAndNumbersOn() throws Exception {
        send(WREN, "First", "one", "<p>one</p>");
        mailbox.close();

        mailbox = Mailbox.withClock(folder.resolve("mail"), clock, smtpPort, pagePort);
        mailbox.start();
        send(WREN, "Second", "two", "<p>two</p>");

        assertThat(mailbox.to(WREN)).extracting(MailSummary::subject).containsExactly("First", "Second");
        assertThat(mailbox.all()).extracting(MailSummary::id).containsExactly("000001", "000002");
    }

    @Test
    void showsForeignTextOnlyEscapedAndForeignHtmlOnlyInASandbox() throws Exception {
        send(WREN, "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "<script>alert(3)</script>");

        var list = get("/").body();
        var mail = get("/mails/000001").body();
        var html = get("/mails/000001/html");
        assertThat(list.replace("<script src=\"/inbox.js\" defer></script>", ""))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
        assertThat(mail)
                .contains("&lt;img src=x onerror=alert(2)&gt;")
                .contains("sandbox=\"allow-popups")
                .doesNotContain("<script");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox ")
                        .contains("default-src 'none'")
                        .doesNotContain("allow-scripts"));
    }

    /** As a server does that knows no such mailbox: before the mail itself is sent. */
    @Test
    void refusesWhatIsForNobody() {
        assertThatThrownBy(() -> send("wren@college.invalid", "Lost", "no", "<p>no</p>"))
                .isInstanceOfSatisfying(
                        SendFailedException.class,
                        refusal -> assertThat(refusal.getInvalidAddresses()).hasSize(1));

        assertThat(mailbox.all()).isEmpty();
    }

    @Test
    void listsNewestFirstForOneAddress() throws Exception {
        send(WREN, "First", "one", "<p>one</p>");
        send("iona.stroud@hospital.example", "Not hers", "no", "<p>no</p>");
        send(WREN, "Second", "two", "<p>two</p>");

        var json = get("/mails.json?to=wren.hadley%40college.example").body();

        assertThat(json).containsSubsequence("Second", "First").doesNotContain("Not hers");
    }

    @Test
    void movesTheClockToTheNextMorning() throws Exception {
        var moved = post("/clock", "to=next-morning", "http://127.0.0.1:" + pagePort);

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(clock.instant()).isBetween("2026-10-17T09:05:00Z", "2026-10-17T09:06:00Z");
        assertThat(get("/clock").body()).contains("2026-10-17T09:05:");
    }

    @Test
    void refusesAMomentThatIsNone() throws Exception {
        assertThat(post("/clock", "to=teatime", "http://127.0.0.1:" + pagePort).statusCode())
                .isEqualTo(422);
        assertThat(post("/clock", "to=2020-01-01T10%3A00", "http://127.0.0.1:" + pagePort)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anotherSitesPageCannotMoveTheClock() throws Exception {
        var refused = post("/clock", "to=next-morning", "https://elsewhere.example");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(clock.instant()).isBefore("2026-10-16T10:00:00Z");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(mailbox.pageAddress() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String origin) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(mailbox.pageAddress() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtpPort));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("natter@fenland.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", plain, rich));
        var calendar = new MimeBodyPart();
        calendar.setFileName("place.ics");
        calendar.setDisposition("attachment");
        calendar.setContent("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar");
        message.setContent(new MimeMultipart("mixed", both, calendar));
        Transport.send(message);
    }
}
