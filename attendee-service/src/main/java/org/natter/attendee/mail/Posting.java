package org.natter.attendee.mail;

/** Takes wishes for mail: each is a row in the queue when the call returns. */
public final class Posting implements Mails {

    private final MailQueue queue;

    public Posting(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public boolean ask(MailRequest wish) {
        return queue.add(Mail.asked(wish));
    }
}
