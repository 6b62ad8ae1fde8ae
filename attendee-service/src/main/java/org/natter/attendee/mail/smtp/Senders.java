package org.natter.attendee.mail.smtp;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.natter.attendee.mail.SendingMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the senders: each works while there is due mail, then waits to be woken, and looks by itself after a pause for
 * what has become due since. Stops between two mails.
 */
final class Senders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final long PATIENCE_SECONDS = 15;

    private final SendingMails sending;
    private final Clock clock;
    private final MailSettings settings;
    private final String instance = UUID.randomUUID().toString();
    private final AtomicInteger waitingCalls = new AtomicInteger();
    private volatile boolean running;
    private volatile ScheduledExecutorService threads = none();

    Senders(SendingMails sending, Clock clock, MailSettings settings) {
        this.sending = sending;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (running || settings.senders() == 0) {
            return;
        }
        var number = new AtomicInteger();
        threads = Executors.newScheduledThreadPool(settings.senders(), work -> {
            var thread = new Thread(work, "mail-sender-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        waitingCalls.set(0);
        running = true;
        var pause = settings.poll().toMillis();
        for (var i = 0; i < settings.senders(); i++) {
            threads.scheduleWithFixedDelay(this::look, pause * i / settings.senders(), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** As many calls wait as there are senders: each will look after this mail was put into the queue. */
    void wake() {
        if (!running || waitingCalls.get() >= settings.senders()) {
            return;
        }
        waitingCalls.incrementAndGet();
        try {
            threads.execute(this::answer);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("the mail waits for the next start");
        }
    }

    private void answer() {
        waitingCalls.decrementAndGet();
        carefully(this::send);
    }

    private void look() {
        carefully(() -> {
            sending.freeStuck(clock.instant());
            send();
        });
    }

    private void send() {
        var name = instance + "/" + Thread.currentThread().getName();
        while (running && sending.sendSome(name, clock::instant) > 0) {
            Thread.onSpinWait();
        }
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The store is away, or a letter cannot be written: its row stays and is looked at again.
            LOG.warn(
                    "a mail sender stumbled and will try again: {}",
                    e.getClass().getName());
            LOG.debug("why", e);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads = none();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends before the store's connections do. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1024;
    }

    private static ScheduledExecutorService none() {
        var none = Executors.newScheduledThreadPool(0);
        none.shutdown();
        return none;
    }
}
