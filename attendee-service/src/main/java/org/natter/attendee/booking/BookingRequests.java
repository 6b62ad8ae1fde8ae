package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Optional;

/** Which body came with which idempotency key, for a day; a key names one wish and no other. */
public interface BookingRequests {

    /** When this body first came with the key: now, if the key is new; empty if the key came with another body. */
    Optional<Instant> admit(String key, String bodyHash, Instant at);

    /** Forgets keys of before then. */
    void forgetBefore(Instant then);
}
