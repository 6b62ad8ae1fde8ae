package org.natter.attendee.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was typed to sign in and has not been looked up yet; nothing else is kept of it. */
public interface SignInAsks {

    void note(SignInAsk ask);

    /** The ids of some that are left, the oldest first, apart from these. */
    List<String> left(Collection<String> apart);

    Optional<SignInAsk> find(String id);

    /** Forgets it. */
    void done(String id);

    /** Forgets those asked before then, also if they cannot be read. */
    void forgetBefore(Instant then);
}
