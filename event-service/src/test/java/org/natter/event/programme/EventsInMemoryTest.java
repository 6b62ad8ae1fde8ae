package org.natter.event.programme;

class EventsInMemoryTest extends EventsContract {

    private final Events events = new EventsInMemory();

    @Override
    protected Events events() {
        return events;
    }
}
