package org.natter.attendee.mail;

/** Takes wishes for mail: each is a row in the queue when the call returns, and the senders have heard of it. */
public final class Posting implements Mails {

    private final MailQueue queue;
    private final Bell bell;

    public Posting(MailQueue queue, Bell bell) {
        this.queue = queue;
        this.bell = bell;
    }

    @Override
    public boolean ask(MailRequest wish) {
        boolean fresh = queue.add(Mail.asked(wish));
        bell.ring();
        return fresh;
    }
}
