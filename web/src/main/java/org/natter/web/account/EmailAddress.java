package org.natter.web.account;

import java.util.Locale;
import java.util.Optional;
import org.natter.ids.Mailboxes;

/** An address as it is compared: one mailbox has one value, and what names none is in lower case. Prints masked. */
public record EmailAddress(String value) {

    public EmailAddress {
        var kept = value.strip().toLowerCase(Locale.ROOT);
        value = Mailboxes.named(value).orElse(kept);
    }

    /** The key of the sentence that says what is wrong with it; empty if a mail can be sent there. */
    public static Optional<String> objectionTo(String typed) {
        if (Mailboxes.named(typed).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                typed.isBlank()
                        ? "account.email.missing"
                        : Mailboxes.hasOtherLetters(typed) ? "account.email.letters" : "account.email.wrong");
    }

    /** Whether this is an address of a mailbox at all. */
    public boolean isMailbox() {
        return Mailboxes.named(value).isPresent();
    }

    /** What a mail server is given; empty if it would read another address than this. */
    public Optional<String> onTheWire() {
        return Mailboxes.onTheWire(value);
    }

    @Override
    public String toString() {
        return "EmailAddress[masked]";
    }
}
