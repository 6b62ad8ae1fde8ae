package org.natter.attendee.mail;

import java.util.List;

class QueueInMemoryTest extends MailQueueContract {

    private QueueInMemory queue = new QueueInMemory();

    @Override
    protected MailQueue emptyQueue() {
        queue = new QueueInMemory();
        return queue;
    }

    @Override
    protected List<Mail> rows() {
        return queue.all();
    }
}
