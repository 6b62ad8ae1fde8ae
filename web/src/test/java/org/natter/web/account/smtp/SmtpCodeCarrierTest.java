package org.natter.web.account.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
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

    private SmtpCodeCarrier carrier(String user) {
        var server = URI.create("smtp://" + user + "127.0.0.1:" + post.getSmtp().getPort());
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
