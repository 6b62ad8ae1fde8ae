package org.natter.attendee.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A region's two years, made from a seed, and every person's history reckoned from measures.md alone: plain numbers and
 * words, no line of it shared with the service. Who somebody is stands in one text: a name, or a label's words.
 */
final class PlainModel {

    static final String[] SECTORS = {"PUBLIC", "HEALTH", "COLLEGE", "SCHOOL", "UNIVERSITY", "NOT_SAID"};
    private static final String[] BEFORE = {"NEW", "NEW", "BIT", "WELL", "UNSURE"};
    private static final String[] TALK = {"CHAT", "CHAT", "USEFUL", "BOTH", "NOT_SAID"};
    private static final String[] AGAIN = {"YES", "YES", "MAYBE", "NO", "NOT_SAID"};
    private static final String[] KNOWN = {"NONE", "A_FEW", "ABOUT_HALF", "MOST", "NOT_SAID"};
    private static final double[] KNOWN_SHARE = {0, 0.2, 0.5, 0.8, 0};
    private static final String[] FAMILIAR = {
        "NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY", "NOT_SAID"
    };
    private static final double[] FAMILIAR_SHARE = {0.9, 0.7, 0.5, 0.3, 0.1};
    private static final String[] COMPANY = {"ALONE", "ALONE", "WITH_COLLEAGUES", "WITH_COLLEAGUES", "NOT_SAID"};
    private static final String[] KINDS = {"KEPT_IN_TOUCH", "ADVICE", "JOB", "VISIT", "HELPED", "OTHER"};

    record Side(
            String who, boolean label, String before, String talk, String again, String introducedBy, boolean late) {}

    record Answer(
            List<Side> met,
            Map<String, Integer> others,
            String knownBefore,
            String familiar,
            String company,
            boolean sent,
            @Nullable Boolean saysWhom) {}

    record Came(
            int number,
            String writer,
            int event,
            String kind,
            String direction,
            int year,
            int month,
            String credited,
            boolean label,
            boolean withdrawn) {}

    final List<LocalDate> days = new ArrayList<>();
    final List<String> people = new ArrayList<>();
    final Map<String, String> sectors = new HashMap<>();
    /** By event. */
    final List<Set<String>> booked = new ArrayList<>();

    final List<Set<String>> here = new ArrayList<>();
    final List<Map<String, Answer>> answers = new ArrayList<>();
    final List<Came> outcomes = new ArrayList<>();
    final Set<String> sharers = new HashSet<>();
    /** By owner: whom they have taken out of their history, with all their meetings. */
    final Map<String, Set<String>> removed = new HashMap<>();

    static PlainModel of(long seed, int people, int events) {
        var model = new PlainModel();
        model.make(new Random(seed), people, events);
        return model;
    }

    private void make(Random random, int many, int events) {
        for (var one = 0; one < many; one++) {
            var name = "Person " + one;
            people.add(name);
            sectors.put(name, SECTORS[random.nextInt(SECTORS.length)]);
            if (one % 2 == 0) {
                sharers.add(name);
            }
        }
        for (var event = 0; event < events; event++) {
            days.add(LocalDate.of(2024, 10, 9).plusDays(event * 91L));
            var came = new TreeSet<>(people.subList(0, 3)); // the hosts
            while (came.size() < 20) {
                came.add(people.get(random.nextInt(many)));
            }
            booked.add(came);
            var checkedIn = new TreeSet<>(came);
            checkedIn.removeIf(one -> random.nextInt(8) == 0);
            here.add(event == events / 2 ? new TreeSet<>() : checkedIn); // once nobody kept the list
            var said = new TreeMap<String, Answer>();
            var there = List.copyOf(checkedIn);
            for (var writer : there) {
                if (random.nextInt(10) < 7) {
                    said.put(writer, answer(random, writer, there, event));
                }
            }
            answers.add(said);
        }
        for (var number = 1; number <= many; number++) {
            var event = random.nextInt(events);
            var writers = List.copyOf(answers.get(event).keySet());
            var writer = writers.get(random.nextInt(writers.size()));
            var met = answers.get(event).get(writer).met();
            var side = met.isEmpty() || random.nextInt(6) == 0 ? null : met.get(random.nextInt(met.size()));
            var when = days.get(event).plusDays(random.nextInt(300));
            outcomes.add(new Came(
                    number,
                    writer,
                    event,
                    KINDS[random.nextInt(KINDS.length)],
                    random.nextBoolean() ? "RECEIVED" : "GIVEN",
                    when.getYear(),
                    when.getMonthValue(),
                    side == null ? "" : side.who(),
                    side != null && side.label(),
                    random.nextInt(6) == 0));
        }
    }

