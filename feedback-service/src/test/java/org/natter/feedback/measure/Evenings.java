package org.natter.feedback.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;

/** The two rooms of {@code docs/measures.md}, written down as they stand there. */
public final class Evenings {

    private static final String WINTER = """
            Asha PUBLIC -: Ben Cath Ella +1
            Ben PUBLIC -: Asha Gwen
            Cath UNIVERSITY -: Asha Dev Ella
            Dev UNIVERSITY -: Cath Finn
            Ella HEALTH new: Asha Cath
            Finn SCHOOL new: Hugh +2
            Gwen PUBLIC -
            Hugh HEALTH new
            """;
    private static final List<String> WINTER_KNEW = List.of("Asha Ben", "Cath Dev", "Ben Gwen", "Dev Gwen");

    private static final String HARVEST = """
            h01: 04 22
            h02: 03 05 09
            h03: 28
            h04: 01 08 13 21 25
            h06: 20 23 26
            h07: 05 19 22 25 +1
            h08: 04 18 +2
            h10: 09 14 15 16
            h11: 05 26 29
            h12: 14 18 +2
            h13: 12 +1
            h15: 10 17 23
            h16: 09 10 29 +1
            h17: 15 29 30
            h18: 08 12
            h19: 07 17 21 +1
            h20: 05 06 07
            h22: 01 07 09 28 +1
            h23: 06 15 28 29
            h24: 06 20
            h26: 06 09 11 23 25 29 +2
            h27: 04 +1
            h29: 04 11 15 16 17 23 26 +1
            """;
    private static final List<String> HARVEST_KNEW = List.of(
            "01 02 03 05 06 07 09",
            "14 15 16 17 19",
            "21 22 23 25 26",
            "01 03 11 16 22 26 29",
            "02 10 15 23 28",
            "06 11 17 21 28",
            "04 05",
            "13 19");
    private static final Set<Integer> HARVEST_NEWCOMERS = Set.of(4, 8, 12, 13, 18, 20, 24, 27, 30);

    private Evenings() {}

    /** Winter Warmer: eight people, six answers. */
    public static Crowd winterWarmer() {
        var guests = new ArrayList<Guest>();
        var voices = new ArrayList<Voice>();
        WINTER.lines().forEach(line -> {
            var words = line.split("[ :]+");
            guests.add(new Guest(id(words[0]), Sector.valueOf(words[1]), words[2].equals("new")));
            if (line.contains(":")) {
                voices.add(voice(words[0], Arrays.asList(words).subList(3, words.length), knew(WINTER_KNEW)));
            }
        });
        return new Crowd(guests, voices);
    }

    /** Harvest Supper: thirty people, 23 answers. */
    public static Crowd harvestSupper() {
        return harvest(writer -> true);
    }

    /** Harvest Supper with the answers of the first eighteen people only: fifteen of them. */
    public static Crowd earlyHarvest() {
        return harvest(writer -> Integer.parseInt(writer.substring(1)) <= 18);
    }

    /** How many pairs at Harvest Supper knew each other before. */
    public static Set<Pair> harvestKnew() {
        return knew(HARVEST_KNEW.stream().map(Evenings::hs).toList());
    }

    private static Crowd harvest(Predicate<String> answered) {
        var guests = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> new Guest(
                        id("h%02d".formatted(number)), harvestSector(number), HARVEST_NEWCOMERS.contains(number)))
                .toList();
        var voices = new ArrayList<Voice>();
        HARVEST.lines().forEach(line -> {
            var writer = line.substring(0, 3);
            if (answered.test(writer)) {
                voices.add(voice(writer, Arrays.asList(hs(line.substring(5)).split(" ")), harvestKnew()));
            }
        });
        return new Crowd(guests, voices);
    }

    private static Sector harvestSector(int number) {
        if (number <= 12) {
            return Sector.PUBLIC;
        }
        if (number <= 20) {
            return Sector.HEALTH;
        }
        if (number <= 26) {
            return Sector.UNIVERSITY;
        }
        return number <= 28 ? Sector.SCHOOL : Sector.ARCHIVE_OR_MUSEUM;
    }

    private static String hs(String numbers) {
        return numbers.replaceAll("(?<![+0-9])(\\d\\d)", "h$1");
    }

    private static Voice voice(String writer, List<String> words, Set<Pair> knew) {
        var unnamed = words.stream()
                .filter(word -> word.startsWith("+"))
                .mapToInt(Integer::parseInt)
                .sum();
        var named = words.stream()
                .filter(word -> !word.startsWith("+"))
                .map(word -> new Voice.Mention(id(word), knew.contains(Pair.of(id(writer), id(word)))))
                .toList();
        return new Voice(id(writer), named, unnamed, 0);
    }

    private static Set<Pair> knew(List<String> groups) {
        var pairs = new HashSet<Pair>();
        groups.stream().map(group -> group.split(" ")).forEach(group -> {
            for (var one : group) {
                for (var other : group) {
                    if (!one.equals(other)) {
                        pairs.add(Pair.of(id(one), id(other)));
                    }
                }
            }
        });
        return pairs;
    }

    /** An id that keeps the order of the names. */
    public static AttendanceId id(String name) {
        var hex = new StringBuilder();
        name.chars().forEach(letter -> hex.append("%02x".formatted(letter)));
        return new AttendanceId((hex + "0".repeat(32)).substring(0, 32));
    }

    /** A room of people with a sector each, of whom some pairs talked; nobody knew anybody. */
    static Crowd room(Map<String, Sector> sectors, List<String> talks) {
        var guests = sectors.entrySet().stream()
                .map(person -> new Guest(id(person.getKey()), person.getValue(), false))
                .toList();
        var byWriter = new LinkedHashMap<String, List<Voice.Mention>>();
        talks.stream()
                .map(talk -> talk.split("-"))
                .forEach(talk -> byWriter.computeIfAbsent(talk[0], writer -> new ArrayList<>())
                        .add(new Voice.Mention(id(talk[1]), false)));
        return new Crowd(
                guests,
                byWriter.entrySet().stream()
                        .map(said -> new Voice(id(said.getKey()), said.getValue(), 0, 0))
                        .toList());
    }
}
