package org.natter.event.programme;

/** There is no such event, or the caller may not know of it; both read alike. */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownEvent(String message) {
        super(message);
    }

    public static UnknownEvent withId(EventId id) {
        return new UnknownEvent("No event " + id.value());
    }
}
