package org.natter.attendee.checkin;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The check-ins of the service itself. */
@WholeService
class StoredCheckInsTest implements CheckInsContract {

    private final CheckIns checkIns;

    @Autowired
    StoredCheckInsTest(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public CheckIns checkIns() {
        return checkIns;
    }
}
