package org.natter.attendee.cpd;

/** The double keeps the promises of the store it stands for. */
class CpdRecordsInMemoryTest implements CpdRecordsContract {

    private final CpdRecords records = new CpdRecordsInMemory();

    @Override
    public CpdRecords records() {
        return records;
    }
}
