package org.natter.web.account;

import java.security.SecureRandom;
import java.util.HexFormat;

/** One organiser or owner: 128 random bits as hexadecimal. */
public record OrganiserId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** An id nobody has. */
    public static OrganiserId fresh() {
        return new OrganiserId(secret());
    }

    static String secret() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    @Override
    public String toString() {
        return value;
    }
}
