package org.natter.attendee.person;

import java.time.Instant;

/** The letter with the sign-in link. */
public interface SignInLetters {

    /** Asking twice for one request is one letter. */
    void signIn(PersonId person, String request, Instant at);
}
