package org.natter.web.account;

import java.util.Optional;

/** The sessions of the organisers, for what goes on between two of their requests. */
public interface OpenSessions {

    /** Whoever is signed in with it, as they are now; empty once it has ended, or the account or its password has. */
    Optional<Organiser> signedIn(String session);
}
