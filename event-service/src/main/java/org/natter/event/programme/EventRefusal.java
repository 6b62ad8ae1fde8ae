package org.natter.event.programme;

/** An event's life has gone too far, or not far enough, for what was asked. Nothing was written. */
public final class EventRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nobody outside has seen it, so it cannot be called off. */
        NOT_PUBLISHED,
        /** People have seen it, so it can be called off but not deleted. */
        PUBLISHED,
        /** It was called off; that is final. */
        CANCELLED,
        /** It has been. */
        OVER,
        /** Somebody has changed it since it was read. */
        CHANGED_MEANWHILE
    }

    private final Reason reason;

    private EventRefusal(EventId event, Reason reason) {
        super("Event " + event.value() + ": " + reason);
        this.reason = reason;
    }

    static EventRefusal of(EventId event, Reason reason) {
        return new EventRefusal(event, reason);
    }

    public Reason reason() {
        return reason;
    }
}
