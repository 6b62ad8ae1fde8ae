package org.natter.web.account;

import java.time.Instant;
import java.util.Optional;

/** The whole installation: its name, and who founds it. */
public interface Network {

    /** The name, or an empty text before set-up. */
    String name();

    /** Gives the network its name. */
    void call(String name);

    /**
     * Lets one visitor at a time set the network up, by one write; another may go on a minute after one who came to nothing.
     *
     * @return the id the owner's account is to have, always the same, so that there is never a second
     */
    Optional<OrganiserId> beginFounding(Instant now);

    /** The visitor who began then is through, one way or the other; whoever has come since is not disturbed. */
    void endFounding(Instant begun);
}
