package org.natter.web.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.natter.ids.Sha256;

/** Session ids: 256 random bits for the cookie; the store knows only their hash. */
public final class SessionKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionKeys() {}

    /** An id nobody can guess. */
    public static String fresh() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What the store keeps instead of the id. */
    public static String stored(String id) {
        return Sha256.hex(id);
    }
}
