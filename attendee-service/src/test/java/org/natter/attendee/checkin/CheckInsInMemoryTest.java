package org.natter.attendee.checkin;

/** The double keeps the promises of the store it stands for. */
class CheckInsInMemoryTest implements CheckInsContract {

    private final CheckIns checkIns = new CheckInsInMemory();

    @Override
    public CheckIns checkIns() {
        return checkIns;
    }
}
