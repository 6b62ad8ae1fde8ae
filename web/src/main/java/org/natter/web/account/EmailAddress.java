package org.natter.web.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address as it is compared: without spaces around it, in lower case. Prints masked. */
public record EmailAddress(String value) {

    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]{1,180}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a mail could be sent there; only sending tells for sure. */
    public boolean plausible() {
        return PLAUSIBLE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "EmailAddress[masked]";
    }
}
