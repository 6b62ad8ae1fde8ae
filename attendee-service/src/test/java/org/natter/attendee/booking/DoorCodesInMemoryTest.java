package org.natter.attendee.booking;

/** The double keeps the promises of the store it stands for. */
class DoorCodesInMemoryTest extends DoorCodesContract {

    @Override
    protected DoorCodes empty() {
        return new DoorCodesInMemory();
    }

    @Override
    protected long count(DoorCodes kept) {
        return ((DoorCodesInMemory) kept).count();
    }
}
