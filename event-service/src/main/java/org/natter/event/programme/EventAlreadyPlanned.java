package org.natter.event.programme;

/** The same creation key was used before, for an event that reads differently. */
public final class EventAlreadyPlanned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EventAlreadyPlanned(String message) {
        super(message);
    }

    static EventAlreadyPlanned withId(EventId id) {
        return new EventAlreadyPlanned("Event " + id.value() + " was planned with other content");
    }
}
