package org.natter.feedback.answer.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.invitation.AttendanceId;
import org.springframework.stereotype.Component;

/** {@code <key id>.<generation>.<selector>.<verifier>}, sealed by HMAC-SHA-256; see {@code contracts/links}. */
@Component
class HmacPersonalLinks implements PersonalLinks {

    private static final Pattern FORM = Pattern.compile("(?<key>[A-Za-z0-9_-]{1,32})\\.(?<generation>[1-9][0-9]{0,3})"
            + "\\.(?<selector>[A-Za-z0-9_-]{22})\\.(?<verifier>[A-Za-z0-9_-]{22})");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int SHORTEST_KEY = 32;
    private static final int VERIFIER_BYTES = 16;

    private final Map<String, SecretKeySpec> keys;

    HmacPersonalLinks(LinkSettings settings) {
        this.keys = Stream.of(settings.feedbackKeys().split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> key.split(":", 2))
                .collect(Collectors.toUnmodifiableMap(parts -> parts[0], HmacPersonalLinks::key));
        if (keys.isEmpty()) {
            throw new IllegalStateException("natter.links.feedback-keys is not set: no personal link could be opened");
        }
    }

    @Override
    public Optional<PersonalLink> verified(String token) {
        var form = FORM.matcher(token);
        return form.matches()
                ? Optional.ofNullable(keys.get(form.group("key"))).flatMap(key -> verified(form, key))
                : Optional.empty();
    }

    private static Optional<PersonalLink> verified(Matcher form, SecretKeySpec key) {
        var given = form.group("verifier").getBytes(StandardCharsets.US_ASCII);
        var purposes = Stream.of(LinkPurpose.values())
                .collect(Collectors.toMap(
                        Function.identity(), purpose -> MessageDigest.isEqual(given, verifier(purpose, form, key))));
        return isCanonical(form.group("selector"))
                ? purposes.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(purpose -> new PersonalLink(
                                purpose.getKey(),
                                new AttendanceId(HexFormat.of().formatHex(bytes(form.group("selector")))),
                                Integer.parseInt(form.group("generation"))))
                        .findAny()
                : Optional.empty();
    }

    private static byte[] verifier(LinkPurpose purpose, Matcher form, SecretKeySpec key) {
        var sealed =
                String.join("\0", purpose.word(), form.group("key"), form.group("generation"), form.group("selector"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var seal = mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8));
            return TEXT.encode(Arrays.copyOf(seal, VERIFIER_BYTES));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** One selector an attendance: its last character has four bits to spare, which must be zero. */
    private static boolean isCanonical(String selector) {
        return TEXT.encodeToString(bytes(selector)).equals(selector);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static SecretKeySpec key(String[] parts) {
        var bytes = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalStateException("natter.links.feedback-keys: a key is shorter than 32 bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
