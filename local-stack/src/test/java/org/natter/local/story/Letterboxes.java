package org.natter.local.story;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.natter.local.mailbox.MailSummary;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.mailbox.ReceivedMail;

/** Brings mail to many who wait for theirs, in order of arrival: one looks at the mailbox for all of them. */
final class Letterboxes implements AutoCloseable {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, BlockingQueue<MailSummary>> boxes = new ConcurrentHashMap<>();
    private final Mailbox mailbox;
    private final Thread postman;
    private volatile boolean over;

    /** From the next mail on. */
    Letterboxes(Mailbox mailbox) {
        this.mailbox = mailbox;
        var brought = mailbox.all().size();
        this.postman = new Thread(() -> bring(brought), "postman");
        postman.setDaemon(true);
        postman.start();
    }

    /** Takes mail out of somebody's letterbox until one has such a subject; what came before it is not looked at again. */
    ReceivedMail next(String address, String subject) {
        try {
            for (var mail = box(address).poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
                    mail != null;
                    mail = box(address).poll(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                if (mail.subject().startsWith(subject)) {
                    return mailbox.mail(mail.id()).orElseThrow();
                }
            }
            throw new IllegalStateException("No mail \"" + subject + "\" came to " + address + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for mail.", stopped);
        }
    }

    private void bring(int first) {
        for (var brought = first; !over; LockSupport.parkNanos(GLANCE)) {
            var all = mailbox.all();
            for (; brought < all.size(); brought++) {
                var mail = all.get(brought);
                box(mail.to()).add(mail);
            }
        }
    }

    private BlockingQueue<MailSummary> box(String address) {
        return boxes.computeIfAbsent(address, whose -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(postman);
    }
}
