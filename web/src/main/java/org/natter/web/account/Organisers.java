package org.natter.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.natter.web.services.RegionId;

/** The accounts of the network. */
public interface Organisers {

    /** The account with this id, if it still exists. */
    Optional<Organiser> find(OrganiserId id);

    /** The account with this address. */
    Optional<Organiser> withEmail(EmailAddress email);

    /** Everybody, by name. */
    List<Organiser> all();

    /** Whether the network has been set up. */
    boolean any();

    /** Adds an account; false if the address has one already. */
    boolean add(Organiser organiser);

    /** Ends an account; its sessions end with their next request. */
    TeamChange remove(OrganiserId id, Instant now);

    /**
     * Gives an account another role and region; it counts from its next request on.
     *
     * @param read the account as whoever changes it saw it: of two changes at once the first counts
     */
    TeamChange place(Organiser read, Role role, RegionId region, Instant now);

    /**
     * Gives an account a new password, and with it a new generation; of two at once the first counts.
     *
     * @return the account as it is now, or nothing if it is gone or in another generation already
     */
    Optional<Organiser> renew(OrganiserId id, int generation, String passwordHash);

    /** What came of a change to the team. One at a time is made, so that there is always an owner. */
    enum TeamChange {
        DONE,
        LAST_OWNER,
        /** Its role or region is another than was read. */
        MEANWHILE,
        /** There is no such account any more. */
        GONE,
        BUSY
    }
}
