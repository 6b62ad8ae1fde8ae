package org.natter.attendee.mail;

class MailboxesInMemoryTest implements MailboxRecordsContract {

    @Override
    public MailboxRecords emptyRecords() {
        return new MailboxesInMemory();
    }
}
