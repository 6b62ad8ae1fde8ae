package org.natter.local.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A region's two years, made from a seed: who came where, what everybody said and when, what came of it, and what they kept in
 * their own histories. Plain names and words, nothing of any service; a person is their name.
 */
final class PlainRegion {

    static final String NOT_SAID = "NOT_SAID";
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 14);
    private static final int DAYS_APART = 60;
    private static final List<String> SECTORS = List.of(
            "PUBLIC", "PUBLIC", "PUBLIC", "UNIVERSITY", "UNIVERSITY", "HEALTH", "COLLEGE", "SCHOOL", "PRISON", "OTHER");
    private static final List<String> KNOWN = List.of("NONE", "A_FEW", "ABOUT_HALF", "MOST", NOT_SAID);
    private static final List<String> FAMILIAR =
            List.of("NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY", NOT_SAID);
    static final List<String> KINDS =
            List.of("KEPT_IN_TOUCH", "INTRODUCED_ON", "ADVICE", "VISIT", "HELPED", "JOB", "WORKED_TOGETHER", "OTHER");
    private static final List<String> REASONS =
            List.of("COVER_AT_WORK", "COVER_AT_WORK", "CARING", "CARING", "TIME", "HEALTH", "OTHER", NOT_SAID);

    /** How somebody stands at an event; the sector is as on that day. */
    record Place(String sector, boolean newcomer, boolean listed, boolean walkedIn) {}

    /** One side: a person by name, or a label by its words. */
    record Side(String who, boolean label, String before, String talk, String again, String introducedBy) {}

    record Answer(
            int worthComing,
            int feltWelcome,
            List<Side> met,
            Map<String, Integer> others,
            String knownBefore,
            String familiar,
            String company,
            boolean changed,
            boolean sent) {}

    /** What came of it: told while the form was open (0), or three or nine months after. Nobody credited: overheard. */
    record Came(
            String id,
            String writer,
            int event,
            int toldAfter,
            String kind,
            String direction,
            YearMonth month,
            List<Side> credited) {}

    /** One event and everything that was said of it. */
    static final class Event {

        final int number;
        final LocalDate day;
        final String title;
        final List<String> hosts = new ArrayList<>();
        final Map<String, Place> places = new LinkedHashMap<>();
        final Map<String, String> cancelled = new LinkedHashMap<>();
        final Set<String> undone = new LinkedHashSet<>();
        final Set<String> here = new LinkedHashSet<>();
        final Set<String> unlistedSoon = new LinkedHashSet<>();
        final Set<String> unlistedLater = new LinkedHashSet<>();
        final Map<String, Answer> answers = new LinkedHashMap<>();
        /** What some said at first, and changed on the last days of the form. */
        final Map<String, Answer> early = new LinkedHashMap<>();
        /** Somebody who has gone off the list, whom one who never named them would name now. */
        final Map<String, String> wouldName = new LinkedHashMap<>();
        /** Who would say more once the form has closed, or say anything at all. */
        final Set<String> tooLate = new LinkedHashSet<>();

        final List<String> comments = new ArrayList<>();

        Event(int number) {
            this.number = number;
            this.day = FIRST_DAY.plusDays((long) DAYS_APART * number);
            this.title = "Evening " + (number + 1);
        }

        List<Side> sidesOf(String writer) {
            var answer = answers.get(writer);
            return answer == null ? List.of() : answer.met();
        }

        /**
         * What counts for an organiser: the answers of those who were known to have come when they were asked. Here more than a
         * fifth always are; whoever else was asked, and answers, keeps it in their own history.
         */
        Map<String, Answer> counted() {
            var counted = new LinkedHashMap<>(answers);
            counted.keySet().retainAll(here);
            return counted;
        }

        boolean names(String writer, String whom) {
            return sidesOf(writer).stream()
                    .anyMatch(side -> !side.label() && side.who().equals(whom));
        }

        String sectorOf(String person) {
            var place = places.get(person);
            return place == null ? NOT_SAID : place.sector();
        }
    }

    final List<String> people = new ArrayList<>();
    final Map<String, String> sectors = new TreeMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Came> outcomes = new ArrayList<>();
    final PlainNotebooks notebooks;

    private final Random random;
    private int ids;
    private int turn;

    private PlainRegion(long seed) {
        random = new Random(seed);
        notebooks = new PlainNotebooks(this, random);
    }

    static PlainRegion of(long seed, int people, int events) {
        var region = new PlainRegion(seed);
        region.make(people, events);
        return region;
    }

    private void make(int many, int rooms) {
        for (var one = 0; one < many; one++) {
            var name = "Pip " + letters(one);
            people.add(name);
            sectors.put(name, any(SECTORS));
        }
        for (var number = 0; number < rooms; number++) {
            var event = new Event(number);
            fill(event, many);
            events.add(event);
        }
        for (var event : events) {
            tell(event);
        }
        notebooks.fill(Math.max(70, many / 2));
    }

    // ---- who came ----

    private void fill(Event event, int many) {
        var size = event.number % 5 == 3 ? 13 : Math.min(many * 2 / 3, 26 + 8 * random.nextInt(8));
        var regulars = Math.max(14, many / 5);
        var booked = new LinkedHashSet<>(people.subList(0, 3)); // the hosts
        while (booked.size() < size) {
            booked.add(people.get(random.nextBoolean() ? random.nextInt(regulars) : turn++ % many));
        }
        for (var name : booked) {
            event.places.put(name, place(name, false));
        }
        for (var name : booked) {
            var chance = random.nextInt(16);
            if (event.hosts.size() < (event.number % 5 == 3 ? 5 : 3)) {
                event.hosts.add(name); // where five of thirteen host, nobody is left out
                event.here.add(name);
            } else if (chance == 0 || chance < 4 && event.number == 2) {
                event.cancelled.put(name, any(REASONS));
            } else if (chance == 1) {
                event.undone.add(name);
            } else if (chance > 2) {
                event.here.add(name);
            }
        }
        for (var walkIns = 0; walkIns < 2; walkIns++) {
            var name = people.get(random.nextInt(many));
            if (!event.places.containsKey(name)) {
                event.places.put(name, place(name, true));
                event.here.add(name);
            }
        }
        event.cancelled.keySet().forEach(event.places::remove);
    }

    private Place place(String name, boolean walkedIn) {
        var sector = random.nextInt(12) == 0 ? any(SECTORS) : sectors.getOrDefault(name, NOT_SAID);
        return new Place(sector, random.nextInt(4) == 0, random.nextInt(8) > 0, walkedIn);
    }

    // ---- what they said ----

    private void tell(Event event) {
        var listed = event.places.keySet().stream()
                .filter(name -> event.places.get(name).listed())
                .toList();
        var silent = event.number == 5 ? 8 : 3;
        for (var writer : event.places.keySet()) {
            var asked = event.here.contains(writer) || random.nextInt(6) == 0;
            if (asked && random.nextInt(10) >= silent) {
                event.answers.put(writer, answer(event, writer, listed));
            }
        }
        for (var name : event.here) {
            var place = event.places.get(name);
            if (place.listed() && !place.walkedIn() && random.nextInt(6) == 0) {
                (random.nextBoolean() ? event.unlistedSoon : event.unlistedLater).add(name);
            }
            if (random.nextInt(6) == 0) {
                event.tooLate.add(name);
            }
        }
        event.answers.forEach((writer, answer) -> {
            if (random.nextInt(3) == 0) {
                var early = early(event, writer, answer, listed);
                event.early.put(writer, early);
                event.unlistedSoon.stream()
                        .filter(name -> !name.equals(writer) && !names(early, name))
                        .findFirst()
                        .ifPresent(name -> event.wouldName.put(writer, name));
            }
        });
        event.answers.keySet().stream()
                .limit(event.number % 2 == 0 ? 7 : 3)
                .forEach(writer -> event.comments.add("Words of " + writer));
        event.answers.forEach((writer, answer) -> {
            if (!answer.met().isEmpty()) {
                cameOf(event, writer, answer);
            }
        });
    }

    private static boolean names(Answer answer, String name) {
        return answer.met().stream()
                .anyMatch(side -> !side.label() && side.who().equals(name)
                        || side.introducedBy().equals(name));
    }

    /** What somebody said at first: of some people otherwise, some not yet, and one who was ticked by mistake. */
    private Answer early(Event event, String writer, Answer last, List<String> listed) {
        var met = new ArrayList<Side>();
        for (var side : last.met()) {
            var needed = event.unlistedSoon.contains(side.who()) || event.unlistedSoon.contains(side.introducedBy());
            if (needed || random.nextInt(5) > 0) {
                met.add(random.nextInt(3) == 0 ? otherwise(side) : side);
            }
        }
        if (!listed.isEmpty() && random.nextBoolean()) {
            var mistaken = any(listed);
            if (!mistaken.equals(writer) && !event.names(writer, mistaken)) {
                var said = !last.met().isEmpty() && !last.met().get(0).talk().equals(NOT_SAID);
                met.add(new Side(mistaken, false, "WELL", said ? "CHAT" : NOT_SAID, said ? "YES" : NOT_SAID, ""));
            }
        }
        return new Answer(
                1 + random.nextInt(5),
                random.nextInt(6),
                List.copyOf(met),
                random.nextBoolean() ? last.others() : Map.of("HEALTH", 2),
                any(KNOWN),
                any(FAMILIAR),
                company(event, writer),
                false,
                last.sent() && random.nextBoolean());
    }

    private static Side otherwise(Side side) {
        var said = !side.talk().equals(NOT_SAID);
        return new Side(
                side.who(),
                side.label(),
                side.before().equals("NEW") ? "WELL" : "NEW",
                said ? side.talk().equals("CHAT") ? "USEFUL" : "CHAT" : NOT_SAID,
                said ? side.again().equals("YES") ? "MAYBE" : "YES" : NOT_SAID,
                side.introducedBy());
    }

    private Answer answer(Event event, String writer, List<String> listed) {
        var met = new LinkedHashMap<String, Side>();
        var kindSaid = random.nextInt(5) > 0;
        for (var tick = listed.isEmpty() ? 0 : random.nextInt(8); tick > 0; tick--) {
            var other = any(listed);
            if (!other.equals(writer)) {
                met.put(other, side(event, writer, other, false, kindSaid, listed));
            }
        }
        if (random.nextInt(4) == 0) {
            var label = label(event, writer);
            if (!met.containsKey(label)) {
                met.put(label, side(event, writer, label, true, kindSaid, listed));
            }
        }
        var others = new TreeMap<String, Integer>();
        if (random.nextInt(3) == 0) {
            others.put(
                    random.nextInt(3) == 0 ? NOT_SAID : any(SECTORS),
                    1 + random.nextInt(random.nextInt(9) == 0 ? 40 : 3));
        }
        var inOrder = new ArrayList<>(met.values());
        inOrder.sort((one, two) ->
                Boolean.compare(!one.before().equals("NEW"), !two.before().equals("NEW"))); // step 2, then step 3
        return new Answer(
                1 + random.nextInt(5),
                random.nextInt(6),
                List.copyOf(inOrder),
                others,
                any(KNOWN),
                any(FAMILIAR),
                company(event, writer),
                random.nextInt(4) == 0,
                random.nextInt(5) > 0);
    }

    /** Some always say how they came, some never; those who say it come alone and with colleagues by turns. */
    private static String company(Event event, String writer) {
        return writer.length() % 3 == 0 ? NOT_SAID : event.number % 2 == 0 ? "ALONE" : "WITH_COLLEAGUES";
    }

    /** Own words; such as others use too for whom they met, and now and then somebody's very name. */
    private String label(Event event, String writer) {
        return switch (random.nextInt(4)) {
            case 0 -> "Scarf of " + writer + " at " + event.number;
            case 1 -> any(people);
            default -> "Red scarf";
        };
    }

    private Side side(Event event, String writer, String who, boolean label, boolean kindSaid, List<String> listed) {
        var introducer = any(listed);
        var introduced = kindSaid
                && random.nextInt(4) == 0
                && !introducer.equals(who)
                && !introducer.equals(writer)
                && event.places.containsKey(introducer);
        return new Side(
                who,
                label,
                any(List.of("NEW", "NEW", "NEW", "BIT", "WELL")),
                kindSaid ? any(List.of("CHAT", "CHAT", "USEFUL")) : NOT_SAID,
                kindSaid ? any(List.of("YES", "YES", "MAYBE")) : NOT_SAID,
                introduced ? introducer : "");
    }

    private void cameOf(Event event, String writer, Answer answer) {
        var chance = random.nextInt(event.number == 0 ? 3 : 4);
        if (chance > 0) {
            return;
        }
        var told = List.of(0, 3, 3, 9).get(random.nextInt(4));
        var side = answer.met().get(random.nextInt(answer.met().size()));
        var overheard = random.nextInt(8) == 0;
        var credited = new ArrayList<Side>();
        if (!overheard) {
            credited.add(side);
        }
        var month = YearMonth.from(event.day).plusMonths(told == 0 ? 0 : random.nextInt(told + 1));
        var kind = any(KINDS);
        outcomes.add(new Came(id(), writer, event.number, told, kind, direction(), month, List.copyOf(credited)));
        if (!overheard && !side.label() && random.nextInt(2) == 0 && event.names(side.who(), writer)) {
            event.sidesOf(side.who()).stream()
                    .filter(other -> other.who().equals(writer))
                    .forEach(other -> outcomes.add(
                            new Came(id(), side.who(), event.number, told, kind, direction(), month, List.of(other))));
        }
    }

    // ---- chance ----

    String direction() {
        return random.nextBoolean() ? "RECEIVED" : "GIVEN";
    }

    <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Ids in the order of their making. */
    String id() {
        return String.format("%032x", 0xabc000L + ++ids);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (var rest = number; letters.length() < 3; rest /= 26) {
            letters.append((char) ((letters.isEmpty() ? 'A' : 'a') + rest % 26));
        }
        return letters.toString();
    }

    List<Event> ofYear(int year) {
        return events.stream().filter(event -> event.day.getYear() == year).toList();
    }

    List<Integer> years() {
        var years = new ArrayList<>(
                new HashSet<>(events.stream().map(event -> event.day.getYear()).toList()));
        Collections.sort(years);
        return years;
    }
}
