package org.natter.attendee.person;

import java.time.Duration;
import java.time.Instant;
import org.natter.ids.Sha256;

/**
 * One wish to sign in.
 *
 * @param id random, 32 hex characters; the link's selector
 * @param mailbox a hash of the address it is mailed to, 64 hex characters
 * @param browser a hash of a cookie of the browser that asked, 64 hex characters
 */
public record SignInRequest(String id, PersonId person, String mailbox, String browser, Instant at) {

    static final Duration LASTS = Duration.ofMinutes(10);

    /** A wish of somebody who reads mail at this address. */
    public static SignInRequest mailedTo(EmailAddress address, String id, PersonId person, String browser, Instant at) {
        return new SignInRequest(id, person, Sha256.hex(address.value()), browser, at);
    }

    /** Whether its link went to this address. */
    boolean isMailedTo(EmailAddress address) {
        return mailbox.equals(Sha256.hex(address.value()));
    }

    boolean isOverBy(Instant now) {
        return !now.isBefore(at.plus(LASTS));
    }

    @Override
    public String toString() {
        return "SignInRequest[" + person + "]";
    }
}
