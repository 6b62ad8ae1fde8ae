package org.natter.feedback.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.feedback.invitation.AttendanceId;

/**
 * Which kinds of library talked with which, in words: a cell's rate, its talks of its possible pairs, against the room's.
 *
 * <p>Below three quarters is less, to four thirds about as much, above more than the room made likely. A cell of under five
 * talks or five people, or with fewer than five people outside it, is left out. Source: measures, section 9.
 */
public record SectorGrid(List<Cell> cells) {

    private static final double LESS_BELOW = 0.75;
    private static final double AS_MUCH_TO = 4.0 / 3;
    private static final int TALKS = 5;

    public SectorGrid {
        cells = List.copyOf(cells);
    }

    /** How a cell's rate compares with the room's. */
    public enum Word {
        LESS,
        ABOUT_AS_MUCH,
        MORE
    }

    /** Two groups, the same twice for talks within one; an empty name is the rest. Talks of so many possible pairs. */
    public record Cell(String one, String other, long talks, long possible, double ratio) {

        public Word word() {
            if (ratio < LESS_BELOW) {
                return Word.LESS;
            }
            return ratio <= AS_MUCH_TO ? Word.ABOUT_AS_MUCH : Word.MORE;
        }
    }

    /** The cells that may be told, of groups in the order given, the rest last. */
    public static SectorGrid of(Crowd crowd, SectorGroups groups) {
        var group = crowd.guests().stream()
                .collect(Collectors.toMap(
                        Guest::attendance, guest -> groups.nameOf(guest.sector().name())));
        var names = Stream.concat(groups.named().keySet().stream(), Stream.of(""))
                .filter(group::containsValue)
                .toList();
        var rate = Ratio.of(crowd.reported().size(), crowd.possiblePairs());
        var cells = new ArrayList<Cell>();
        for (var one = 0; one < names.size(); one++) {
            for (var other = one; other < names.size(); other++) {
                var first = names.get(one);
                var second = names.get(other);
                var talks = crowd.reported().stream()
                        .filter(pair -> joins(
                                group.getOrDefault(pair.one(), ""),
                                group.getOrDefault(pair.other(), ""),
                                first,
                                second))
                        .toList();
                var people = new HashSet<AttendanceId>();
                talks.forEach(pair -> people.addAll(List.of(pair.one(), pair.other())));
                var sizeOfFirst = group.values().stream().filter(first::equals).count();
                var sizeOfSecond =
                        group.values().stream().filter(second::equals).count();
                var possible = one == other ? Crowd.pairsOf(sizeOfFirst) : sizeOfFirst * sizeOfSecond;
                if (talks.size() >= TALKS && Gate.lets(people.size(), crowd.people() - people.size())) {
                    cells.add(new Cell(
                            first, second, talks.size(), possible, talks.size() / (double) possible / rate.orElse(1)));
                }
            }
        }
        return new SectorGrid(cells);
    }

    private static boolean joins(String here, String there, String one, String other) {
        return here.equals(one) && there.equals(other) || here.equals(other) && there.equals(one);
    }
}
