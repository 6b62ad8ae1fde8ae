package org.natter.attendee.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody reads mail. Trimmed and in lower case, so one mailbox has one value; prints masked, so it may end in a
 * log by accident without telling anything.
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[^\\s@<>\"(),:;\\\\\\[\\]]+\\.[^\\s@<>\"(),:;\\\\\\[\\]]+");

    public EmailAddress {
        value = normal(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** Whether these characters could be an address: one @, something before it, a domain with a dot, 254 at most. */
    public static boolean isAddress(String value) {
        var normal = normal(value);
        return normal.length() <= 254 && SHAPE.matcher(normal).matches();
    }

    /** The address these characters are; null if they are none. */
    public static @Nullable EmailAddress readable(@Nullable String typed) {
        return typed != null && isAddress(typed) ? new EmailAddress(typed) : null;
    }

    /** Judged as it is kept: some letters take more room in lower case. */
    private static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.charAt(0) + "…@…";
    }
}
