package org.natter.web.account;

import java.time.Instant;

/** Browsers in which an organiser has signed in before: what strangers miss elsewhere never makes these wait. */
public interface KnownBrowsers {

    /** How long a browser is remembered after the last sign-in. */
    int DAYS = 180;

    /** Whether this organiser has signed in there. */
    boolean knows(String browser, OrganiserId organiser);

    /** From now on it is known. */
    void remember(String browser, OrganiserId organiser, Instant now);
}
