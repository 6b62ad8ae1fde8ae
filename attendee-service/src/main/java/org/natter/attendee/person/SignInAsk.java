package org.natter.attendee.person;

import java.time.Instant;

/**
 * Somebody typed an address to sign in; whether anybody reads mail there is looked up later.
 *
 * @param id random, 32 hex characters
 * @param browser a hash of a cookie of the browser that asked, 64 hex characters
 */
public record SignInAsk(String id, EmailAddress address, String browser, Instant at) {

    boolean isOverBy(Instant now) {
        return !now.isBefore(at.plus(SignInRequest.LASTS));
    }

    @Override
    public String toString() {
        return "SignInAsk[" + id + "]";
    }
}
