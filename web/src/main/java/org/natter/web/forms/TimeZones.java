package org.natter.web.forms;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The time zones that can be chosen, by continent and place, Europe first. */
public final class TimeZones {

    private static final String HOME = "Europe";
    private static final Set<String> CONTINENTS = Set.of(
            HOME, "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Indian", "Pacific");
    private static final Map<String, List<Zone>> ALL = all();

    private TimeZones() {}

    /** One place whose clocks are meant. */
    public record Zone(String value, String words) {}

    /** What can be chosen, with what is or was chosen if that is no such place: whatever stood in the form stands there still. */
    public static Map<String, List<Zone>> with(String chosen) {
        if (chosen.isEmpty() || isOne(chosen)) {
            return ALL;
        }
        var all = new LinkedHashMap<String, List<Zone>>();
        all.put(chosen, List.of(new Zone(chosen, chosen)));
        all.putAll(ALL);
        return all;
    }

    /** Whether it is one of them. */
    public static boolean isOne(String zone) {
        return CONTINENTS.contains(zone.split("/", 2)[0])
                && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The name of a place: {@code Paris}, {@code Argentina, Buenos Aires}. */
    public static String place(String zone) {
        return zone.substring(zone.indexOf('/') + 1).replace("/", ", ").replace('_', ' ');
    }

    private static Map<String, List<Zone>> all() {
        var all = new LinkedHashMap<String, List<Zone>>();
        all.put(HOME, new ArrayList<>());
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(TimeZones::isOne)
                        .forEach(id -> all.computeIfAbsent(id.split("/", 2)[0], first -> new ArrayList<>())
                                .add(new Zone(id, place(id))));
        all.values().forEach(zones -> zones.sort(Comparator.comparing(Zone::words)));
        return all;
    }
}
