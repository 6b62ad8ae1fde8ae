package org.natter.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes ids for new things: the same for the same caller's idempotency key, else 128 random bits. */
public final class CreationKey {

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CreationKey() {}

    /**
     * 32 hexadecimal characters.
     *
     * @param kind keeps the ids of different kinds of things apart
     * @param key the header {@code Idempotency-Key}, if the caller sent one
     */
    public static String idFor(String kind, Caller caller, @Nullable String key) {
        byte[] id = new byte[ID_BYTES];
        if (key == null || key.isBlank()) {
            RANDOM.nextBytes(id);
        } else {
            byte[] seed = (kind + '\n' + caller.subject() + '\n' + key).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(sha256(seed), 0, id, 0, ID_BYTES);
        }
        return HexFormat.of().formatHex(id);
    }

    /** SHA-256 of a request's bytes, as hexadecimal characters. */
    public static String fingerprint(byte[] request) {
        return HexFormat.of().formatHex(sha256(request));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
