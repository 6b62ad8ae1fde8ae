package org.natter.attendee.person;

import java.util.Locale;
import java.util.Optional;
import org.natter.ids.Mailboxes;

/**
 * Where somebody reads mail, as it is kept: one mailbox has one value ({@link Mailboxes}). Prints masked, so it may end in
 * a log by accident without telling anything.
 */
public record EmailAddress(String value) {

    /** One kept from before what cannot be written to was refused stays as it was. */
    public EmailAddress {
        var kept = value.strip().toLowerCase(Locale.ROOT);
        value = Mailboxes.named(value).orElse(kept);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** What a mail server is given; empty if it would read another address than this. */
    public Optional<String> onTheWire() {
        return Mailboxes.onTheWire(value);
    }

    @Override
    public String toString() {
        return value.charAt(0) + "…@…";
    }
}
