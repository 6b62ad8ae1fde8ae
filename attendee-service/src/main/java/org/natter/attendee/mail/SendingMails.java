package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends what is due: claims a few mails, looks at the facts once more, writes and hands them over.
 *
 * <p>A mail is marked as being sent before the first byte leaves, so a crash leaves it unknown, not due. Several senders
 * may run at once.
 */
public final class SendingMails {

    private static final int BATCH = 5;
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final MailQueue queue;
    private final LastLook lastLook;
    private final Function<LetterFacts, Letter> letters;
    private final Carrier carrier;

    public SendingMails(MailQueue queue, LastLook lastLook, Function<LetterFacts, Letter> letters, Carrier carrier) {
        this.queue = queue;
        this.lastLook = lastLook;
        this.letters = letters;
        this.carrier = carrier;
    }

    /**
     * One round of a sender.
     *
     * @param now asked before each step, since handing over takes time
     * @return how many mails were claimed; 0 if nothing is due
     * @throws RuntimeException the first trouble with a single mail, after the others of the round were sent
     */
    public int sendSome(String by, Supplier<Instant> now) {
        var claimed = queue.claim(now.get(), by, BATCH, LEASE);
        var troubles = new ArrayList<RuntimeException>();
        for (var mail : claimed) {
            try {
                send(mail, now);
            } catch (RuntimeException e) {
                queue.write(mail.triedInVain(now.get())); // one that cannot be written must not hold up the others
                troubles.add(e);
            }
        }
        if (!troubles.isEmpty()) {
            throw troubles.get(0);
        }
        return claimed.size();
    }

    /** Takes back what dead senders held: not begun goes back into the queue, begun is lost, half finished is finished. */
    public void freeStuck(Instant now) {
        queue.finishLeftOvers();
        for (var mail : queue.stuck(now)) {
            queue.write(mail.abandoned(now));
        }
    }

    private void send(Mail claimed, Supplier<Instant> now) {
        var look = now.get();
        var decision = lastLook.at(claimed, look);
        decision.waits().ifPresent(until -> queue.write(claimed.postponed(until)));
        decision.listens().ifPresent(until -> queue.write(claimed.listening(until, look)));
        decision.stops()
                .ifPresent(reason -> queue.write(
                        wasTriedInVain(claimed, look) ? claimed.givenUp(look) : claimed.stopped(reason, look)));
        decision.goes().ifPresent(facts -> handOver(claimed, letters.apply(facts), now));
    }

    /** Whether patience was asked for until the mail had run out, though what it says still holds. */
    private static boolean wasTriedInVain(Mail mail, Instant now) {
        return mail.attempts() > 0
                && mail.wish().kind().isLasting()
                && !now.isBefore(mail.wish().validUntil());
    }

    private void handOver(Mail claimed, Letter letter, Supplier<Instant> now) {
        var sending = claimed.sending();
        if (!queue.write(sending)) {
            return; // we were thought dead; whoever has it now decides
        }
        var outcome = carrier.carry(letter);
        var after = now.get();
        switch (outcome) {
            case ACCEPTED -> {
                queue.writeForSure(sending.sent(letter.subject(), after));
                if (claimed.wish().kind().isAskedFor()) {
                    lastLook.forgetRefusal(letter.to());
                }
            }
            case NOT_NOW -> queue.writeForSure(sending.triedInVain(after));
            case UNKNOWN -> queue.write(sending.lost(after));
            case REFUSED -> {
                lastLook.rememberRefusal(letter.to(), after);
                queue.writeForSure(sending.bounced(after));
            }
        }
    }
}
