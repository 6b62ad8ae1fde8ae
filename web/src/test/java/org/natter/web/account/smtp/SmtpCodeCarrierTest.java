package org.natter.web.account.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.EmailAddress;
import org.natter.web.settings.WebSettings;
import org.springframework.context.support.StaticMessageSource;

class SmtpCodeCarrierTest {

    private static final EmailAddress KOFI = new EmailAddress("kofi@library.example");

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        post.start();
        post.setUser("natter", "natter@library.example", "reed and sedge");
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @Test
    void aServerThatAsksForNoPasswordMayBeASimpleOne() {
        carrier("").send(KOFI, "123456");

        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aPasswordIsNeverSentInClear() {
        assertThatThrownBy(() -> carrier("natter:reed%20and%20sedge@").send(KOFI, "123456"))
                .isInstanceOf(CodeCarrier.NotSent.class)
                .hasRootCauseMessage("STARTTLS is required but host does not support STARTTLS");
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCodeGoesToTheAddressThatWasTypedOrToNobody() throws Exception {
        carrier("").send(new EmailAddress("kofi@bücher.example"), "123456");
        assertThatThrownBy(() -> carrier("").send(new EmailAddress("żaneta@lib.example"), "123456"))
                .isInstanceOf(CodeCarrier.NotSent.class);

        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("kofi@xn--bcher-kva.example");
    }

    /** Only what nobody can have got is known not to be under way. */
    @Test
    void aServerThatFallsSilentAfterItHadTheMailMayHaveTakenIt() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = CompletableFuture.runAsync(() -> hangUpAfterTheDot(server));
            assertThatThrownBy(() -> carrier("", server.getLocalPort()).send(KOFI, "123456"))
                    .isInstanceOfSatisfying(
                            CodeCarrier.NotSent.class,
                            trouble -> assertThat(trouble.isCertain()).isFalse());
            talk.join();
        }
        var port = post.getSmtp().getPort();
        post.stop();
        assertThatThrownBy(() -> carrier("", port).send(KOFI, "123456"))
                .isInstanceOfSatisfying(
                        CodeCarrier.NotSent.class,
                        trouble -> assertThat(trouble.isCertain()).isTrue());
    }

    private static void hangUpAfterTheDot(ServerSocket server) {
        try (var line = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            var out = line.getOutputStream();
            out.write("220 post\r\n".getBytes(StandardCharsets.US_ASCII));
            var text = false;
            for (var said = in.readLine(); said != null && !said.equals("."); said = in.readLine()) {
                if (!text) {
                    text = said.equals("DATA");
                    out.write((text ? "354 go on\r\n" : "250 well\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SmtpCodeCarrier carrier(String user) {
        return carrier(user, post.getSmtp().getPort());
    }

    private static SmtpCodeCarrier carrier(String user, int port) {
        var server = URI.create("smtp://" + user + "127.0.0.1:" + port);
        var words = new StaticMessageSource();
        words.addMessage("code-mail.subject", Locale.UK, "Your code");
        words.addMessage("code-mail.text", Locale.UK, "{0}");
        return new SmtpCodeCarrier(
                new WebSettings(
                        URI.create("http://127.0.0.1:8080"),
                        "",
                        "",
                        "",
                        new WebSettings.Session(Duration.ofMinutes(30), Duration.ofHours(12)),
                        new WebSettings.Mail(server, "natter@natter.example")),
                words);
    }
}
