package org.natter.attendee.person;

import java.time.Duration;
import java.time.Instant;

/**
 * One wish to sign in.
 *
 * @param id random, 32 hex characters; the link's selector
 * @param mailbox the {@linkplain PersonalLinks#mark mark} of the address it is mailed to
 * @param browser a hash of a cookie of the browser that asked, 64 hex characters
 */
public record SignInRequest(String id, PersonId person, String mailbox, String browser, Instant at) {

    static final Duration LASTS = Duration.ofMinutes(10);

    boolean isOverBy(Instant now) {
        return !now.isBefore(at.plus(LASTS));
    }

    @Override
    public String toString() {
        return "SignInRequest[" + person + "]";
    }
}
