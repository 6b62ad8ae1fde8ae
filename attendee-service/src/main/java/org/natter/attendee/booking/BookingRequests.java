package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Optional;

/** Which body came with which idempotency key, and how it was answered, for a day; a key names one wish and no other. */
public interface BookingRequests {

    /** This body with the key, as it came first: now, if the key is new; empty if the key came with another body. */
    Optional<Admitted> admit(String key, String bodyHash, Instant at);

    /**
     * Keeps how the wish with this key was answered.
     *
     * @param room whether there was room for somebody new
     * @return the answer that stands, which is the first
     */
    boolean answer(String key, boolean room);

    /** Forgets keys of before then. */
    void forgetBefore(Instant then);

    /**
     * A wish that may be made.
     *
     * @param first when it came first
     * @param room how it was answered; empty until then, and where that was not kept
     */
    record Admitted(Instant first, Optional<Boolean> room) {}
}
