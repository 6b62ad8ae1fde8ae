package org.natter.local.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.web.services.Sector;

/** The forty people of the story, and delegates for its conferences. All names are invented. */
final class Cast {

    private static final Map<String, Guest> FORTY = List.of(
                    people(Sector.PUBLIC, "Fenbridge Library", "Tobias Quill", "Marguerite Oake", "Nia Fairbrother"),
                    people(
                            Sector.PUBLIC,
                            "Cam Valley Libraries",
                            "Callum Dray",
                            "Odette Sparrow",
                            "Hamid Rook",
                            "Jean Tilley"),
                    people(Sector.PUBLIC, "Wickenford Library", "Ruth Sedge", "Benedict Lode", "Asha Merrow"),
                    people(
                            Sector.UNIVERSITY,
                            "Cam University",
                            "Amara Teal",
                            "Piotr Wicken",
                            "Iseult Farrow",
                            "Kofi Bulrush"),
                    people(
                            Sector.UNIVERSITY,
                            "Fen University",
                            "Daniel Ousely",
                            "Mei Lapwing",
                            "Rosalind Carr",
                            "Hugo Staithe"),
                    people(
                            Sector.COLLEGE,
                            "Sedge College",
                            "Wren Hadley",
                            "Lowri Penfold",
                            "Samir Marsh",
                            "Joan Bittern"),
                    List.of(new Guest("Hester Vane", Sector.COLLEGE, "Sedge College", false)),
                    people(Sector.SCHOOL, "Lode School", "Ellis Marchbank", "Fatima Heron", "Gwen Causeway"),
                    people(Sector.SCHOOL, "Drove School", "Leo Withy", "Anneke Polder"),
                    people(
                            Sector.HEALTH,
                            "Fenbridge Hospital",
                            "Iona Stroud",
                            "Conor Mere",
                            "Beatrix Slade",
                            "Yusuf Plover"),
                    people(Sector.PRISON, "Marsh End", "Cormac Fenn", "Della Warboys"),
                    people(Sector.ARCHIVE_OR_MUSEUM, "County Record Office", "Edith Parchment", "Oskar Thorney"),
                    people(Sector.LAW_OR_BUSINESS, "Tansley Partners", "Vivien Tansley"),
                    people(Sector.STUDENT, "Cam Students", "Jory Eastrea", "Zainab Coates"),
                    people(Sector.BETWEEN_JOBS_OR_RETIRED, "At Home", "Maurice Tydd"))
            .stream()
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Guest::name, Function.identity()));

    private static final String[] FIRST = {
        "Ada",
        "Bryn",
        "Carys",
        "Dilip",
        "Elin",
        "Farah",
        "Gethin",
        "Hana",
        "Idris",
        "Jonas",
        "Kezia",
        "Lachlan",
        "Marta",
        "Noor",
        "Orla",
        "Pavel",
        "Quentin",
        "Rhona",
        "Stellan",
        "Tamsin",
        "Una",
        "Viggo",
        "Winifred",
        "Xanthe",
        "Yara"
    };
    private static final String[] LAST = {
        "Alder", "Brecks", "Cotter", "Dunlin", "Eddy", "Fleet", "Gault", "Hythe", "Islip", "Jessop", "Knapwell", "Lark"
    };
    private static final String[] PLACES = {
        "Sallowmere",
        "Marlbeck",
        "Osierton",
        "Thornlode",
        "Eelby",
        "Fenwickham",
        "Reedingham",
        "Ashlode",
        "Willowhithe",
        "Cressbridge"
    };
    private static final Map<Sector, String> KINDS = Map.of(
            Sector.PUBLIC, "Library",
            Sector.UNIVERSITY, "University",
            Sector.COLLEGE, "College",
            Sector.SCHOOL, "School",
            Sector.HEALTH, "Hospital",
            Sector.GOVERNMENT, "Council",
            Sector.OTHER, "Bookshop");
    private static final Sector[] SECTORS = {
        Sector.PUBLIC,
        Sector.PUBLIC,
        Sector.PUBLIC,
        Sector.UNIVERSITY,
        Sector.UNIVERSITY,
        Sector.COLLEGE,
        Sector.SCHOOL,
        Sector.HEALTH,
        Sector.GOVERNMENT,
        Sector.OTHER
    };

    private Cast() {}

    /** One of the forty. */
    static Guest one(String name) {
        var guest = FORTY.get(name);
        if (guest == null) {
            throw new IllegalArgumentException(name + " is not in the story.");
        }
        return guest;
    }

    /** Some of the forty, in the order given. */
    static List<Guest> some(String... names) {
        return List.of(names).stream().map(Cast::one).toList();
    }

    /** All of the forty but the ones given, by name. */
    static List<Guest> allBut(String... names) {
        var without = List.of(names);
        return FORTY.values().stream()
                .filter(guest -> !without.contains(guest.name()))
                .sorted(Comparator.comparing(Guest::name))
                .toList();
    }

    /** The first so many delegates, the same ones each time; up to 300. */
    static List<Guest> delegates(int count) {
        var random = new Random(20_251_113);
        var delegates = new ArrayList<Guest>();
        for (int i = 0; i < count; i++) {
            var first = i % FIRST.length;
            var name = FIRST[first] + " " + LAST[(i / FIRST.length + 7 * first + 3) % LAST.length];
            var sector = SECTORS[random.nextInt(SECTORS.length)];
            var place = PLACES[(i + i / FIRST.length) % PLACES.length];
            delegates.add(new Guest(name, sector, place + " " + KINDS.get(sector), random.nextInt(10) < 7));
        }
        return delegates;
    }

    private static List<Guest> people(Sector sector, String organisation, String... names) {
        return List.of(names).stream()
                .map(name -> new Guest(name, sector, organisation, true))
                .toList();
    }
}
