package org.natter.web.account.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.EmailAddress;
import org.natter.web.settings.WebSettings;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends a code, a link or a notice over SMTP within five seconds, as plain text; tries once. */
@Component
class SmtpCodeCarrier implements CodeCarrier {

    private static final String PATIENCE = "5000";
    private static final int TRANSIENT = 400;

    private final JavaMailSenderImpl post;
    private final String from;
    private final String baseUrl;
    private final MessageSource words;

    SmtpCodeCarrier(WebSettings settings, MessageSource words) {
        this.post = sender(settings.mail());
        this.from = settings.mail().from();
        this.baseUrl = settings.baseUrl().toString();
        this.words = words;
    }

    @Override
    public void send(EmailAddress to, String digits) {
        send(to, "code-mail", digits, baseUrl + "/account/forgotten");
    }

    @Override
    public void sendLink(EmailAddress to, String token) {
        send(to, "password-mail", baseUrl + "/account/new-password/" + token);
    }

    @Override
    public void sayPasskeyAdded(EmailAddress to, String name) {
        send(to, "passkey-mail", name, baseUrl + "/organise/account/passkeys", baseUrl + "/account/forgotten");
    }

    @Override
    public void sayPasskeyRemoved(EmailAddress to, String name) {
        send(to, "passkey-removed-mail", name, baseUrl + "/account/forgotten");
    }

    @Override
    public void sendTest(EmailAddress to, String region) {
        send(region, to, "test-mail", region, from);
    }

    @Override
    public String from() {
        return from;
    }

    private void send(EmailAddress to, String kind, Object... about) {
        send("", to, kind, about);
    }

    /** @param name in whose name it comes; empty for the address alone */
    private void send(String name, EmailAddress to, String kind, Object... about) {
        try {
            var mail = post.createMimeMessage();
            var parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            var sender = new InternetAddress(from);
            sender.setPersonal(name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
            parts.setFrom(sender);
            parts.setTo(new InternetAddress(to.onTheWire().orElseThrow(AddressException::new), true));
            parts.setSubject(words.getMessage(kind + ".subject", null, Locale.UK));
            parts.setText(words.getMessage(kind + ".text", about, Locale.UK));
            mail.setHeader("Auto-Submitted", "auto-generated");
            post.send(mail);
        } catch (MessagingException | MailException | UnsupportedEncodingException trouble) {
            throw mayHaveBeenTaken(trouble) ? NotSent.perhaps(trouble) : NotSent.because(trouble);
        }
    }

    /** Once the line is there, only the server's own no is one; a line that never came about is the cause of all of it. */
    private static boolean mayHaveBeenTaken(Exception trouble) {
        return trouble instanceof MailSendException sending
                && Stream.of(sending.getMessageExceptions())
                        .anyMatch(failure -> failure != sending.getCause() && !isRefusal(failure));
    }

    private static boolean isRefusal(Exception failure) {
        return failure instanceof SMTPSendFailedException answered
                ? answered.getReturnCode() >= TRANSIENT
                : failure instanceof SendFailedException;
    }

    private static JavaMailSenderImpl sender(WebSettings.Mail mail) {
        var url = mail.smtpUrl();
        var sender = new JavaMailSenderImpl();
        sender.setHost(url.getHost());
        sender.setPort(url.getPort());
        sender.setProtocol(url.getScheme());
        var user = url.getUserInfo();
        if (user != null) {
            var both = user.split(":", 2);
            sender.setUsername(both[0]);
            sender.setPassword(both.length > 1 ? both[1] : "");
        }
        sender.setJavaMailProperties(properties(url.getScheme(), user != null));
        return sender;
    }

    private static Properties properties(String scheme, boolean signsIn) {
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + scheme + "." + limit, PATIENCE);
        }
        properties.setProperty("mail." + scheme + ".auth", Boolean.toString(signsIn));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(signsIn)); // no password in clear
        return properties;
    }
}
