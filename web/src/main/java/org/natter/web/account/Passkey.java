package org.natter.web.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A key on one of an organiser's own devices, by which they sign in; the device shows a signature and never the key.
 *
 * @param id the credential's id, as the device made it, in Base64url
 * @param name what its owner calls it
 * @param since when it was added
 * @param used when it last signed its owner in, if it ever has
 */
public record Passkey(String id, String name, Instant since, Optional<Instant> used) {}
