package org.natter.web.organiser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.natter.times.SpokenTime;
import org.natter.web.account.FirstName;
import org.natter.web.services.DoorApi.Attendee;

/**
 * What a tablet on the bar shows to the whole room: how many are here, who came in last, and when the others came. Of who
 * came by name only those who chose to be on the who-was-there list, by first name; newcomers as a number from five on, since
 * of fewer everybody would look for them, and ten minutes late, since it would rise together with a name.
 *
 * @param latest first names, the newest first
 * @param tens how many came in each ten minutes of the day, from the first of them to the last
 */
record ArrivalsPage(int here, int newcomers, List<String> latest, List<Ten> tens) {

    private static final int NAMES = 5;
    private static final int NEWCOMERS_FROM = 5;
    private static final int MINUTES = 10;

    /** So many bars stand beside each other on a tablet; of a longer day the last ones do. */
    private static final int BARS = 18;

    private static final Duration A_WHILE = Duration.ofMinutes(10);

    static ArrivalsPage of(List<Attendee> all, ZoneId zone, Instant now) {
        var here = all.stream().filter(one -> one.checkedInAt() != null).toList();
        var newcomers = (int) here.stream()
                .filter(Attendee::newcomer)
                .filter(one -> !arrival(one).isAfter(now.minus(A_WHILE)))
                .count();
        return new ArrivalsPage(
                here.size(),
                newcomers < NEWCOMERS_FROM ? 0 : newcomers,
                here.stream()
                        .filter(Attendee::listed)
                        .sorted(Comparator.comparing(ArrivalsPage::arrival).reversed())
                        .limit(NAMES)
                        .map(one -> FirstName.of(one.name()))
                        .toList(),
                tens(here.stream().map(ArrivalsPage::arrival), zone, now));
    }

    private static Instant arrival(Attendee here) {
        return Objects.requireNonNull(here.checkedInAt());
    }

    private static List<Ten> tens(Stream<Instant> arrivals, ZoneId zone, Instant now) {
        var people = new TreeMap<Instant, Integer>();
        var today = ArrivalWords.evening(now, zone);
        arrivals.filter(at -> ArrivalWords.evening(at, zone).equals(today))
                .forEach(at -> people.merge(ten(at, zone), 1, Integer::sum));
        if (people.isEmpty()) {
            return List.of();
        }
        var most = people.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        var all = new ArrayList<Ten>();
        for (var at = people.firstKey(); !at.isAfter(people.lastKey()); at = at.plus(MINUTES, ChronoUnit.MINUTES)) {
            all.add(new Ten(SpokenTime.in(zone).time(at), people.getOrDefault(at, 0), most));
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - BARS), all.size()));
    }

    private static Instant ten(Instant at, ZoneId zone) {
        var local = ZonedDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
        return local.minusMinutes(local.getMinute() % MINUTES).toInstant();
    }

    /**
     * Ten minutes of the day.
     *
     * @param from when they began, such as "6:40pm"
     * @param most how many came in the fullest ten minutes
     */
    record Ten(String from, int people, int most) {

        /** The bar's height, in per cent of the highest. */
        public int height() {
            return people * 100 / most;
        }
    }
}
