package org.natter.web.attendee;

/** One of the three services did not answer in time; the page says so in its own words and the rest of it stands. */
public final class OutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What people notice missing. */
    public enum Part {
        EVENTS,
        NAMES,
        FEEDBACK
    }

    private final Part part;

    private OutOfReach(Part part, Throwable cause) {
        super(part + " out of reach", cause);
        this.part = part;
    }

    public static OutOfReach of(Part part, Throwable cause) {
        return new OutOfReach(part, cause);
    }

    public Part part() {
        return part;
    }
}
