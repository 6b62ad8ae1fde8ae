package org.natter.web.account;

/** The sessions of the organisers, for what goes on between two of their requests. */
public interface OpenSessions {

    /** Whether the session goes on and whoever signed in with it still has the account, with the same password. */
    boolean isSignedIn(String session);
}
