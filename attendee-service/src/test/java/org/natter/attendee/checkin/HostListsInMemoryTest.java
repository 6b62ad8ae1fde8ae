package org.natter.attendee.checkin;

/** The double keeps the promises of the store it stands for. */
class HostListsInMemoryTest implements HostListsContract {

    private final HostLists hosts = new HostListsInMemory();

    @Override
    public HostLists hosts() {
        return hosts;
    }
}
