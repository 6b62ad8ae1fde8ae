package org.natter.attendee.person;

import java.time.Instant;
import java.util.Optional;

/** Open wishes to sign in. One is used once, whoever presses at the same moment. */
public interface SignInRequests {

    /** Keeping one twice is keeping it once. */
    void keep(SignInRequest request);

    Optional<SignInRequest> find(String id);

    /** Whether this call was the one that used it. */
    boolean use(String id);

    /** Forgets those asked for before then. */
    void forgetBefore(Instant then);
}
