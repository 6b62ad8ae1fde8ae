package org.natter.web.account;

import java.util.List;

/** The passkeys of the accounts; they end with their account. */
public interface Passkeys {

    /** As many as one organiser may have. */
    int MOST = 10;

    /** What somebody has, the oldest first. */
    List<Passkey> of(OrganiserId organiser);

    /** Takes one of somebody's away; one that is not theirs stays. */
    void remove(OrganiserId organiser, String passkey);
}
