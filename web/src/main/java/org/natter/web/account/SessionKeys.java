package org.natter.web.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.natter.ids.Sha256;

/** Session ids: 256 random bits for the cookie; the store knows only their hash. */
public final class SessionKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern PLAUSIBLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SessionKeys() {}

    /** An id nobody can guess. */
    public static String fresh() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether it could be one of ours. */
    public static boolean plausible(String id) {
        return PLAUSIBLE.matcher(id).matches();
    }

    /** What the store keeps instead of the id. */
    public static String stored(String id) {
        return Sha256.hex(id);
    }
}
