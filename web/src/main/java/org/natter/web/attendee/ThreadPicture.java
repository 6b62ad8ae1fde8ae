package org.natter.web.attendee;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.HistoryApi.HowFar;

/**
 * A history drawn as threads, for one width: evenings are dots on a line, people are threads through the evenings they were
 * met at, an introduction leaves the thread of whoever introduced, what came of it is a star at its month.
 *
 * <p>The most telling people have a lane of their own above the line. All others are fine strands below it, and arcs from
 * evening to evening if they were met again, so that a hundred and fifty of them stay a picture. The same history always gives
 * the same picture.
 *
 * @param line where the line of evenings runs, from the top
 * @param unnamed how many people have a strand and no lane, so that their names are in words alone
 * @param missed how many more have a strand, since their names were missed
 */
record ThreadPicture(
        int width,
        int height,
        int line,
        List<Dot> dots,
        List<Lane> lanes,
        String strands,
        String arcs,
        List<Star> stars,
        int unnamed,
        int missed) {

    private static final int LEFT = 16;
    private static final int LANE = 30;
    private static final int TOP = 22;
    private static final int BELOW = 74;
    private static final double EVEN = 0.45;
    private static final int SHORTEST = 14;
    private static final int LABEL_EVERY = 44;
    private static final int MOST_STRANDS = 48;
    private static final int STAR = 9;

    /** An evening on the line; {@code month} and {@code year} are empty where there is no room or nothing new. */
    record Dot(int x, int size, String month, String year) {}

    /** How many people are drawn, with a name or without. */
    public int drawn() {
        return lanes.size() + unnamed;
    }

    /** Whom the strands stand for, in the key of the words for it. */
    public String strandsAre() {
        return unnamed == 0 ? "missed" : missed == 0 ? "others" : "both";
    }

    /** Somebody's thread: the line itself, what of it only leads on to a star, knots at later evenings, and the name. */
    record Lane(String path, String hope, List<Knot> knots, int x, int y, String name, boolean story) {

        @Override
        public String toString() {
            return "Lane[" + path + "]";
        }
    }

    record Knot(int x, int y) {}

    /** Something that came of it, as a five-pointed path. */
    record Star(String path) {}

    /** For a phone and for a wide screen; nothing before the first person and evening. */
    static List<ThreadPicture> of(History history) {
        var evenings = history.events().stream()
                .filter(evening -> evening.startsAt() != null && !evening.isUnnoted())
                .sorted(Comparator.comparing(ThreadPicture::startOf))
                .toList();
        return history.people().isEmpty() || evenings.isEmpty()
                ? List.of()
                : List.of(
                        new Loom(history, evenings, 340, 152, 7, 12).weave(),
                        new Loom(history, evenings, 960, 250, 9, 24).weave());
    }

    private static Instant startOf(Evening evening) {
        var at = evening.startsAt();
        return at == null ? Instant.EPOCH : at;
    }

    /** Somebody with where their thread begins and who led there. */
    private record Drawn(
            Acquaintance person,
            List<Integer> evenings,
            @Nullable AcquaintanceId introducedBy,
            List<Instant> stars) {

        boolean isStory(Set<AcquaintanceId> introducers) {
            return introducedBy != null || introducers.contains(person.person()) || !stars.isEmpty();
        }
    }

    /** Draws one history at one width. */
    private static final class Loom {

        private final History history;
        private final List<Evening> evenings;
        private final int width;
        private final int right;
        private final int mostLanes;
        private final int longestName;
        private final Map<Instant, Integer> at = new HashMap<>();
        private final Map<AcquaintanceId, Drawn> people = new LinkedHashMap<>();
        private final Set<AcquaintanceId> introducers = new HashSet<>();

        /** @param labels what a thread that bends away from the last evening needs for itself and for the longest name */
        Loom(History history, List<Evening> evenings, int width, int labels, int mostLanes, int longestName) {
            this.history = history;
            this.evenings = evenings;
            this.width = width;
            this.right = width - labels;
            this.mostLanes = mostLanes;
            this.longestName = longestName;
            place();
            draw();
            people.values().stream()
                    .map(Drawn::introducedBy)
                    .filter(by -> by != null && people.containsKey(by))
                    .forEach(introducers::add);
        }

        ThreadPicture weave() {
            var chosen = chosen();
            var line = TOP + chosen.size() * LANE;
            var lanes = new ArrayList<Lane>();
            var stars = new ArrayList<Star>();
            var branchAt = new HashMap<AcquaintanceId, Map<Integer, Integer>>();
            var heights = new HashMap<AcquaintanceId, Integer>();
            for (var row = 0; row < chosen.size(); row++) {
                heights.put(chosen.get(row).person().person(), line - (row + 1) * LANE);
            }
            for (var one : chosen) {
                lanes.add(lane(one, line, heights, branchAt, stars));
            }
            overheard(line, stars);
            var unnamed = laneless(chosen).stream()
                    .filter(one -> !one.evenings().isEmpty())
                    .count();
            return new ThreadPicture(
                    width,
                    line + BELOW,
                    line,
                    dots(),
                    lanes,
                    strands(chosen, line),
                    arcs(chosen, line),
                    stars,
                    (int) unnamed,
                    evenings.stream().mapToInt(Evening::others).sum());
        }

        /** Half by time, half evenly, so that what lies close together stays apart. */
        private void place() {
            var moments = Stream.concat(
                            evenings.stream().map(ThreadPicture::startOf),
                            history.outcomes().stream()
                                    .filter(outcome -> outcome.kind() != OutcomeKind.KEPT_IN_TOUCH)
                                    .map(outcome -> monthOf(outcome.year(), outcome.month())))
                    .distinct()
                    .sorted()
                    .toList();
            var first = moments.get(0).getEpochSecond();
            var span = Math.max(1, moments.get(moments.size() - 1).getEpochSecond() - first);
            for (var row = 0; row < moments.size(); row++) {
                var evenly = moments.size() == 1 ? 0.3 : (double) row / (moments.size() - 1);
                var byTime =
                        moments.size() == 1 ? 0.3 : (double) (moments.get(row).getEpochSecond() - first) / span;
                at.put(moments.get(row), (int)
                        Math.round(LEFT + (right - LEFT) * (EVEN * evenly + (1 - EVEN) * byTime)));
            }
        }

        private int x(int evening) {
            return at.getOrDefault(startOf(evenings.get(evening)), LEFT);
        }

        /** Everybody with the evenings they were met at, from one look at each evening. */
        private void draw() {
            var met = new HashMap<AcquaintanceId, List<Integer>>();
            var introducedBy = new HashMap<AcquaintanceId, AcquaintanceId>();
            for (var row = 0; row < evenings.size(); row++) {
                for (var side : evenings.get(row).people()) {
                    var rows = met.computeIfAbsent(side.person(), first -> new ArrayList<>());
                    if (rows.isEmpty() && side.introducedBy() != null) {
                        introducedBy.put(side.person(), side.introducedBy());
                    }
                    if (rows.isEmpty() || rows.get(rows.size() - 1) != row) {
                        rows.add(row);
                    }
                }
            }
            var stars = new HashMap<AcquaintanceId, List<Instant>>();
            history.outcomes().stream()
                    .filter(outcome -> outcome.kind() != OutcomeKind.KEPT_IN_TOUCH)
                    .forEach(outcome -> Set.copyOf(outcome.persons())
                            .forEach(person -> stars.computeIfAbsent(person, first -> new ArrayList<>())
                                    .add(monthOf(outcome.year(), outcome.month()))));
            for (var person : history.people()) {
                var id = person.person();
                people.put(
                        id,
                        new Drawn(
                                person,
                                met.getOrDefault(id, List.of()),
                                introducedBy.get(id),
                                stars.getOrDefault(id, List.of()).stream()
                                        .sorted()
                                        .toList()));
            }
        }

        /** Who has a lane, from the lowest up: those who came last below, then each introducer under whom they introduced. */
        private List<Drawn> chosen() {
            var best = people.values().stream()
                    .filter(one -> !one.evenings().isEmpty())
                    .sorted(Comparator.comparingInt(this::weight)
                            .reversed()
                            .thenComparing(one -> one.person().person().value()))
                    .limit(mostLanes)
                    .toList();
            var kept = best.stream().map(one -> one.person().person()).collect(Collectors.toSet());
            var rows = new ArrayList<Drawn>();
            best.stream()
                    .filter(one -> !one.isStory(introducers))
                    .sorted(Comparator.comparing((Drawn one) -> one.evenings().get(0))
                            .reversed())
                    .forEach(rows::add);
            best.stream()
                    .filter(one -> one.isStory(introducers))
                    .filter(one -> one.introducedBy() == null || !kept.contains(one.introducedBy()))
                    .sorted(Comparator.comparing((Drawn one) -> led(one, best))
                            .thenComparing(Comparator.comparing(
                                            (Drawn one) -> one.evenings().get(0))
                                    .reversed()))
                    .forEach(one -> withThoseIntroduced(one, best, rows));
            best.stream().filter(one -> !rows.contains(one)).forEach(rows::add); // a ring of introductions
            return rows;
        }

        private static boolean led(Drawn one, List<Drawn> best) {
            return best.stream().anyMatch(other -> one.person().person().equals(other.introducedBy()));
        }

        private static void withThoseIntroduced(Drawn one, List<Drawn> best, List<Drawn> rows) {
            if (!rows.contains(one)) {
                rows.add(one);
                best.stream()
                        .filter(other -> one.person().person().equals(other.introducedBy()))
                        .sorted(Comparator.comparing(
                                        (Drawn other) -> other.evenings().get(0))
                                .reversed())
                        .forEach(other -> withThoseIntroduced(other, best, rows));
            }
        }

        private int weight(Drawn one) {
            return one.stars().size() * 100
                    + (one.introducedBy() == null ? 0 : 40)
                    + (introducers.contains(one.person().person()) ? 40 : 0)
                    + (one.person().stage() == HowFar.KEPT_IN_TOUCH ? 20 : 0)
                    + Math.min(9, one.evenings().size() - 1) * 8
                    + (one.person().note().isEmpty() ? 0 : 5);
        }

        private Lane lane(
                Drawn one,
                int line,
                Map<AcquaintanceId, Integer> heights,
                Map<AcquaintanceId, Map<Integer, Integer>> branchAt,
                List<Star> stars) {
            var key = one.person().person();
            var first = one.evenings().get(0);
            var y = heights.getOrDefault(key, line);
            var from = x(first);
            var fromY = line;
            var by = one.introducedBy();
            if (by != null && branchAt.getOrDefault(by, Map.of()).containsKey(first)) {
                from = branchAt.getOrDefault(by, Map.of()).getOrDefault(first, from);
                fromY = heights.getOrDefault(by, line);
            }
            var bend = Math.max(12, Math.min(34, (next(from) - from) / 2));
            var up = from + bend;
            var branches = branchAt.computeIfAbsent(key, fresh -> new HashMap<>());
            branches.put(first, up);
            one.evenings().stream().skip(1).forEach(later -> branches.put(later, Math.max(up, x(later))));
            var last = Math.max(up, x(one.evenings().get(one.evenings().size() - 1)));
            var knots = one.evenings().stream()
                    .skip(1)
                    .map(later -> new Knot(Math.max(up, x(later)), y))
                    .toList();
            var end = Math.max(last, up + SHORTEST);
            var star = one.stars().stream()
                    .map(month -> Math.max(up + SHORTEST + STAR, at.getOrDefault(month, end)))
                    .toList();
            star.forEach(x -> stars.add(new Star(star(x, y))));
            var farthest = star.stream().max(Comparator.naturalOrder()).orElse(end);
            var path = "M%d %dC%d %d %d %d %d %dH%d"
                    .formatted(from, fromY, from + bend / 2, fromY, from + bend / 3, y, up, y, end);
            return new Lane(
                    path,
                    farthest > end ? "M%d %dH%d".formatted(end, y, farthest) : "",
                    knots,
                    Math.max(end, farthest) + (star.isEmpty() ? 12 : STAR + 6),
                    y + 5,
                    shortened(one.person()),
                    one.isStory(introducers));
        }

        /** The next moment on the line, or the end of it. */
        private int next(int x) {
            return at.values().stream()
                    .filter(other -> other > x)
                    .min(Comparator.naturalOrder())
                    .orElse(x + 68);
        }

        /** Something overheard came of nobody's thread and stands on the line itself. */
        private void overheard(int line, List<Star> stars) {
            history.outcomes().stream()
                    .filter(outcome -> outcome.kind() != OutcomeKind.KEPT_IN_TOUCH
                            && outcome.persons().isEmpty())
                    .map(outcome -> at.getOrDefault(monthOf(outcome.year(), outcome.month()), LEFT))
                    .forEach(x -> stars.add(new Star(star(x, line))));
        }

        private List<Dot> dots() {
            var dots = new ArrayList<Dot>();
            var gap = evenings.size() < 2 ? right : (right - LEFT) / (evenings.size() - 1);
            var size = Math.max(2, Math.min(7, gap / 3));
            var labelled = -LABEL_EVERY;
            var year = "";
            for (var row = 0; row < evenings.size(); row++) {
                var zone = evenings.get(row).zone();
                var month = YearMonth.from(startOf(evenings.get(row)).atZone(zone == null ? ZoneId.of("UTC") : zone));
                var room = x(row) - labelled >= LABEL_EVERY;
                var thisYear = Integer.toString(month.getYear());
                var said = room ? SpokenTime.month(month).substring(0, 3) : "";
                dots.add(new Dot(x(row), size, said, room && !thisYear.equals(year) ? thisYear : ""));
                if (room) {
                    labelled = x(row);
                    year = thisYear;
                }
            }
            return dots;
        }

        /** Everybody without a lane, and those whose names were missed, fanned out below their first evening. */
        private String strands(List<Drawn> chosen, int line) {
            var fresh = new int[evenings.size()];
            laneless(chosen).stream()
                    .filter(one -> !one.evenings().isEmpty())
                    .forEach(one -> fresh[one.evenings().get(0)]++);
            var path = new StringBuilder();
            for (var row = 0; row < evenings.size(); row++) {
                var count =
                        Math.min(MOST_STRANDS, fresh[row] + evenings.get(row).others());
                for (var strand = 0; strand < count; strand++) {
                    var angle = Math.PI * (strand + 1) / (count + 1);
                    var length = 17 + (strand % 3) * 5;
                    path.append('M')
                            .append(x(row))
                            .append(' ')
                            .append(line)
                            .append('l')
                            .append(Math.round(-length * Math.cos(angle)))
                            .append(' ')
                            .append(Math.round(length * Math.sin(angle)));
                }
            }
            return path.toString();
        }

        private List<Drawn> laneless(List<Drawn> chosen) {
            var laned = chosen.stream().map(one -> one.person().person()).collect(Collectors.toSet());
            return people.values().stream()
                    .filter(one -> !laned.contains(one.person().person()))
                    .toList();
        }

        /** From evening to evening, for those without a lane who were met again. */
        private String arcs(List<Drawn> chosen, int line) {
            var path = new StringBuilder();
            laneless(chosen).forEach(one -> {
                for (var row = 1; row < one.evenings().size(); row++) {
                    var start = x(one.evenings().get(row - 1));
                    var end = x(one.evenings().get(row));
                    path.append("M%d %dQ%d %d %d %d"
                            .formatted(
                                    start,
                                    line,
                                    (start + end) / 2,
                                    line + Math.min(56, 14 + (end - start) / 5),
                                    end,
                                    line));
                }
            });
            return path.toString();
        }

        /** A surname gives way to its initial; the owner's own words for somebody have none, and end with a whole word. */
        private String shortened(Acquaintance person) {
            var name = person.name();
            if (name.length() <= longestName) {
                return name;
            }
            var words = name.split(" ");
            if (words.length > 1 && person.labelled()) {
                var cut = name.substring(0, longestName);
                var end = cut.contains(" ") ? cut.lastIndexOf(' ') : longestName - 1;
                return cut.substring(0, end).replaceAll("[\\s,]+$", "") + "…";
            }
            var brief = words.length > 1 ? words[0] + " " + words[words.length - 1].charAt(0) : name;
            return brief.length() <= longestName ? brief : brief.substring(0, longestName - 1) + "…";
        }

        private static String star(int x, int y) {
            var path = new StringBuilder();
            for (var point = 0; point < 10; point++) {
                var angle = Math.PI * point / 5;
                var reach = point % 2 == 0 ? STAR : STAR * 0.42;
                path.append(point == 0 ? 'M' : 'L')
                        .append(String.format(
                                Locale.ROOT, "%.1f %.1f", x + reach * Math.sin(angle), y - reach * Math.cos(angle)));
            }
            return path.append('Z').toString();
        }

        private static Instant monthOf(int year, int month) {
            return YearMonth.of(year, month)
                    .atDay(15)
                    .atStartOfDay(ZoneId.of("UTC"))
                    .toInstant();
        }
    }
}
