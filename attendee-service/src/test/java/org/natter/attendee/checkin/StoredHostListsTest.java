package org.natter.attendee.checkin;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of the service itself. */
@WholeService
class StoredHostListsTest implements HostListsContract {

    private final HostLists hosts;

    @Autowired
    StoredHostListsTest(HostLists hosts) {
        this.hosts = hosts;
    }

    @Override
    public HostLists hosts() {
        return hosts;
    }
}
