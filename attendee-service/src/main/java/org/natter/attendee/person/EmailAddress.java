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
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** Whether these characters could be an address: one @, something before it, a domain with a dot, 254 at most. */
    public static boolean isAddress(String value) {
        String stripped = value.strip();
        return stripped.length() <= 254 && SHAPE.matcher(stripped).matches();
    }

    /** The address these characters are; null if they are none. */
    public static @Nullable EmailAddress readable(@Nullable String typed) {
        return typed != null && isAddress(typed) ? new EmailAddress(typed) : null;
    }

    @Override
    public String toString() {
        return value.charAt(0) + "…@…";
    }
}
