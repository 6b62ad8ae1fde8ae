package org.natter.web.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that can be chosen, by continent and place, Europe first: each place once, under today's name.
 *
 * <p>The JDK knows a place by all names it ever had and says of none that it is an old one; {@code
 * former-time-zones.properties} does.
 */
public final class TimeZones {

    private static final String HOME = "Europe";
    private static final Set<String> CONTINENTS = Set.of(
            HOME, "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Indian", "Pacific");
    private static final Properties FORMER = former();
    private static final Map<String, List<Zone>> ALL = all(null);

    private TimeZones() {}

    /** One place whose clocks are meant. */
    public record Zone(String value, String words) {}

    /**
     * What can be chosen, with what is or was chosen if that is none of it: whatever stood in the form stands there still, a
     * place's old name among its continent's.
     */
    public static Map<String, List<Zone>> with(String chosen) {
        if (isOne(chosen)) {
            return isFormer(chosen) ? all(chosen) : ALL;
        }
        if (chosen.isEmpty()) {
            return ALL;
        }
        var all = new LinkedHashMap<String, List<Zone>>();
        all.put(chosen, List.of(new Zone(chosen, chosen)));
        all.putAll(ALL);
        return all;
    }

    /** Whether it is a place whose clocks there are, by whatever name. */
    public static boolean isOne(String zone) {
        return CONTINENTS.contains(zone.split("/", 2)[0])
                && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The name of a place: {@code Paris}, {@code Argentina, Buenos Aires}. */
    public static String place(String zone) {
        return zone.substring(zone.indexOf('/') + 1)
                .replace("/", ", ")
                .replace('_', ' ')
                .replace("DumontDUrville", "Dumont d'Urville");
    }

    /** Whether today's name is another, and known here: a JDK that is older than a name offers the place by what it knows. */
    private static boolean isFormer(String zone) {
        var today = FORMER.getProperty(zone);
        return today != null && ZoneId.getAvailableZoneIds().contains(today);
    }

    private static Map<String, List<Zone>> all(@Nullable String formerToo) {
        var all = new LinkedHashMap<String, List<Zone>>();
        all.put(HOME, new ArrayList<>());
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(id -> isOne(id) && (!isFormer(id) || id.equals(formerToo)))
                        .forEach(id -> all.computeIfAbsent(id.split("/", 2)[0], first -> new ArrayList<>())
                                .add(new Zone(id, place(id))));
        all.values().forEach(zones -> zones.sort(Comparator.comparing(Zone::words)));
        return all;
    }

    private static Properties former() {
        var former = new Properties();
        try (var names = TimeZones.class.getResourceAsStream("/former-time-zones.properties")) {
            former.load(names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return former;
    }
}
