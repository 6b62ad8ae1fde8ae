package org.natter.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail, taken apart: what the inbox page and the journey show of it.
 *
 * @param headers every header as it arrived, in order
 * @param text the plain-text part, empty if there is none
 * @param html the HTML part, empty if there is none
 */
public record ReceivedMail(
        MailSummary summary, List<MailHeader> headers, String text, String html, List<Attachment> attachments) {

    /** One for all mails: each new one looks through the whole class path for its parts. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')]+");

    public ReceivedMail {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** One header line, its value unfolded but not decoded. */
    public record MailHeader(String name, String value) {}

    /** One attached file, or a part that is neither the text nor the HTML. */
    public record Attachment(String name, String type, byte[] content) {}

    /** The addresses in the plain text, in the order they stand there. */
    public List<String> links() {
        var found = new ArrayList<String>();
        var link = LINK.matcher(text);
        while (link.find()) {
            found.add(link.group());
        }
        return found;
    }

    static ReceivedMail parse(String id, byte[] source) throws MessagingException, IOException {
        var message = new MimeMessage(SESSION, new ByteArrayInputStream(source));
        var headers = new ArrayList<MailHeader>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.add(new MailHeader(header.getName(), header.getValue().replaceAll("\\s*\\R\\s*", " ")));
        }
        var parts = new Parts();
        parts.add(message);
        var summary = new MailSummary(
                id,
                arrived(message),
                first(message, "From"),
                first(message, "Delivered-To"),
                Objects.requireNonNullElse(message.getSubject(), ""));
        return new ReceivedMail(summary, headers, parts.text, parts.html, parts.attachments);
    }

    private static Instant arrived(MimeMessage message) throws MessagingException {
        var date = message.getHeader("Delivery-Date", null);
        return date == null
                ? Instant.EPOCH
                : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
    }

    private static String first(MimeMessage message, String header) throws MessagingException {
        String @Nullable [] values = message.getHeader(header);
        return values == null || values.length == 0 ? "" : jakarta.mail.internet.MimeUtility.unfold(values[0]);
    }

    private static final class Parts {

        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void add(Part part) throws MessagingException, IOException {
            var content = part.getContent();
            var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            if (content instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    var inner = parts.getBodyPart(i);
                    add(inner);
                }
            } else if (!attached && part.isMimeType("text/plain") && text.isEmpty()) {
                text = String.valueOf(content);
            } else if (!attached && part.isMimeType("text/html") && html.isEmpty()) {
                html = String.valueOf(content);
            } else {
                var name = Objects.requireNonNullElse(part.getFileName(), "part-" + (attachments.size() + 1));
                var bytes = part.getInputStream().readAllBytes();
                attachments.add(new Attachment(name, part.getContentType().split("[;\\s]")[0], bytes));
            }
        }
    }
}
