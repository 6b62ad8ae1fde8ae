package org.natter.local.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.EventApi.EventKind;

/**
 * Ten years of a region as its people might tell them: who came to which evening, and whom they said they met there. The same
 * for the same seed. All names are invented.
 *
 * <p>Evenings are of 20 to 60 people, one a year is a conference of 300. Most people come once; some come for years, up to 60
 * times. Two people who spoke at one evening are two encounters, one of each, whichever of them said so.
 */
final class RegionOnPaper {

    static final int YEARS = 10;

    private static final int CONFERENCE = 300;
    private static final int SMALLEST = 20;
    private static final int LARGEST = 60;
    private static final int ONE_ROOM = 14;
    private static final int MOST_EVENINGS = 60;
    private static final int WITH_A_CIRCLE = 4;
    private static final int CIRCLE = 150;
    private static final int ANSWERED = 85; // of a hundred who came
    private static final int SAID_BY_BOTH = 20; // of a hundred pairs

    /** Somebody who comes. */
    record Somebody(String id, Guest guest) {}

    /** What became of somebody's place. */
    enum Became {
        CAME,
        MISSED,
        CANCELLED
    }

    /** Somebody's place at an evening. */
    record Place(
            Somebody who,
            String attendance,
            boolean newcomer,
            Became became,
            @Nullable Said said) {

        boolean came() {
            return became == Became.CAME;
        }
    }

    /** What somebody answered; {@code met} may be empty. */
    record Said(int worthComing, int feltWelcome, List<Side> met) {}

    /** Somebody named in an answer, by the number of their place. */
    record Side(int place, String before, String talk, String again) {}

    /** One evening; the first two who came are its hosts. */
    record Evening(String id, EventKind kind, String title, LocalDate day, List<Place> places) {

        List<Place> hosts() {
            return places.stream().filter(Place::came).limit(2).toList();
        }
    }

    final List<Evening> evenings = new ArrayList<>();
    final List<Somebody> people = new ArrayList<>();
    private final Random random;

    private RegionOnPaper(long seed) {
        random = new Random(seed);
    }

    /** One small evening with everything in it: answered, silent, missed, cancelled. */
    static RegionOnPaper ofOneEvening(LocalDate day) {
        var paper = new RegionOnPaper(1);
        paper.meet(ONE_ROOM);
        var room = IntStream.range(0, ONE_ROOM).boxed().toList();
        paper.evenings.add(paper.evening(1, EventKind.SOCIAL, day, room, new HashSet<>(), 20, true));
        return paper;
    }

    /** So many evenings from the one day to the other, with about so many encounters. */
    static RegionOnPaper of(long seed, int events, int people, int encounters, LocalDate from, LocalDate until) {
        var paper = new RegionOnPaper(seed);
        paper.meet(people);
        paper.live(events, encounters, from, until);
        return paper;
    }

    int places() {
        return evenings.stream().mapToInt(evening -> evening.places().size()).sum();
    }

    /** The names in all answers. */
    int named() {
        return evenings.stream()
                .flatMap(evening -> evening.places().stream())
                .mapToInt(place -> place.said() == null ? 0 : place.said().met().size())
                .sum();
    }

    /** Encounters, counted. */
    int encounters() {
        var all = 0;
        for (var evening : evenings) {
            var pairs = new HashSet<Long>();
            for (var one = 0; one < evening.places().size(); one++) {
                var said = evening.places().get(one).said();
                if (said != null) {
                    for (var side : said.met()) {
                        pairs.add(pair(one, side.place()));
                    }
                }
            }
            all += 2 * pairs.size();
        }
        return all;
    }

    /** Who came most often of those who have their circle, with how many evenings. */
    Map.Entry<Somebody, Integer> busiest() {
        var came = new HashMap<Somebody, Integer>();
        evenings.forEach(evening -> evening.places().stream()
                .filter(place ->
                        place.came() && people.subList(0, WITH_A_CIRCLE).contains(place.who()))
                .forEach(place -> came.merge(place.who(), 1, Integer::sum)));
        return Collections.max(came.entrySet(), Map.Entry.comparingByValue());
    }

    String id() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void meet(int count) {
        var delegates = Cast.delegates(CONFERENCE);
        var first = delegates.stream()
                .map(one -> one.name().split(" ")[0])
                .distinct()
                .toList();
        var last = delegates.stream()
                .map(one -> one.name().split(" ")[1])
                .distinct()
                .toList();
        for (var number = 0; number < count; number++) {
            var like = delegates.get(random.nextInt(delegates.size()));
            var name = new StringBuilder(first.get(number % first.size()));
            for (int rest = number / first.size(), names = 0; rest > 0 || names == 0; rest /= last.size(), names++) {
                name.append(' ').append(last.get(rest % last.size()));
            }
            people.add(new Somebody(id(), new Guest(name.toString(), like.sector(), like.organisation(), true)));
        }
        if (people.stream().map(one -> one.guest().email()).distinct().count() < count) {
            throw new IllegalStateException("Two people have one address");
        }
    }

