package org.natter.event.region;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One group of volunteers, its name and the time zone its events are usually held in. The name has 1 to 80 characters
 * on one line; the zone is a named one of the tz database, never a bare offset.
 */
public record Region(RegionId id, String name, ZoneId zone) {

    static final int LONGEST_NAME = 80;
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

    /**
     * A region as somebody typed it in.
     *
     * @throws UnfitRegion with everything that is wrong, in the order of the form
     */
    public static Region asTyped(RegionId id, String name, String zone) {
        String oneLine = name.strip().replaceAll("\\s+", " ");
        List<RegionFlaw> flaws = new ArrayList<>();
        if (oneLine.isEmpty()) {
            flaws.add(RegionFlaw.NAME_MISSING);
        }
        if (oneLine.length() > LONGEST_NAME) {
            flaws.add(RegionFlaw.NAME_TOO_LONG);
        }
        if (!isNamedZone(zone)) {
            flaws.add(RegionFlaw.ZONE_UNKNOWN);
        }
        if (!flaws.isEmpty()) {
            throw UnfitRegion.because(flaws);
        }
        return new Region(id, oneLine, ZoneId.of(zone));
    }
}
