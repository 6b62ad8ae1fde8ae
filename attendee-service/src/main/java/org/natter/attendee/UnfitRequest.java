package org.natter.attendee;

import java.util.List;
import org.natter.access.Problem.Shortcoming;

/** A request that cannot be taken as it is; carries what to put right, never what was sent. */
public final class UnfitRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Shortcoming> shortcomings;

    private UnfitRequest(List<Shortcoming> shortcomings) {
        super("a request with " + shortcomings.size() + " shortcomings");
        this.shortcomings = List.copyOf(shortcomings);
    }

    public static UnfitRequest because(List<Shortcoming> shortcomings) {
        return new UnfitRequest(shortcomings);
    }

    /** In the order of the form. */
    public List<Shortcoming> shortcomings() {
        return shortcomings;
    }
}
