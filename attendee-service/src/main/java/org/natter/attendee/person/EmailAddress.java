package org.natter.attendee.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody reads mail. Trimmed and in lower case, so one mailbox has one value; prints masked, so it may end in a
 * log by accident without telling anything.
 */
public record EmailAddress(String value) {

    /** As many characters as an address has at most. */
    public static final int LONGEST = 254;

    /** An address as a regular expression, for those who describe one to others. */
    public static final String FORM = "^[^\\x00-\\x20\\x7f-\\xa0@<>\"(),:;\\\\\\[\\]]{1,64}"
            + "@[^\\x00-\\x20\\x7f-\\xa0@<>\"(),:;\\\\\\[\\]]+"
            + "\\.[^\\x00-\\x20\\x7f-\\xa0@<>\"(),:;\\\\\\[\\]]+$";

    private static final Pattern SHAPE = Pattern.compile(FORM);

    public EmailAddress {
        value = plain(value);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** Whether these characters could be an address: one @, something before it, a domain with a dot, 254 at most. */
    public static boolean isAddress(String value) {
        var plain = plain(value);
        return plain.codePointCount(0, plain.length()) <= LONGEST
                && SHAPE.matcher(plain).matches();
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
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
