package org.natter.messaging;

/**
 * A command that lost the race for its aggregate too many times in a row.
 *
 * <p>Guarantee: nothing of the command was written; the caller may repeat it. REST answers 503 with {@code Retry-After}.
 */
public final class AggregateContended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AggregateContended(String message) {
        super(message);
    }

    static AggregateContended after(int tries, String type, String id) {
        return new AggregateContended(type + "/" + id + " moved on during each of " + tries + " tries");
    }
}
