package org.natter.local.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mails of one mailbox, each a file {@code <number>.eml} in a folder, with an index of them in memory.
 *
 * <p>A mail is in its file before the sender hears that it has arrived.
 */
final class MailFolder {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{6,12}");

    private final Path folder;
    private final Clock clock;
    private final List<MailSummary> index = new ArrayList<>();
    private int last;

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    var id = file.getFileName().toString().replace(".eml", "");
                    if (NUMBER.matcher(id).matches()) {
                        index.add(
                                ReceivedMail.parse(id, Files.readAllBytes(file)).summary());
                        last = Integer.parseInt(id);
                    }
                }
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mailbox folder " + folder + " cannot be read.", e);
        }
    }

    /** Keeps one mail for one of its recipients. */
    synchronized void add(String recipient, byte[] source) throws IOException, MessagingException {
        var id = String.format(Locale.ROOT, "%06d", last + 1);
        var arrived =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneId.of("Europe/London")));
        var before = ("Delivered-To: " + recipient.replaceAll("\\s", "") + "\r\nDelivery-Date: " + arrived + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var whole = new byte[before.length + source.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(source, 0, whole, before.length, source.length);
        var summary = ReceivedMail.parse(id, whole).summary();
        var fresh = folder.resolve(id + ".new");
        Files.write(fresh, whole);
        Files.move(fresh, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        last++;
        index.add(summary);
    }

    /** The mails in order of arrival, newest last; all of them if the address is empty, else those delivered to it. */
    synchronized List<MailSummary> summaries(String address) {
        return index.stream()
                .filter(mail -> address.isEmpty() || mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** One mail as it arrived; empty if there is none of this number. */
    Optional<byte[]> source(String id) {
        var file = folder.resolve(id + ".eml");
        if (!NUMBER.matcher(id).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One mail taken apart; empty if there is none of this number. */
    Optional<ReceivedMail> mail(String id) {
        return source(id).map(bytes -> {
            try {
                return ReceivedMail.parse(id, bytes);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException("Mail " + id + " cannot be read.", e);
            }
        });
    }
}
