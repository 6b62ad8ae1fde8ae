package org.natter.web.account.mongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;
import org.natter.ids.Sha256;

/**
 * Closes what a session knows with a key made of the session's id. The store has only a hash of that id, so without the
 * browser's cookie nobody can read a row: no mailed link in it opens anything, no name is to be found.
 */
final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String WITH = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private enum Kind {
        TEXT,
        NUMBER,
        TRUTH
    }

    private final SecretKeySpec key;

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    static Seal of(String sessionId) {
        var known = "what this session knows " + sessionId;
        return new Seal(new SecretKeySpec(Sha256.digest(known.getBytes(StandardCharsets.UTF_8)), "AES"));
    }

    /** The value, unreadable; another name's it cannot become. */
    Binary close(String name, Object value) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var text = value.toString().getBytes(StandardCharsets.UTF_8);
        var plain = ByteBuffer.allocate(1 + text.length)
                .put((byte) kindOf(value).ordinal())
                .put(text)
                .array();
        var closed = run(Cipher.ENCRYPT_MODE, name, nonce, plain);
        return new Binary(ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array());
    }

    /** What was closed under this name. */
    Object open(String name, Binary kept) {
        var bytes = kept.getData();
        var plain = run(
                Cipher.DECRYPT_MODE,
                name,
                Arrays.copyOf(bytes, NONCE_BYTES),
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
        var text = new String(plain, 1, plain.length - 1, StandardCharsets.UTF_8);
        return switch (Kind.values()[plain[0]]) {
            case TEXT -> text;
            case NUMBER -> Long.valueOf(text);
            case TRUTH -> Boolean.valueOf(text);
        };
    }

    private byte[] run(int mode, String name, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(WITH);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A session's row was closed with another key", e);
        }
    }

    private static Kind kindOf(Object value) {
        if (value instanceof Long) {
            return Kind.NUMBER;
        }
        return value instanceof Boolean ? Kind.TRUTH : Kind.TEXT;
    }
}
