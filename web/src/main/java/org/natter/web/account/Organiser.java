package org.natter.web.account;

import java.time.Instant;
import org.natter.web.services.Caller;
import org.natter.web.services.RegionId;

/**
 * One account. Prints without name and address.
 *
 * @param region the region of an organiser; for an owner the region shown first
 * @param passwordHash Argon2id in its usual text form
 * @param since when the account was made
 * @param generation one more with each new password; sessions begun in an earlier one are over
 */
public record Organiser(
        OrganiserId id,
        String name,
        EmailAddress email,
        Role role,
        RegionId region,
        String passwordHash,
        Instant since,
        int generation)
        implements Doorkeeper {

    /** What they are called at the door. */
    public String firstName() {
        return FirstName.of(name);
    }

    /** Whether this account owns the network. */
    public boolean owner() {
        return role == Role.OWNER;
    }

    /** Whether this account organises what is in that region. */
    public boolean runs(RegionId one) {
        return owner() || region.equals(one);
    }

    @Override
    public Caller caller() {
        return owner() ? Caller.owner(id.value()) : Caller.organiser(id.value(), region.value());
    }

    @Override
    public String toString() {
        return "Organiser[" + id + ", " + role + "]";
    }
}