    private static Answer answer(Random random, String writer, List<String> there, int event) {
        var met = new LinkedHashMap<String, Side>();
        for (var tick = random.nextInt(8); tick > 0; tick--) {
            var other = there.get(random.nextInt(there.size()));
            if (!other.equals(writer)) {
                met.put(other, side(random, other, false, there));
            }
        }
        if (random.nextInt(4) == 0) {
            var label = "Label of " + writer + (random.nextBoolean() ? "" : " at " + event);
            met.put(label, side(random, label, true, there));
        }
        var others = new TreeMap<String, Integer>();
        if (random.nextInt(3) == 0) {
            others.put(SECTORS[random.nextInt(SECTORS.length)], 1 + random.nextInt(random.nextInt(9) == 0 ? 49 : 3));
        }
        return new Answer(
                List.copyOf(met.values()),
                others,
                KNOWN[random.nextInt(KNOWN.length)],
                FAMILIAR[random.nextInt(FAMILIAR.length)],
                COMPANY[random.nextInt(COMPANY.length)],
                random.nextInt(5) > 0,
                random.nextInt(3) == 0 ? null : !met.isEmpty() || !others.isEmpty() || random.nextBoolean());
    }

    private static Side side(Random random, String who, boolean label, List<String> there) {
        return new Side(
                who,
                label,
                BEFORE[random.nextInt(BEFORE.length)],
                TALK[random.nextInt(TALK.length)],
                AGAIN[random.nextInt(AGAIN.length)],
                random.nextInt(4) == 0 ? there.get(random.nextInt(there.size())) : "",
                random.nextInt(8) == 0);
    }

    // ---- what is counted across events, of one event, as lines ----

    /** Of pairs at one event: who knew each other before and talked, the hosts left out; who had met at an earlier one and did. */
    List<String> counts(int event, Set<String> named) {
        var came = here.get(event).stream().filter(named::contains).count();
        var hosts = came > 2 && came * 5 > here.get(event).size() ? Set.<String>of() : named; // too many to be hosts
        var talked = new HashSet<Set<String>>();
        var known = new HashSet<Set<String>>();
        var earlier = new HashSet<Set<String>>();
        for (var when = 0; when <= event; when++) {
            var there = here.get(when);
            for (var said : answers.get(when).entrySet()) {
                for (var side : said.getValue().met()) {
                    var pair = new TreeSet<>(List.of(said.getKey(), side.who()));
                    if (isRemoved(said.getKey(), side)
                            || !there.containsAll(pair)
                            || !here.get(event).containsAll(pair)) {
                        continue;
                    }
                    if (when < event) {
                        earlier.add(pair);
                        known.add(pair);
                    } else {
                        talked.add(pair);
                        if (Set.of("BIT", "WELL").contains(side.before())) {
                            known.add(pair);
                        }
                    }
                }
            }
        }
        var again = earlier.stream().filter(talked::contains).collect(Collectors.toSet());
        var notAgain = earlier.stream().filter(pair -> !talked.contains(pair)).collect(Collectors.toSet());
        known.removeIf(pair -> pair.stream().anyMatch(hosts::contains));
        var among = talked.stream()
                .filter(pair -> pair.stream().noneMatch(hosts::contains))
                .collect(Collectors.toSet());
        var knownTalked = known.stream().filter(among::contains).collect(Collectors.toSet());
        var knownSilent = known.stream().filter(pair -> !among.contains(pair)).collect(Collectors.toSet());
        var guests =
                here.get(event).stream().filter(one -> !hosts.contains(one)).count();
        var lines = new ArrayList<String>();
        if (heads(knownTalked) >= 5 && heads(knownSilent) >= 5) {
            lines.add("pairs %d known %d talked %d new %d people %d others %d"
                    .formatted(
                            guests * (guests - 1) / 2,
                            known.size(),
                            knownTalked.size(),
                            among.size() - knownTalked.size(),
                            heads(knownTalked),
                            heads(knownSilent)));
        }
        if (heads(again) >= 5 && heads(notAgain) >= 5) {
            lines.add("met %d again %d people %d others %d"
                    .formatted(earlier.size(), again.size(), heads(again), heads(notAgain)));
        }
        return lines;
    }

