package org.natter.web.account;

import java.util.List;
import java.util.Optional;

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

    /** Ends an account; its sessions end with their next request. False for the last owner. */
    boolean remove(OrganiserId id);
}
