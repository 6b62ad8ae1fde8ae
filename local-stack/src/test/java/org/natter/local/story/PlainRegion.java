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
 * A region's two years, made from a seed: who came where, what everybody said, what came of it, and what they added to their
 * own histories. Plain names and words, nothing of any service; a person is their name.
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
    private static final List<String> KINDS =
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

    /** Somebody added by hand: at an event, or elsewhere on a day; somebody met before, or in own words. */
    record Added(
            String id,
            String owner,
            int event,
            String where,
            LocalDate on,
            String person,
            String words,
            boolean known,
            boolean useful) {

        boolean isElsewhere() {
            return event < 0;
        }
    }

    /** A press on somebody's page in one's own history. */
    record Pressed(String owner, String whom, boolean metAgain, boolean keptInTouch) {}

    /** Somebody taken out of one's own history once the event's report stood. */
    record Removed(String owner, String whom, int after) {}

    /** A label that really is somebody met at another event. */
    record Really(String owner, String words, int event, String whom) {}

    record OwnCame(String id, String owner, String whom, String kind, String direction, YearMonth month) {}

    record Shares(boolean bothSaidSo, boolean circles) {}

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
        final Set<String> unlistedLater = new LinkedHashSet<>();
        final Map<String, Answer> answers = new LinkedHashMap<>();
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
    final List<Added> added = new ArrayList<>();
    final List<Pressed> pressed = new ArrayList<>();
    final List<Removed> removed = new ArrayList<>();
    final List<Really> really = new ArrayList<>();
    final List<OwnCame> ownOutcomes = new ArrayList<>();
    final Map<String, Shares> shares = new TreeMap<>();

    private final Random random;
    private int ids;
    private int turn;

    private PlainRegion(long seed) {
        random = new Random(seed);
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
            if (one % 2 == 0) {
                shares.put(name, new Shares(random.nextInt(4) > 0, random.nextInt(4) > 0));
            }
        }
        for (var number = 0; number < rooms; number++) {
            var event = new Event(number);
            fill(event, many);
            events.add(event);
        }
        for (var event : events) {
            tell(event);
        }
        addByHand(many);
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
        event.here.stream()
                .filter(name -> event.places.get(name).listed() && random.nextInt(12) == 0)
                .forEach(event.unlistedLater::add);
        event.answers.keySet().stream()
                .limit(event.number % 2 == 0 ? 7 : 3)
                .forEach(writer -> event.comments.add("Words of " + writer));
        event.answers.forEach((writer, answer) -> {
            if (!answer.met().isEmpty()) {
                cameOf(event, writer, answer);
            }
        });
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
            var label = "Scarf of " + writer + (random.nextBoolean() ? "" : " at " + event.number);
            met.put(label, side(event, writer, label, true, kindSaid, listed));
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
                random.nextInt(4) == 0,
                random.nextInt(5) > 0);
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

    // ---- what they added by hand ----

    private void addByHand(int many) {
        var touched = new HashSet<String>();
        outcomes.forEach(came -> came.credited().forEach(side -> touched.add(came.writer() + "|" + side.who())));
        var day = LocalDate.of(2027, 6, 1);
        for (var turn = 0; turn < Math.max(8, many / 4); turn++) {
            var event = any(events);
            if (event.answers.isEmpty()) {
                continue;
            }
            var owner = any(List.copyOf(event.answers.keySet()));
            var met =
                    event.sidesOf(owner).stream().filter(side -> !side.label()).toList();
            var label = event.sidesOf(owner).stream().filter(Side::label).findFirst();
            var whom = met.isEmpty() ? "" : any(met).who();
            var other = any(events);
            day = day.plusDays(1);
            if (hasRemoved(owner, whom)) {
                continue;
            }
            switch (turn % 7) {
                case 0 ->
                    added.add(new Added(
                            id(),
                            owner,
                            event.number,
                            "",
                            day,
                            "",
                            "By the door " + turn,
                            turn % 2 == 0,
                            turn % 4 == 0));
                case 1 -> {
                    if (!whom.isEmpty() && other.places.containsKey(owner) && !meets(other, owner, whom)) {
                        touched.add(owner + "|" + whom);
                        added.add(
                                new Added(id(), owner, other.number, "", day, whom, "", turn % 2 == 0, turn % 4 == 0));
                    }
                }
                case 2 -> {
                    touched.add(owner + "|" + whom);
                    added.add(new Added(
                            id(),
                            owner,
                            -1,
                            "A course " + turn,
                            day,
                            whom,
                            whom.isEmpty() ? "Somebody " + turn : "",
                            turn % 2 == 0,
                            turn % 4 == 0));
                }
                case 3 -> {
                    if (!whom.isEmpty()) {
                        touched.add(owner + "|" + whom);
                        pressed.add(new Pressed(owner, whom, turn % 2 == 0, turn % 3 == 0));
                    }
                }
                case 4 -> {
                    if (!whom.isEmpty() && touched.add(owner + "|" + whom)) {
                        removed.add(new Removed(owner, whom, lastWith(owner, whom, turn)));
                    }
                }
                case 5 ->
                    label.ifPresent(side -> events.stream()
                            .filter(elsewhere -> elsewhere != event)
                            .flatMap(elsewhere -> elsewhere.sidesOf(owner).stream())
                            .filter(one -> !one.label() && !meets(event, owner, one.who()))
                            .findFirst()
                            .filter(one ->
                                    touched.add(owner + "|" + one.who()) && touched.add(owner + "|" + side.who()))
                            .ifPresent(one -> really.add(new Really(owner, side.who(), event.number, one.who()))));
                default -> {
                    if (!whom.isEmpty()) {
                        touched.add(owner + "|" + whom);
                        ownOutcomes.add(new OwnCame(
                                id(),
                                owner,
                                whom,
                                any(KINDS),
                                direction(),
                                YearMonth.from(event.day).plusMonths(random.nextInt(8))));
                    }
                }
            }
        }
        removed.removeIf(one -> added.stream()
                .anyMatch(page ->
                        page.owner().equals(one.owner()) && page.person().equals(one.whom())));
    }

    private boolean meets(Event event, String owner, String whom) {
        return event.names(owner, whom)
                || added.stream()
                        .anyMatch(one -> one.owner().equals(owner)
                                && one.event() == event.number
                                && one.person().equals(whom));
    }

    /** After some event at which, or after which, they had met; every other one once all is told. */
    private int lastWith(String owner, String whom, int turn) {
        var together = events.stream()
                .filter(event -> event.names(owner, whom))
                .mapToInt(event -> event.number)
                .toArray();
        return turn % 2 == 0 ? events.size() - 1 : together[together.length - 1];
    }

    // ---- chance ----

    private String direction() {
        return random.nextBoolean() ? "RECEIVED" : "GIVEN";
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Ids in the order of their making. */
    private String id() {
        return String.format("%032x", 0xabc000L + ++ids);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (var rest = number; letters.length() < 3; rest /= 26) {
            letters.append((char) ((letters.isEmpty() ? 'A' : 'a') + rest % 26));
        }
        return letters.toString();
    }

    /** Whether the owner had taken them out by the time the event's report stood. */
    boolean hasRemoved(String owner, String whom, int before) {
        return removed.stream()
                .anyMatch(one -> one.owner().equals(owner) && one.whom().equals(whom) && one.after() < before);
    }

    boolean hasRemoved(String owner, String whom) {
        return hasRemoved(owner, whom, Integer.MAX_VALUE);
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
