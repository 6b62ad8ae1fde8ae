package org.natter.attendee;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.natter.access.Problem.Shortcoming;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Sector;

/**
 * Reads the fields of one request and gathers what is to be put right, so that a person hears it all at once. Its
 * sentences never repeat what was sent.
 */
public final class Form {

    private static final int LONGEST = 200;

    private final List<Shortcoming> shortcomings = new ArrayList<>();

    /** A text that must be there, up to 200 characters. */
    public String text(String field, @Nullable String value, String sentence) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            refuse(field, "MISSING", sentence);
        }
        return optional(field, text);
    }

    /** A text that may be left out, up to 200 characters; empty then. */
    public String optional(String field, @Nullable String value) {
        return optional(field, value, LONGEST);
    }

    public String optional(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            refuse(field, "TOO_LONG", "Use " + longest + " characters or fewer");
        }
        return text;
    }

    /** An address, in its one form; some other valid address if there is none, since the form is refused then. */
    public EmailAddress address(String field, @Nullable String value) {
        if (value == null || !EmailAddress.isAddress(value)) {
            refuse(field, "NOT_AN_ADDRESS", "Enter an email address, like sam@library.example");
            return new EmailAddress("nobody@library.example");
        }
        return new EmailAddress(value);
    }

    public Sector sector(String field, @Nullable String value) {
        for (Sector sector : Sector.values()) {
            if (sector.name().equals(value)) {
                return sector;
            }
        }
        refuse(field, "MISSING", "Choose the kind of library you're from, or \"other\"");
        return Sector.NOT_SAID;
    }

    public boolean answered(String field, @Nullable Boolean value, String sentence) {
        if (value == null) {
            refuse(field, "MISSING", sentence);
            return false;
        }
        return value;
    }

    /** A word that a machine made: letters of hex, so many. */
    public String hex(String field, @Nullable String value, int length) {
        String text = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{" + length + "}")) {
            refuse(field, "UNREADABLE", "We couldn't read this. Check it and try again");
            return "0".repeat(length);
        }
        return text;
    }

    public void refuse(String field, String code, String sentence) {
        shortcomings.add(new Shortcoming(field, code, sentence));
    }

    /** @throws UnfitRequest if there is anything to put right */
    public void done() {
        if (!shortcomings.isEmpty()) {
            throw UnfitRequest.because(shortcomings);
        }
    }
}
