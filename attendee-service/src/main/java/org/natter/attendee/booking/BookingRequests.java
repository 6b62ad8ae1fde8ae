package org.natter.attendee.booking;

import java.time.Instant;

/** Which body came with which idempotency key, for a day; a key names one wish and no other. */
public interface BookingRequests {

    /** Whether the key is new or came with the same body before. */
    boolean admit(String key, String bodyHash, Instant at);

    /** Forgets keys of before then. */
    void forgetBefore(Instant then);
}