    private static int heads(Set<Set<String>> pairs) {
        var all = new HashSet<String>();
        pairs.forEach(all::addAll);
        return all.size();
    }

    // ---- the history of one person, as lines ----

    /** A label belongs to its writer at its event: the same words at another event are somebody else. */
    private static String who(Side side, int event) {
        return side.label() ? side.who() + " #" + event : side.who();
    }

    private List<Side> sides(String owner, int event) {
        var said = saidBy(owner, event);
        return said == null ? List.of() : said.met();
    }

    /** The answer without those whom its writer has removed; where none is left of whom it named, it does not say nobody. */
    private Answer saidBy(String writer, int event) {
        var said = answers.get(event).get(writer);
        if (said == null) {
            return null;
        }
        var left = said.met().stream().filter(side -> !isRemoved(writer, side)).toList();
        return new Answer(
                left,
                said.others(),
                said.knownBefore(),
                said.familiar(),
                said.company(),
                said.sent(),
                left.isEmpty() && !said.met().isEmpty() ? Boolean.FALSE : said.saysWhom());
    }

    private boolean isRemoved(String writer, Side side) {
        return removed.getOrDefault(writer, Set.of()).contains(side.who());
    }

    List<String> history(String owner) {
        var lines = new ArrayList<String>();
        var before = new HashSet<String>();
        var meetings = new LinkedHashMap<String, List<Integer>>();
        var knewBefore = new HashMap<String, Boolean>();
        var lastAgain = new HashMap<String, String>();
        var lastSector = new HashMap<String, String>();
        var bothEver = new HashSet<String>();
        var familiar = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        var together = new ArrayList<Double>();
        var told = 0;
        var fresh = 0;
        var unnamedInAll = 0;
        for (var event = 0; event < days.size(); event++) {
            var said = saidBy(owner, event);
            if (said == null && !here.get(event).contains(owner)) {
                continue;
            }
            if (said == null) {
                lines.add("event " + event + " untold");
                continue;
            }
            var room = new HashSet<>(here.get(event));
            if (!room.isEmpty()) {
                room.add(owner);
            }
            var n = room.size();
            var knownIds = new HashSet<String>();
            var kinds = new ArrayList<String>();
            var newNamed = 0;
            var yes = 0;
            var maybe = 0;
            var both = new TreeSet<String>();
            for (var side : said.met()) {
                var id = who(side, event);
                if (side.before().equals("BIT") || side.before().equals("WELL") || before.contains(id)) {
                    knownIds.add(id);
                } else {
                    newNamed++;
                }
                yes += side.again().equals("YES") ? 1 : 0;
                maybe += side.again().equals("MAYBE") ? 1 : 0;
                var sector = side.label() ? "NOT_SAID" : sectors.get(side.who());
                kinds.add(sector);
                if (!sector.equals("NOT_SAID")) {
                    lastSector.put(id, sector);
                }
                if (!side.again().equals("NOT_SAID")) {
                    lastAgain.put(id, side.again());
                }
                if (!side.label() && names(side.who(), owner, event)) {
                    both.add(side.who());
                    bothEver.add(id);
                }
            }
            var unnamed = 0;
            for (var group : said.others().entrySet()) {
                for (var one = 0; one < group.getValue() && unnamed < 50; one++) {
                    unnamed++;
                    kinds.add(group.getKey());
                }
            }
            unnamedInAll += unnamed;
            var all = said.met().size() + unnamed;
            var saysWhom = all > 0
                    || (said.saysWhom() != null
                            ? said.saysWhom()
                            : said.sent()
                                    && !(said.knownBefore().equals("NOT_SAID")
                                            && said.familiar().equals("NOT_SAID")));
            told += saysWhom ? 1 : 0;
            var newPeople = newNamed + unnamed;
            if (saysWhom && said.company().equals("ALONE")) {
                alone.add((double) newPeople);
            } else if (saysWhom && said.company().equals("WITH_COLLEAGUES")) {
                together.add((double) newPeople);
            }
            var knownThere = new HashSet<>(knownIds);
            room.stream()
                    .filter(one -> !one.equals(owner) && before.contains(one))
                    .forEach(knownThere::add);
            var tapped = Math.floor(
                    KNOWN_SHARE[Arrays.asList(KNOWN).indexOf(said.knownBefore())] * Math.max(0, n - 1) + 0.5);
            var k = Math.max(knownThere.size(), tapped);
            var s = all == 0 ? null : (Double) (newPeople / (double) all);
            var e = n < 2 ? null : (Double) ((n - 1 - Math.min(k, n - 1)) / (n - 1));
            var q = s == null || e == null || e == 0 ? null : (Double) (s / e);
            var own = sectors.get(owner);
            var known = kinds.stream().filter(one -> !one.equals("NOT_SAID")).count();
            var elsewhere = kinds.stream()
                    .filter(one -> !one.equals("NOT_SAID") && !one.equals(own))
                    .count();
            var alike =
                    room.stream().filter(one -> sectors.get(one).equals(own)).count();
            var silent = own.equals("NOT_SAID");
            var x = silent || known == 0 ? null : (Double) (elsewhere / (double) known);
            var chance = silent || n < 2 ? null : (Double) ((n - alike) / (n - 1.0));
            lines.add("event %d N %s s %s e %s q %s x %s x* %s D0 %d again %d-%d both %s"
                    .formatted(
                            event,
                            saysWhom ? all + "/" + newPeople : "-",
                            number(s),
                            number(e),
                            number(q),
                            number(x),
                            number(chance),
                            kinds.stream()
                                    .filter(one -> !one.equals("NOT_SAID"))
                                    .distinct()
                                    .count(),
                            yes,
                            yes + maybe,
                            both));
            for (var side : said.met()) {
                var id = who(side, event);
                var firstTime = meetings.computeIfAbsent(id, one -> new ArrayList<>());
                if (firstTime.isEmpty()) {
                    var knew = side.before().equals("BIT") || side.before().equals("WELL");
                    knewBefore.put(id, knew);
                    fresh += knew ? 0 : 1;
                }
                firstTime.add(event);
                before.add(id);
            }
            var share = Arrays.asList(FAMILIAR).indexOf(said.familiar());
            if (share < FAMILIAR_SHARE.length) {
                familiar.add(FAMILIAR_SHARE[share]);
            }
        }
        people(owner, lines, meetings, knewBefore, bothEver);
        came(owner, lines, meetings);
        var certain = lastAgain.values().stream().filter("YES"::equals).count();
        var perhaps =
                certain + lastAgain.values().stream().filter("MAYBE"::equals).count();
        lines.add("told %d people %d new %d unnamed %d again %d-%d kinds %d of %d entropy %s"
                .formatted(
                        told,
                        meetings.size(),
                        fresh,
                        unnamedInAll,
                        certain,
                        perhaps,
                        new HashSet<>(lastSector.values()).size(),
                        lastSector.size(),
                        number(entropy(lastSector))));
        lines.add("familiar " + familiarWord(familiar));
        lines.add(
                alone.size() < 3 || together.size() < 3
                        ? "company -"
                        : "company %s of %d, %s of %d"
                                .formatted(
                                        number(median(alone)),
                                        alone.size(),
                                        number(median(together)),
                                        together.size()));
        lines.add("circles " + circles(meetings.keySet()));
        return lines;
    }

