package org.natter.attendee.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.Carrier;
import org.natter.attendee.mail.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters over by SMTP; each sender keeps its connection for the next letter. Logs causes, never an address. */
final class SmtpCarrier implements Carrier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    private static final String PATIENCE_MILLIS = "20000";
    private static final int SMTP_PORT = 25;
    private static final int TRANSIENT = 400;

    /** No such mailbox, not here, full, no such name, takes no mail (RFC 5321, RFC 7504). */
    private static final Set<Integer> OF_A_MAILBOX = Set.of(550, 551, 552, 553, 556);

    /** An enhanced status code (RFC 3463): 5.1 is about an address, 5.2 about a mailbox, 5.7 about who may send. */
    private static final Pattern PRECISE = Pattern.compile("\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");

    /** What servers say without such a code when they mean the sender. */
    private static final List<String> ABOUT_US = List.of(
            "relay", "auth", "sender", "polic", "spam", "block", "denied", "reputation", "spf", "dkim", "dmarc");

    private final URI server;
    private final Session session;
    private final Envelopes envelopes;
    private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();

    SmtpCarrier(URI server, String from, String baseUrl) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
        this.envelopes = new Envelopes(session, from, baseUrl);
    }

    @Override
    public Delivery carry(Letter letter) {
        var to = receiver(letter);
        if (to.isEmpty()) {
            LOG.info("{} was not sent: nobody can write to that mailbox", letter.cause());
            return Delivery.REFUSED;
        }
        MimeMessage message;
        Transport transport;
        try {
            message = envelopes.seal(letter, to.get());
            transport = connected();
        } catch (MessagingException e) {
            LOG.info("{} has to wait: no line to the mail server", letter.cause());
            return Delivery.NOT_NOW;
        }
        try {
            transport.sendMessage(message, new InternetAddress[] {to.get()});
            idle.push(transport);
            return Delivery.ACCEPTED;
        } catch (MessagingException e) {
            hangUp(transport);
            var outcome = outcomeOf(e);
            LOG.info("{} was not accepted: {}", letter.cause(), outcome);
            return outcome;
        }
    }

    @Override
    public void close() {
        for (var left = idle.poll(); left != null; left = idle.poll()) {
            hangUp(left);
        }
    }

    /** The mailbox as servers read it; empty if no server can be given it, whatever state the line is in. */
    private static Optional<InternetAddress> receiver(Letter letter) {
        try {
            var to = letter.to().onTheWire();
            return to.isEmpty() ? Optional.empty() : Optional.of(new InternetAddress(to.get(), true));
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    private Transport connected() throws MessagingException {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isConnected()) { // asks the other side
                return kept;
            }
            hangUp(kept);
        }
        var fresh = session.getTransport(server.getScheme().toLowerCase(Locale.ROOT));
        var login = server.getUserInfo() == null
                ? new String[0]
                : server.getUserInfo().split(":", 2);
        fresh.connect(
                server.getHost(),
                server.getPort() < 0 ? SMTP_PORT : server.getPort(),
                login.length > 0 ? login[0] : null,
                login.length > 1 ? login[1] : null);
        return fresh;
    }

    /** The whole chain is looked at: the reason for a refused address hangs behind a general one. */
    private static Delivery outcomeOf(MessagingException failure) {
        var outcome = failure instanceof SendFailedException ? Delivery.NOT_NOW : Delivery.UNKNOWN;
        @Nullable Exception link = failure;
        while (link instanceof MessagingException trouble) {
            if (trouble instanceof SMTPAddressFailedException address && isAboutTheMailbox(address)) {
                return Delivery.REFUSED;
            }
            if (codeOf(trouble) >= TRANSIENT) {
                outcome = Delivery.NOT_NOW;
            } else if (trouble instanceof SMTPSendFailedException) {
                outcome = Delivery.UNKNOWN; // no answer to the text: it may have been taken
            }
            link = trouble.getNextException();
        }
        return outcome;
    }

    /**
     * Whether it is this mailbox that does not exist or does not want mail. All else, such as a relay that does not know us
     * or thinks little of us, is our trouble and passes once it is mended.
     */
    private static boolean isAboutTheMailbox(SMTPAddressFailedException refusal) {
        if (!OF_A_MAILBOX.contains(refusal.getReturnCode())) {
            return false;
        }
        var words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        var precise = PRECISE.matcher(words);
        return precise.find()
                ? precise.group().matches("5\\.[12]\\..*")
                : ABOUT_US.stream().noneMatch(words::contains);
    }

    private static int codeOf(MessagingException trouble) {
        if (trouble instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (trouble instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return trouble instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server hung up first");
        }
    }

    private static Properties properties(URI server) {
        var protocol = server.getScheme().toLowerCase(Locale.ROOT);
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, PATIENCE_MILLIS);
        }
        properties.setProperty("mail." + protocol + ".auth", Boolean.toString(server.getUserInfo() != null));
        properties.setProperty("mail." + protocol + ".starttls.enable", "true");
        if (protocol.equals("smtp") && server.getUserInfo() != null) {
            properties.setProperty("mail.smtp.starttls.required", "true"); // no password in clear
        }
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + protocol + ".quitwait", "false");
        properties.setProperty("mail." + protocol + ".localhost", "localhost");
        properties.setProperty("mail.mime.charset", "UTF-8");
        return properties;
    }
}
