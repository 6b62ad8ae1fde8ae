package org.natter.attendee.history;

/** The double keeps the promises of the projection it stands for. */
class RoomsInMemoryTest implements RoomsContract {

    private final Rooms rooms = new RoomsInMemory();

    @Override
    public Rooms rooms() {
        return rooms;
    }
}
