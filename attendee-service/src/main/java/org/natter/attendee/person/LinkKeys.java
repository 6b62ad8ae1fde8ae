package org.natter.attendee.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and checks tokens of personal links: {@code <key id>.<generation>.<selector>.<verifier>}.
 *
 * <p>The first key signs, all verify, so keys can be rotated. A check compares in constant time and needs no database.
 * Agrees with {@code contracts/links/vectors.json}. Never prints a key.
 */
public final class LinkKeys {

    private static final Pattern TOKEN =
            Pattern.compile("([A-Za-z0-9]{1,16})\\.([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");
    private static final int VERIFIER_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;

    private final Map<String, byte[]> keys;

    private LinkKeys(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code keyId:base64,keyId:base64}.
     *
     * @throws IllegalArgumentException if there is no key, or one under 256 bits; the text never quotes a key
     */
    public static LinkKeys parse(String configured) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String entry : configured.split(",", -1)) {
            String[] idAndKey = entry.strip().split(":", 2);
            byte[] key = idAndKey.length == 2 ? Base64.getDecoder().decode(idAndKey[1]) : new byte[0];
            if (key.length < LEAST_KEY_BYTES) {
                throw new IllegalArgumentException("a link key is keyId:base64 with at least 256 bits");
            }
            keys.put(idAndKey[0], key);
        }
        return new LinkKeys(keys);
    }

    /** The token for an id of 32 hex characters, signed with the first key. */
    public String token(LinkPurpose purpose, int generation, String id) {
        Map.Entry<String, byte[]> signing = keys.entrySet().iterator().next();
        String selector = encode(HexFormat.of().parseHex(id));
        return String.join(
                ".",
                signing.getKey(),
                Integer.toString(generation),
                selector,
                verifier(signing.getValue(), purpose, signing.getKey(), generation, selector));
    }

    /** The id and generation of a token that one of our keys signed for this purpose; empty for any other characters. */
    public Optional<VerifiedLink> verify(LinkPurpose purpose, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] key = keys.get(parts.group(1));
        int generation = Integer.parseInt(parts.group(2));
        String selector = parts.group(3);
        if (key == null || !same(verifier(key, purpose, parts.group(1), generation, selector), parts.group(4))) {
            return Optional.empty();
        }
        byte[] id = Base64.getUrlDecoder().decode(selector);
        return Optional.of(new VerifiedLink(HexFormat.of().formatHex(id), generation));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String verifier(byte[] key, LinkPurpose purpose, String keyId, int generation, String selector) {
        byte[] text = String.join("\0", purpose.word(), keyId, Integer.toString(generation), selector)
                .getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return encode(Arrays.copyOf(mac.doFinal(text), VERIFIER_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "LinkKeys" + keys.keySet();
    }

    /** What a good token says: an id of 32 hex characters and the generation of the link. */
    public record VerifiedLink(String id, int generation) {}
}
