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

    @Override
    protected List<Mail> rowsInTheQueue() {
        return queue.all().stream().filter(mail -> !mail.isFinished()).toList();
    }

    /** There is no gap. */
    @Override
    protected void crashWhileFinishing(Mail finished, Gap gap) {
        queue.write(finished);
    }
}
