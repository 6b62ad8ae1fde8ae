package org.natter.ids;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of personal links: {@code <key id>.<generation>.<selector>.<verifier>}. The selector is an id in base64url,
 * the verifier the first 16 bytes of HMAC-SHA-256 (RFC 2104) over purpose, key id, generation and selector.
 *
 * <p>Guarantee: what one of the keys signs, any holder of that key verifies, whatever its name; a token of one purpose is
 * worth nothing for another. Checked in constant time, without a database. Agrees with {@code contracts/links}. Never
 * prints a key.
 */
public final class LinkTokens {

    private static final String KEY_ID = "[A-Za-z0-9_-]{1,32}";
    private static final Pattern NAME = Pattern.compile(KEY_ID);
    private static final Pattern TOKEN =
            Pattern.compile("(" + KEY_ID + ")\\.([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{22})");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "HmacSHA256";
    private static final int VERIFIER_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;

    /** SHA-256 of the key that {@code contracts/links} publishes: everybody knows it, so it signs nothing real. */
    private static final String PUBLISHED = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";

    private final Map<String, byte[]> keys;

    private LinkTokens(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Tokens under the keys of one setting, {@code id:base64,id:base64}. The first signs, all verify, so keys can be changed.
     *
     * @param setting the setting's name, for the refusal
     * @throws IllegalArgumentException if there is no key, one has under 256 bits, no proper name, the name of another, or is
     *     the published example; the text names the setting and never quotes a key
     */
    public static LinkTokens under(String setting, String configured) {
        var tokens = parse(setting, configured);
        if (tokens.keys.values().stream().map(Sha256::hex).anyMatch(PUBLISHED::equals)) {
            throw refused(setting, "the example key of contracts/links is known to everybody");
        }
        return tokens;
    }

    static LinkTokens parse(String setting, String configured) {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var entry : configured.split(",", -1)) {
            var parts = entry.strip().split(":", 2);
            if (parts.length < 2 || !NAME.matcher(parts[0]).matches()) {
                throw refused(setting, "a key is id:base64, its id up to 32 letters, digits, - and _");
            }
            if (keys.put(parts[0], bytes(setting, parts[1])) != null) {
                throw refused(setting, "two keys have one id");
            }
        }
        return new LinkTokens(keys);
    }

    /** The token for an id of 32 hex letters, signed with the first key. */
    public String sign(String purpose, int generation, String id) {
        var first = keys.entrySet().iterator().next();
        var selector = TEXT.encodeToString(HexFormat.of().parseHex(id));
        return String.join(
                ".",
                first.getKey(),
                Integer.toString(generation),
                selector,
                verifier(first.getValue(), purpose, first.getKey(), generation, selector));
    }

    /** What a token of this purpose says, if one of the keys signed it; nothing for any other characters. */
    public Optional<Verified> verify(String purpose, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var key = keys.get(parts.group(1));
        var generation = Integer.parseInt(parts.group(2));
        var selector = parts.group(3);
        if (key == null || !same(verifier(key, purpose, parts.group(1), generation, selector), parts.group(4))) {
            return Optional.empty();
        }
        var id = Base64.getUrlDecoder().decode(selector);
        // One selector an id: the last letter has bits to spare, which must be zero.
        return TEXT.encodeToString(id).equals(selector)
                ? Optional.of(new Verified(HexFormat.of().formatHex(id), generation))
                : Optional.empty();
    }

    private static String verifier(byte[] key, String purpose, String keyId, int generation, String selector) {
        var text = String.join("\0", purpose, keyId, Integer.toString(generation), selector);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return TEXT.encodeToString(
                    Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), VERIFIER_BYTES));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String setting, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw refused(setting, "a key is not base64");
        }
        if (key.length < LEAST_KEY_BYTES) {
            throw refused(setting, "a key is shorter than 32 bytes");
        }
        return key;
    }

    private static IllegalArgumentException refused(String setting, String why) {
        return new IllegalArgumentException(setting + ": " + why);
    }

    @Override
    public String toString() {
        return "LinkTokens" + keys.keySet();
    }

    /** What a good token says: an id of 32 hex letters and the generation of the link. */
    public record Verified(String id, int generation) {}
}
