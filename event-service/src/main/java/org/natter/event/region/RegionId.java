package org.natter.event.region;

import java.util.Objects;
import java.util.regex.Pattern;

/** Identifies a region; 128 bits as 32 lower-case hexadecimal characters, never anything else. */
public record RegionId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public RegionId {
        if (!HEX.matcher(Objects.requireNonNull(value)).matches()) {
            throw new IllegalArgumentException("A region id has 32 hexadecimal characters");
        }
    }

    /**
     * The id somebody named.
     *
     * @throws UnknownRegion if no region can have it
     */
    public static RegionId named(String value) {
        if (!HEX.matcher(value).matches()) {
            throw UnknownRegion.withSuchAnId();
        }
        return new RegionId(value);
    }
}
