package org.natter.attendee.booking;

/** The double keeps the promises of the store it stands for. */
class SeatLedgersInMemoryTest extends SeatLedgersContract {

    @Override
    protected SeatLedgers empty() {
        return new SeatLedgersInMemory();
    }
}
