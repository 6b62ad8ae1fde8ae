package org.natter.event.programme;

import java.util.Objects;
import java.util.regex.Pattern;

/** Identifies an event; 128 bits as 32 lower-case hexadecimal characters, never anything else. */
public record EventId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public EventId {
        if (!HEX.matcher(Objects.requireNonNull(value)).matches()) {
            throw new IllegalArgumentException("An event id has 32 hexadecimal characters");
        }
    }

    /**
     * The id somebody named.
     *
     * @throws UnknownEvent if no event can have it
     */
    public static EventId named(String value) {
        if (!HEX.matcher(value).matches()) {
            throw UnknownEvent.withSuchAnId();
        }
        return new EventId(value);
    }
}
