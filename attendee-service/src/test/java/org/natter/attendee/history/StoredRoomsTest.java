package org.natter.attendee.history;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The projection as the service has it. */
@WholeService
class StoredRoomsTest implements RoomsContract {

    private final Rooms rooms;

    @Autowired
    StoredRoomsTest(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Rooms rooms() {
        return rooms;
    }
}
