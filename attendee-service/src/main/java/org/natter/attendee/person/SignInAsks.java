package org.natter.attendee.person;

import java.util.List;
import java.util.Optional;

/** What was typed to sign in and has not been looked up yet; nothing else is kept of it. */
public interface SignInAsks {

    void note(SignInAsk ask);

    /** The ids of all that are left. */
    List<String> left();

    Optional<SignInAsk> find(String id);

    /** Forgets it. */
    void done(String id);
}
