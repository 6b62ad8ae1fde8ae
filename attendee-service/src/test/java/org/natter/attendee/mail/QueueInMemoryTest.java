package org.natter.attendee.mail;

class QueueInMemoryTest extends MailQueueContract {

    @Override
    protected MailQueue emptyQueue() {
        return new QueueInMemory();
    }
}
