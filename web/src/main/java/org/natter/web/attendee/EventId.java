package org.natter.web.attendee;

import java.util.regex.Pattern;

/** One event, as the event service names it: 32 hexadecimal characters, checked here before it reaches an address. */
public record EventId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public EventId {
        if (!HEX.matcher(value).matches()) {
            throw NothingHere.atThisAddress();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