    private void live(int events, int encounters, LocalDate from, LocalDate until) {
        var sizes = new int[events];
        for (var number = 0; number < events; number++) {
            sizes[number] = isConference(number, events)
                    ? Math.min(CONFERENCE, people.size() / 2)
                    : SMALLEST + random.nextInt(LARGEST - SMALLEST + 1);
        }
        var all = IntStream.of(sizes).sum();
        var rooms = rooms(sizes, all);
        var days = ChronoUnit.DAYS.between(from, until);
        var seen = new HashSet<Integer>();
        var owed = 0.0;
        for (var number = 0; number < events; number++) {
            owed += encounters / 2.0 * sizes[number] / all;
            var evening = evening(
                    number + 1,
                    isConference(number, events) ? EventKind.CONFERENCE : EventKind.SOCIAL,
                    from.plusDays(days * number / Math.max(1, events - 1)),
                    rooms.get(number),
                    seen,
                    (int) Math.round(owed),
                    false);
            owed -= pairsOf(evening);
            evenings.add(evening);
        }
    }

    private static int pairsOf(Evening evening) {
        var pairs = new HashSet<Long>();
        for (var one = 0; one < evening.places().size(); one++) {
            var said = evening.places().get(one).said();
            if (said != null) {
                for (var side : said.met()) {
                    pairs.add(pair(one, side.place()));
                }
            }
        }
        return pairs.size();
    }

    private static boolean isConference(int number, int events) {
        var aYear = Math.max(1, events / YEARS);
        return number % aYear == aYear / 2;
    }

    /** Everybody comes once as far as there is room; what is left over is filled by those who come for years. */
    private List<List<Integer>> rooms(int[] sizes, int all) {
        var regulars = Math.max(MOST_EVENINGS, people.size() / 20);
        var left = new ArrayList<Integer>();
        for (var one = regulars; one < people.size(); one++) {
            left.add(one);
        }
        Collections.shuffle(left, random);
        var come = new int[people.size()];
        var rooms = new ArrayList<List<Integer>>();
        var rest = all;
        for (var size : sizes) {
            var room = new LinkedHashSet<Integer>();
            var once = Math.min(size, (int) Math.round((double) left.size() * size / rest));
            for (var one = 0; one < once && !left.isEmpty(); one++) {
                room.add(left.remove(left.size() - 1));
            }
            rest -= size;
            // the lower the number, the more often: the first few come to everything until they have come often enough
            for (var tries = 0; room.size() < size; tries++) {
                var one = tries < 4 * size
                        ? (int) (regulars * Math.pow(random.nextDouble(), 3))
                        : random.nextInt(people.size());
                if (come[one] < MOST_EVENINGS && room.add(one)) {
                    come[one]++;
                }
            }
            rooms.add(List.copyOf(room));
        }
        return rooms;
    }

    private Evening evening(
            int number, EventKind kind, LocalDate day, List<Integer> room, Set<Integer> seen, int pairs, boolean all) {
        var became = new ArrayList<Became>();
        for (var one = 0; one < room.size(); one++) {
            var chance = all ? 100 * one / room.size() : random.nextInt(100);
            became.add(chance < 85 ? Became.CAME : chance < 92 ? Became.MISSED : Became.CANCELLED);
        }
        var came = IntStream.range(0, room.size())
                .filter(one -> became.get(one) == Became.CAME)
                .boxed()
                .toList();
        var answered = new HashSet<Integer>();
        for (var one : came) {
            if (all ? one % 3 != 2 : random.nextInt(100) < ANSWERED) {
                answered.add(one);
            }
        }
        var met = new HashMap<Integer, List<Side>>();
        var told = new HashSet<Long>();
        for (var tries = 0; told.size() < pairs && tries < 20 * pairs && came.size() > 1; tries++) {
            var one = came.get(random.nextInt(came.size()));
            var two = came.get(random.nextInt(came.size()));
            if (one.equals(two)
                    || isStrange(room.get(one), room.get(two))
                    || isStrange(room.get(two), room.get(one))
                    || !answered.contains(one)
                    || !told.add(pair(one, two))) {
                continue;
            }
            met.computeIfAbsent(one, first -> new ArrayList<>()).add(side(two));
            if (answered.contains(two) && random.nextInt(100) < SAID_BY_BOTH) {
                met.computeIfAbsent(two, first -> new ArrayList<>()).add(side(one));
            }
        }
        var places = new ArrayList<Place>();
        for (var one = 0; one < room.size(); one++) {
            var said = answered.contains(one)
                    ? new Said(3 + random.nextInt(3), 3 + random.nextInt(3), newFirst(met.getOrDefault(one, List.of())))
                    : null;
            places.add(new Place(people.get(room.get(one)), id(), seen.add(room.get(one)), became.get(one), said));
        }
        var title = kind == EventKind.CONFERENCE ? "Conference " + day.getYear() : "Pub evening " + number;
        return new Evening(id(), kind, title, day, places);
    }

    /** A few who come to everything speak with those they have always spoken with. */
    private static boolean isStrange(int one, int other) {
        return one < WITH_A_CIRCLE && other >= CIRCLE;
    }

    /** As the form has them: whom they met for the first time, then whom they knew. */
    private static List<Side> newFirst(List<Side> met) {
        var sorted = new ArrayList<Side>();
        met.stream().filter(side -> side.before().equals("NEW")).forEach(sorted::add);
        met.stream().filter(side -> !side.before().equals("NEW")).forEach(sorted::add);
        return sorted;
    }

    private Side side(int place) {
        return new Side(
                place,
                random.nextInt(3) > 0 ? "NEW" : random.nextBoolean() ? "BIT" : "WELL",
                random.nextInt(4) > 0 ? "CHAT" : "USEFUL",
                random.nextInt(3) > 0 ? "YES" : "MAYBE");
    }

    private static long pair(int one, int two) {
        return (long) Math.min(one, two) << 32 | Math.max(one, two);
    }
}