    private boolean names(String writer, String whom, int event) {
        return sides(writer, event).stream()
                .anyMatch(side -> !side.label() && side.who().equals(whom));
    }

    private void people(
            String owner,
            List<String> lines,
            Map<String, List<Integer>> meetings,
            Map<String, Boolean> knewBefore,
            Set<String> both) {
        var rows = new TreeSet<String>();
        var beyond = 0;
        for (var one : meetings.entrySet()) {
            var kinds = outcomes.stream()
                    .filter(came -> !came.withdrawn()
                            && came.writer().equals(owner)
                            && one.getKey().equals(credited(came)))
                    .map(Came::kind)
                    .collect(Collectors.toSet());
            var stage = one.getValue().size() > 1 ? 2 : 1;
            stage = kinds.contains("KEPT_IN_TOUCH") ? 3 : stage;
            stage = kinds.stream().anyMatch(kind -> !kind.equals("KEPT_IN_TOUCH")) ? 4 : stage;
            beyond += stage > 1 ? 1 : 0;
            rows.add("person %s met %d stage %d knew %s both %s"
                    .formatted(
                            one.getKey().replaceAll(" #.*", ""),
                            one.getValue().size(),
                            stage,
                            knewBefore.get(one.getKey()),
                            both.contains(one.getKey())));
        }
        lines.addAll(rows);
        lines.add("people %d beyond %d".formatted(meetings.size(), beyond));
    }

