package org.natter.attendee.mail.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.Letter;
import org.natter.ids.Sha256;

/** Puts a letter into MIME: headers, both parts, the calendar file. The same cause always has the same Message-ID. */
final class Envelopes {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int ID_LENGTH = 32;
    private static final int BOUNCE_LENGTH = 16;

    private final Session session;
    private final String from;
    private final String host;

    Envelopes(Session session, String from, String baseUrl) {
        this.session = session;
        this.from = from;
        var named = URI.create(baseUrl).getHost();
        this.host = named == null ? "natter.invalid" : named;
    }

    MimeMessage seal(Letter letter, InternetAddress to) throws MessagingException {
        var digest = Sha256.hex(letter.cause());
        var message = new Sealed(session, "<" + digest.substring(0, ID_LENGTH) + "@" + host + ">");
        message.setEnvelopeFrom(bounceAddress(digest.substring(0, BOUNCE_LENGTH)));
        message.setFrom(sender(letter));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.written()));
        message.setHeader("Content-Language", "en-GB");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN");
        if (letter.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(content(letter));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        var parts = new MimeMultipart("alternative");
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        parts.addBodyPart(text);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        parts.addBodyPart(html);
        if (letter.calendar().isEmpty()) {
            return parts;
        }
        var withFile = new MimeMultipart("mixed");
        var both = new MimeBodyPart();
        both.setContent(parts);
        withFile.addBodyPart(both);
        withFile.addBodyPart(calendar(letter.calendar().get()));
        return withFile;
    }

    private static MimeBodyPart calendar(String file) throws MessagingException {
        var method = file.contains("\r\nMETHOD:CANCEL\r\n") ? "CANCEL" : "REQUEST";
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                file.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=" + method)));
        part.setFileName("event.ics");
        return part;
    }

    private InternetAddress sender(Letter letter) throws MessagingException {
        try {
            return new InternetAddress(from, letter.sender(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** An address of its own for each mail, so that a bounce tells which one it was. */
    private String bounceAddress(String tag) {
        var at = from.indexOf('@');
        return from.substring(0, at) + "+" + tag + from.substring(at);
    }

    /** Keeps the Message-ID it is given. */
    private static final class Sealed extends SMTPMessage {

        private final @Nullable String id;

        Sealed(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
