package org.natter.event.region;

import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * One group of volunteers, its name and the time zone its events are usually held in. The name has 1 to 80 characters
 * on one line; the zone is a named one of the tz database, never a bare offset.
 */
public record Region(RegionId id, String name, ZoneId zone) {

    public static final int LONGEST_NAME = 80;
    private static final Pattern ZONE_ON_THE_WIRE = Pattern.compile("[A-Za-z_]+(/[A-Za-z0-9_+-]+)*");
    private static final int LONGEST_ZONE = 40;

    /**
     * Whether this is a zone id that messages can carry.
     *
     * @return true for names of the tz database such as {@code Europe/London}
     */
    public static boolean isNamedZone(String zone) {
        return zone.length() <= LONGEST_ZONE
                && ZONE_ON_THE_WIRE.matcher(zone).matches()
                && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** @throws IllegalArgumentException if the name has not 1 to 80 characters or the zone is none of those */
    public Region {
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME || !isNamedZone(zone.getId())) {
            throw new IllegalArgumentException("No region");
        }
    }
}