    private static String credited(Came came) {
        return came.label() ? came.credited() + " #" + came.event() : came.credited();
    }

    private void came(String owner, List<String> lines, Map<String, List<Integer>> meetings) {
        var began = 0;
        var all = 0;
        var days = new ArrayList<Double>();
        for (var came : outcomes) {
            if (came.withdrawn()
                    || !came.writer().equals(owner)
                    || came.kind().equals("KEPT_IN_TOUCH")
                    || removed.getOrDefault(owner, Set.of()).contains(came.credited())) {
                continue;
            }
            all++;
            var chat = sides(owner, came.event()).stream()
                    .anyMatch(side ->
                            side.who().equals(came.credited()) && side.talk().equals("CHAT"));
            began += came.credited().isEmpty() || chat ? 1 : 0;
            if (meetings.containsKey(credited(came))) {
                var first = this.days.get(meetings.get(credited(came)).get(0));
                days.add((double)
                        Math.max(0, ChronoUnit.DAYS.between(first, LocalDate.of(came.year(), came.month(), 15))));
            }
        }
        lines.add("came %d chats %d median %s".formatted(all, began, days.size() < 3 ? "-" : number(median(days))));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String familiarWord(List<Double> said) {
        if (said.size() < 3) {
            return "-";
        }
        var trend = median(said.subList(said.size() - 3, said.size()));
        return FAMILIAR[Arrays.asList(0.9, 0.7, 0.5, 0.3, 0.1).indexOf(trend)];
    }

    private static Double entropy(Map<String, String> sectors) {
        if (sectors.isEmpty()) {
            return null;
        }
        var counts = sectors.values().stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        return counts.values().stream()
                .mapToDouble(count -> -(count / (double) sectors.size()) * Math.log(count / (double) sectors.size()))
                .sum();
    }

    /** Groups of the people met: two sit together if both share it, and each named the other at one event. */
    private int circles(Set<String> met) {
        var group = new HashMap<String, String>();
        met.forEach(one -> group.put(one, one));
        for (var one : met) {
            for (var other : met) {
                if (sharers.contains(one) && sharers.contains(other) && tied(one, other)) {
                    var old = group.get(other);
                    group.replaceAll((name, in) -> in.equals(old) ? group.get(one) : in);
                }
            }
        }
        return new HashSet<>(group.values()).size();
    }

    private boolean tied(String one, String other) {
        for (var event = 0; event < days.size(); event++) {
            if (names(one, other, event) && names(other, one, event)) {
                return true;
            }
        }
        return false;
    }

    static String number(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.9f", value + 0.0);
    }
}
