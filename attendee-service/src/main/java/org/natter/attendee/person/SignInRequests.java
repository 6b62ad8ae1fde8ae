package org.natter.attendee.person;

import java.time.Instant;
import java.util.Optional;

/** Open wishes to sign in. One is used once, whoever presses at the same moment. */
public interface SignInRequests {

    /** Keeping one twice is keeping it once, and one that was used stays used until it is forgotten. */
    void keep(SignInRequest request);

    /** One that is still open. */
    Optional<SignInRequest> find(String id);

    /** Whether this call was the one that used it. */
    boolean use(String id);

    /** Forgets those asked for before then. */
    void forgetBefore(Instant then);
}
