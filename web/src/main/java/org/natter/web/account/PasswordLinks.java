package org.natter.web.account;

import java.time.Instant;
import java.util.Optional;

/** Links to a new password under way, each known by its hash alone, good once and for a short while. */
public interface PasswordLinks {

    /** Keeps a link. */
    void keep(PasswordLink link);

    /** The link with this hash, unless it has run out or been used. */
    Optional<PasswordLink> find(String hash, Instant now);

    /** Uses the link up; false if somebody was quicker. */
    boolean use(String hash);

    /** Whose password may be replaced by it, as long as it is still of this generation. */
    record PasswordLink(String hash, SignedIn whose, Instant until) {}
}
