package org.natter.local.mailbox;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.natter.local.clock.AdjustableClock;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Receives every mail sent to it by SMTP, whoever it is for, and shows it on an inbox page; both on the loopback address.
 * Only addresses that end in {@code .invalid} are refused, as no mailbox ever is there (RFC 2606): so a mail that comes back
 * can be looked at.
 *
 * <p>A mail is on disk before its sender hears "250 Ok", and is there again after a restart.
 */
public final class Mailbox implements AutoCloseable {

    private static final String NOWHERE = ".invalid";

    private final int smtpPort;
    private final int pagePort;
    private final MailFolder folder;
    private final @Nullable AdjustableClock adjustable;
    private @Nullable Running running;

    private record Running(SMTPServer smtp, HttpServer page, ExecutorService pageThreads) {}

    private Mailbox(Path folder, Clock clock, @Nullable AdjustableClock adjustable, int smtpPort, int pagePort) {
        this.folder = new MailFolder(folder, clock);
        this.adjustable = adjustable;
        this.smtpPort = smtpPort;
        this.pagePort = pagePort;
    }

    /** A mailbox whose page only shows mail. */
    public static Mailbox keptIn(Path folder, Clock clock, int smtpPort, int pagePort) {
        return new Mailbox(folder, clock, null, smtpPort, pagePort);
    }

    /** A mailbox whose page can also move the clock. */
    public static Mailbox withClock(Path folder, AdjustableClock clock, int smtpPort, int pagePort) {
        return new Mailbox(folder, clock, clock, smtpPort, pagePort);
    }

    /** Starts to listen for mail and to show the page. */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("The mailbox runs already.");
        }
        var smtp = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Natter mailbox")
                .messageHandlerFactory(context -> new Post())
                .build();
        try {
            var page = HttpServer.create(new InetSocketAddress("127.0.0.1", pagePort), 0);
            var threads = Executors.newFixedThreadPool(4);
            page.setExecutor(threads);
            page.createContext("/", new InboxHandler(folder, adjustable, pagePort));
            page.start();
            smtp.start();
            running = new Running(smtp, page, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox page cannot use port " + pagePort + ".", e);
        }
    }

    /** Stops listening; a second call does nothing. */
    public synchronized void stop() {
        if (running != null) {
            running.smtp().stop();
            running.page().stop(0);
            running.pageThreads().shutdownNow();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Where to send mail: {@code smtp://host:port}. */
    public String smtpAddress() {
        return "smtp://127.0.0.1:" + smtpPort;
    }

    /** The inbox page's address, without a slash at its end. */
    public String pageAddress() {
        return "http://127.0.0.1:" + pagePort;
    }

    /** The mails delivered to the address, in order of arrival. */
    public List<MailSummary> to(String address) {
        return folder.summaries(address);
    }

    /** All mails, in order of arrival. */
    public List<MailSummary> all() {
        return folder.summaries("");
    }

    /** One mail; empty if there is none of this number. */
    public Optional<ReceivedMail> mail(String id) {
        return folder.mail(id);
    }

    /** Takes one mail in, for each of its recipients. */
    private final class Post implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String sender) {
            // whoever sends it
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.toLowerCase(Locale.ROOT).endsWith(NOWHERE)) {
                throw new RejectException(550, "5.1.1 There is no such mailbox.");
            }
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream source) throws RejectException, IOException {
            var mail = source.readAllBytes();
            for (var recipient : recipients) {
                keep(recipient, mail);
            }
            return null;
        }

        @Override
        public void done() {
            // nothing is open
        }
    }

    private void keep(String recipient, byte[] source) throws RejectException {
        try {
            folder.add(recipient, source);
        } catch (IOException | MessagingException e) {
            throw new RejectException(451, "The mailbox cannot keep this mail just now.");
        }
    }
}
