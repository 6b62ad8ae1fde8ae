package org.natter.attendee.mail.web;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.natter.attendee.mail.MailBook.Position;

/** A place in the mail book as it travels, and so what a mail is called there: it says nothing of whose the mail is. */
final class Cursor {

    /** The form of one that is a place. */
    static final String FORM = "([0-9]{1,15})~([0-9a-f]{32})";

    private static final Pattern TEXT = Pattern.compile(FORM);

    private Cursor() {}

    static String of(Position place) {
        return place.at().toEpochMilli() + "~" + place.mark();
    }

    /** Nothing if it is none: the newest page then. */
    static Optional<Position> read(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Position(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
                : Optional.empty();
    }
}
