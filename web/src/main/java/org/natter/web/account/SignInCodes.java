package org.natter.web.account;

import java.time.Instant;
import java.util.Optional;

/** Codes under way: each hashed, bound to the browser that holds its handle, good once and for a few tries. */
public interface SignInCodes {

    /** Keeps a code. */
    void keep(PendingCode code);

    /** The code under this handle, with one try taken from it; nothing if it has run out, been used or tried too often. */
    Optional<PendingCode> takeTry(String handle, Instant now);

    /** Uses the code up; false if somebody was quicker. */
    boolean use(String handle);

    /** Six digits on their way to one organiser. {@code hash} covers handle and digits. */
    record PendingCode(String handle, OrganiserId organiser, String hash, Instant until) {}
}
