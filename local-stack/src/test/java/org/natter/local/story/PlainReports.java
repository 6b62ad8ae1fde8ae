package org.natter.local.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.local.story.PlainRegion.Answer;
import org.natter.local.story.PlainRegion.Came;
import org.natter.local.story.PlainRegion.Event;

/** Every report by the book, in lines: sections 7 to 9 of the measures, and no line of a service. Pairs are sets of two names. */
final class PlainReports {

    private static final int K = 5;
    private static final String NOT_SAID = PlainRegion.NOT_SAID;
    private static final List<String> FAMILIAR =
            List.of("NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY");

    private final PlainRegion region;

    PlainReports(PlainRegion region) {
        this.region = region;
    }

    // ---- one event ----

    List<String> of(Event event) {
        var lines = new ArrayList<String>();
        var answers = event.counted().size();
        lines.add("came %d answered %d".formatted(event.here.size(), answers));
        if (answers >= K) {
            rated(event, Answer::worthComing).ifPresent(told -> lines.add("worth coming " + told));
            rated(event, Answer::feltWelcome).ifPresent(told -> lines.add("felt welcome " + told));
            familiar(event, lines);
        }
        lines.addAll(reasons(event));
        if (Math.min(answers, event.comments.size()) >= K) {
            event.comments.stream().sorted().forEach(words -> lines.add("word " + words));
        }
        var room = new Room(event, event.here);
        if (room.voices.size() >= 10) {
            mixing(event, room, lines);
        }
        return lines;
    }

    private static Optional<String> rated(Event event, ToIntFunction<Answer> said) {
        var boxes = event.counted().values().stream()
                .mapToInt(said)
                .filter(box -> box > 0)
                .toArray();
        var top = (int) Arrays.stream(boxes).filter(box -> box > 3).count();
        if (boxes.length < K) {
            return Optional.empty();
        }
        if (top <= 1 || top >= boxes.length - 1) {
            return Optional.of(top <= 1 ? "HARDLY_ANYONE" : "NEARLY_EVERYONE");
        }
        return Optional.of(share(top / (double) boxes.length, boxes.length, top, boxes.length - top));
    }

    /** A word, and a number where twenty are asked and five stand on either side. */
    private static String share(double share, int base, int some, int others) {
        var percent = (int) Math.floor(share * 20 + 0.5) * 5;
        return word(share)
                + (base >= 20 && some >= K && others >= K && percent > 0 && percent < 100 ? " " + percent : "");
    }

    private static String word(double share) {
        return share < 0.1
                ? "HARDLY_ANYONE"
                : share < 0.35 ? "SOME" : share < 0.65 ? "ABOUT_HALF" : share < 0.9 ? "MOST" : "NEARLY_EVERYONE";
    }

    private static void familiar(Event event, List<String> lines) {
        var places = event.counted().values().stream()
                .map(answer -> FAMILIAR.indexOf(answer.familiar()))
                .filter(place -> place >= 0)
                .sorted()
                .toList();
        if (places.size() >= K) {
            var middle = (places.get((places.size() - 1) / 2) + places.get(places.size() / 2)) / 2.0;
            lines.add("familiar " + FAMILIAR.get((int) Math.ceil(middle)));
        }
    }

    private static List<String> reasons(Event event) {
        var people = new TreeMap<String, Integer>();
        event.cancelled.values().stream()
                .filter(reason -> !reason.equals(NOT_SAID))
                .forEach(reason -> people.merge(reason, 1, Integer::sum));
        var all = people.values().stream().mapToInt(Integer::intValue).sum();
        var groups = merged(people, "OTHER");
        if (groups.values().stream().anyMatch(some -> some < K || all - some < K)
                && groups.entrySet().stream()
                        .anyMatch(one ->
                                !one.getKey().equals("OTHER") && (one.getValue() < K || all - one.getValue() < K))) {
            return List.of();
        }
        return groups.entrySet().stream()
                .map(one -> "stayed away " + one.getKey() + " " + one.getValue())
                .toList();
    }

    /** Merge, then hide: nothing at all where nothing but the rest is left. */
    private static Map<String, Integer> merged(Map<String, Integer> people, String rest) {
        var groups = new TreeMap<>(people);
        var other = Objects.requireNonNullElse(groups.remove(rest), 0);
        while (!groups.isEmpty()) {
            var smallest = groups.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            if (smallest.getValue() >= K && (other == 0 || other >= K)) {
                break;
            }
            other += smallest.getValue();
            groups.remove(smallest.getKey());
        }
        if (groups.isEmpty()) {
            return Map.of();
        }
        if (other > 0) {
            groups.put(rest, other);
        }
        return groups;
    }

    /** Some of those who were there, and what those of them who answered said of each other. */
    private static final class Room {

        final Event event;
        final Set<String> people;
        final Map<String, Answer> voices = new TreeMap<>();
        final Set<Set<String>> talked = new LinkedHashSet<>();
        final Set<Set<String>> mutual = new LinkedHashSet<>();
        final Set<Set<String>> known = new LinkedHashSet<>();

        Room(Event event, Set<String> people) {
            this.event = event;
            this.people = people;
            event.answers.forEach((writer, answer) -> {
                if (people.contains(writer)) {
                    voices.put(writer, answer);
                }
            });
            voices.forEach((writer, answer) -> answer.met().stream()
                    .filter(side -> !side.label() && people.contains(side.who()))
                    .forEach(side -> {
                        var pair = Set.of(writer, side.who());
                        if (!talked.add(pair)) {
                            mutual.add(pair);
                        }
                        if (isKnown(side)) {
                            known.add(pair);
                        }
                    }));
        }

        static boolean isKnown(PlainRegion.Side side) {
            return side.before().equals("BIT") || side.before().equals("WELL");
        }

        long pairs() {
            return pairsOf(people.size());
        }

        String sector(String person) {
            return event.sectorOf(person);
        }

        Room of(Predicate<String> some) {
            return new Room(event, people.stream().filter(some).collect(Collectors.toSet()));
        }

        long within() {
            return talked.stream()
                    .filter(pair -> pair.stream().map(this::sector).distinct().count() == 1)
                    .count();
        }
    }

    private static long pairsOf(long people) {
        return people * (people - 1) / 2;
    }

    private static int heads(Collection<Set<String>> pairs) {
        return (int) pairs.stream().flatMap(Set::stream).distinct().count();
    }

    private void mixing(Event event, Room room, List<String> lines) {
        lines.add("knit " + knit(room));
        var one = room.talked.stream()
                .filter(room.voices.keySet()::containsAll)
                .filter(pair -> !room.mutual.contains(pair))
                .count();
        var both = room.mutual.size();
        if (room.voices.size() >= 20 && both >= K && one >= K) {
            lines.add("recall " + (int) Math.floor(2.0 * both / (2.0 * both + one) * 20 + 0.5) * 5);
        }
        var across = new Across(event);
        var again = across.earlier.stream().filter(room.talked::contains).toList();
        var notAgain = across.earlier.stream()
                .filter(pair -> !room.talked.contains(pair))
                .toList();
        if (heads(again) >= K && heads(notAgain) >= K) {
            lines.add("again " + word(again.size() / (double) across.earlier.size()));
        }
        var hosts = hostsLeftOut(event);
        var guests = room.of(person -> !hosts.contains(person));
        if (guests.voices.size() < 10) {
            return;
        }
        var fresh = newFaces(guests, lines);
        pull(across, guests, lines);
        var mixed = sectors(guests, lines);
        var welcomed = newcomers(guests, lines);
        oneThingToTry(event, fresh, mixed, welcomed).ifPresent(words -> lines.add("try " + words));
    }

    /** What falls furthest short of the words that leave nothing to wish for, of what reads as short of them. */
    private static Optional<String> oneThingToTry(
            Event event, OptionalDouble fresh, OptionalDouble mixed, OptionalDouble welcomed) {
        var weakest = 1.0;
        var words = Optional.<String>empty();
        if (fresh.isPresent() && fresh.getAsDouble() / 0.65 < weakest) { // most were new
            weakest = fresh.getAsDouble() / 0.65;
            words = Optional.of("SMALL_TABLES");
        }
        if (mixed.isPresent()
                && mixed.getAsDouble() < 0.8
                && mixed.getAsDouble() / 0.95 < weakest) { // as mixed as chance
            weakest = mixed.getAsDouble() / 0.95;
            words = Optional.of("ONE_SWAP");
        }
        if (event.hosts.isEmpty()
                && welcomed.isPresent()
                && welcomed.getAsDouble() / 0.8 < weakest) { // nearly everyone new was
            words = Optional.of("TWO_HOSTS");
        }
        return words;
    }

    /** Where more than a fifth of the room, and more than two, are named, nobody is left out. */
    private static Set<String> hostsLeftOut(Event event) {
        var here = event.hosts.stream().filter(event.here::contains).collect(Collectors.toSet());
        return here.size() > 2 && here.size() > event.here.size() / 5 ? Set.of() : here;
    }

    private static OptionalDouble newFaces(Room guests, List<String> lines) {
        var all = 0;
        var fresh = 0;
        var behindNew = 0;
        var behindKnown = 0;
        for (var voice : guests.voices.entrySet()) {
            var mentions = 0;
            var ofNew = 0;
            for (var side : voice.getValue().met()) {
                if (side.label()) {
                    mentions++;
                    ofNew += Room.isKnown(side) ? 0 : 1;
                } else if (guests.people.contains(side.who())) {
                    mentions++;
                    ofNew += guests.known.contains(Set.of(voice.getKey(), side.who())) ? 0 : 1;
                }
            }
            var unnamed = voice.getValue().others().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            mentions += unnamed;
            ofNew += unnamed;
            all += mentions;
            fresh += ofNew;
            behindNew += ofNew > 0 ? 1 : 0;
            behindKnown += ofNew < mentions ? 1 : 0;
        }
        if (all == 0) {
            return OptionalDouble.empty();
        }
        lines.add("new faces " + share(fresh / (double) all, guests.voices.size(), behindNew, behindKnown));
        return OptionalDouble.of(fresh / (double) all);
    }

    /** What needs the memory of earlier evenings: pairs by name, who knew each other, and who had met. */
    private final class Across {

        final Set<Set<String>> earlier = new HashSet<>();
        final Set<Set<String>> talked = new HashSet<>();
        final Set<Set<String>> known = new HashSet<>();

        Across(Event event) {
            var countedOn = event.day.plusDays(21); // early in the morning
            for (var when : region.events.subList(0, event.number + 1)) {
                when.answers.forEach((writer, answer) -> answer.met().stream()
                        .filter(side -> !side.label() && !region.notebooks.hasRemoved(writer, side.who(), countedOn))
                        .forEach(side -> {
                            var pair = Set.of(writer, side.who());
                            if (!when.here.containsAll(pair) || !event.here.containsAll(pair)) {
                                return;
                            }
                            if (when != event) {
                                earlier.add(pair);
                                known.add(pair);
                            } else {
                                talked.add(pair);
                                if (Room.isKnown(side)) {
                                    known.add(pair);
                                }
                            }
                        }));
            }
        }
    }

    private void pull(Across across, Room guests, List<String> lines) {
        var known = across.known.stream().filter(guests.people::containsAll).collect(Collectors.toSet());
        var talked = across.talked.stream().filter(guests.people::containsAll).collect(Collectors.toSet());
        var a = known.stream().filter(talked::contains).collect(Collectors.toSet());
        var b = known.stream().filter(pair -> !talked.contains(pair)).collect(Collectors.toSet());
        var c = talked.size() - a.size();
        if (heads(a) < K || heads(b) < K || known.size() < K || a.size() < K || b.size() < K || c == 0) {
            return;
        }
        var risk = a.size() / (double) known.size() / (c / (double) (guests.pairs() - known.size()));
        lines.add("pull "
                + (risk < 1.5
                        ? "NO_MORE_LIKELY"
                        : risk < 2.5 ? "TWICE" : risk <= 4 ? "THREE_TIMES" : "FAR_MORE_LIKELY"));
    }

    private static OptionalDouble sectors(Room guests, List<String> lines) {
        var said = guests.of(person -> !guests.sector(person).equals(NOT_SAID));
        var talks = said.talked.size();
        var sizes = new TreeMap<String, Integer>();
        said.people.forEach(person -> sizes.merge(said.sector(person), 1, Integer::sum));
        var within = sizes.values().stream().mapToLong(PlainReports::pairsOf).sum();
        var room = said.pairs() == 0 ? 0 : (said.pairs() - within) / (double) said.pairs();
        var answered = new TreeMap<String, Integer>();
        guests.voices
                .keySet()
                .forEach(writer -> answered.merge(
                        guests.sector(writer).equals(NOT_SAID) ? "OTHER" : guests.sector(writer), 1, Integer::sum));
        var groups = merged(answered, "OTHER");
        if (groups.isEmpty() || talks == 0 || room == 0) {
            return OptionalDouble.empty();
        }
        var crossed = (talks - said.within()) / (double) talks;
        var ratio = crossed / room;
        var across = said.talked.stream()
                .filter(pair -> pair.stream().map(said::sector).distinct().count() == 2)
                .toList();
        var alike = said.talked.stream().filter(pair -> !across.contains(pair)).toList();
        var numbers = guests.voices.size() >= 20 && heads(across) >= K && heads(alike) >= K;
        lines.add("sectors "
                + (ratio < 0.8
                        ? "KEPT_TO_THEIR_OWN"
                        : ratio < 0.95 ? "NEARLY" : ratio <= 1.05 ? "AS_CHANCE" : "MORE_THAN_CHANCE")
                + (numbers ? " room " + percent(room) + " talks " + percent(crossed) : ""));
        grid(guests, groups, lines);
        return OptionalDouble.of(ratio);
    }

    private static int percent(double share) {
        return (int) Math.floor(share * 20 + 0.5) * 5;
    }

    private static void grid(Room guests, Map<String, Integer> groups, List<String> lines) {
        var in = new HashMap<String, String>();
        guests.people.forEach(
                person -> in.put(person, groups.containsKey(guests.sector(person)) ? guests.sector(person) : "OTHER"));
        var rate = guests.talked.size() / (double) guests.pairs();
        var cells = new TreeSet<String>();
        var names = new TreeSet<>(in.values());
        for (var one : names) {
            for (var other : names.tailSet(one)) {
                var talks = guests.talked.stream()
                        .filter(pair -> pair.stream()
                                .map(in::get)
                                .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                                .toList()
                                .equals(List.of(one, other)))
                        .toList();
                var first = Collections.frequency(in.values(), one);
                var second = Collections.frequency(in.values(), other);
                var possible = one.equals(other) ? pairsOf(first) : (long) first * second;
                if (talks.size() >= K && heads(talks) >= K && guests.people.size() - heads(talks) >= K) {
                    var ratio = talks.size() / (double) possible / rate;
                    cells.add("cell " + one + " " + other + " "
                            + (ratio < 0.75 ? "LESS" : ratio <= 4.0 / 3 ? "ABOUT_AS_MUCH" : "MORE"));
                }
            }
        }
        lines.addAll(cells);
    }

    private static OptionalDouble newcomers(Room guests, List<String> lines) {
        var fresh = guests.people.stream()
                .filter(person ->
                        Objects.requireNonNull(guests.event.places.get(person)).newcomer())
                .collect(Collectors.toSet());
        var welcomed = fresh.stream()
                .filter(one -> guests.talked.stream()
                        .anyMatch(pair -> pair.contains(one) && pair.stream().anyMatch(two -> !fresh.contains(two))))
                .count();
        if (fresh.size() < K || guests.people.size() - fresh.size() < K) {
            return OptionalDouble.empty();
        }
        var share = welcomed / (double) fresh.size();
        lines.add("newcomers " + (share >= 0.8 ? "NEARLY_EVERYONE" : "COULD_DO_WITH_A_HELLO"));
        return OptionalDouble.of(share);
    }

    private static String knit(Room room) {
        var part = new HashMap<String, String>();
        room.people.forEach(person -> part.put(person, person));
        room.talked.forEach(pair -> {
            var two = List.copyOf(pair);
            var from = part.get(two.get(0));
            var into = part.get(two.get(1));
            part.replaceAll((person, in) -> in.equals(from) ? Objects.requireNonNull(into) : in);
        });
        var sizes = part.values().stream()
                .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
                .values();
        var largest = Collections.max(sizes);
        return largest >= 0.9 * room.people.size()
                ? "ONE_CROWD"
                : sizes.size() > 1 && sizes.size() <= 3 && Collections.min(sizes) >= K ? "SEPARATE_GROUPS" : "NOTHING";
    }

    // ---- a year of the region ----

    /** One good thing of a year: what its talks were, first one first. */
    private record Good(String writer, List<String> links) {

        boolean beganAsAChat() {
            return links.get(0).equals("CHAT");
        }

        double credit() {
            return links.stream().mapToDouble(PlainReports::chat).sum() / links.size();
        }
    }

    private static double chat(String kind) {
        return kind.equals("CHAT") ? 1 : kind.equals("BOTH") ? 0.5 : 0;
    }

    String of(int year) {
        var events = region.ofYear(year);
        var asked = 0L;
        var answered = 0L;
        var kinds = new ArrayList<String>();
        var goods = new ArrayList<Good>();
        for (var event : events) {
            asked += event.answers.values().stream()
                    .filter(answer -> !answer.met().isEmpty())
                    .count();
            var cameOf = region.outcomes.stream()
                    .filter(came -> came.event() == event.number)
                    .toList();
            answered += cameOf.stream()
                    .filter(came -> came.toldAfter() > 0)
                    .map(Came::writer)
                    .distinct()
                    .count();
            var talks = talks(event);
            kinds.addAll(talks.values());
            goods.addAll(goods(event, cameOf, talks));
        }
        return "year %d asked %d answered %d%s%s"
                .formatted(year, asked, answered, sentence(kinds, goods), cameAgain(year));
    }

    /** Reported pairs of people who were there, with a kind; two sides that differ make it both. */
    private static Map<Set<String>, String> talks(Event event) {
        var talks = new HashMap<Set<String>, String>();
        event.answers.forEach((writer, answer) -> answer.met().stream()
                .filter(side -> !side.label() && !side.talk().equals(NOT_SAID))
                .filter(side -> event.here.contains(writer) && event.here.contains(side.who()))
                .forEach(side -> talks.merge(
                        Set.of(writer, side.who()), side.talk(), (one, other) -> one.equals(other) ? one : "BOTH")));
        return talks;
    }

    /** Same pair, month and kind from both sides is one. */
    private static List<Good> goods(Event event, List<Came> cameOf, Map<Set<String>, String> talks) {
        var goods = new ArrayList<Good>();
        var told = new HashSet<String>();
        for (var came : cameOf) {
            var links = came.credited().stream()
                    .filter(side -> !side.label())
                    .map(side -> Set.of(came.writer(), side.who()))
                    .filter(talks::containsKey)
                    .toList();
            if (!came.kind().equals("KEPT_IN_TOUCH")
                    && !links.isEmpty()
                    && told.add(new TreeSet<>(links.get(0)) + came.kind() + came.month() + event.number)) {
                goods.add(new Good(
                        came.writer(),
                        links.stream()
                                .map(pair -> Objects.requireNonNull(talks.get(pair)))
                                .toList()));
            }
        }
        return goods;
    }

    private static String sentence(List<String> kinds, List<Good> goods) {
        var chats = kinds.stream().mapToDouble(PlainReports::chat).sum();
        var began = goods.stream().filter(Good::beganAsAChat).toList();
        var rest = goods.stream().filter(good -> !good.beganAsAChat()).toList();
        if (goods.size() < 10 || people(goods) < K || kinds.isEmpty()) {
            return "";
        }
        var share = began.size() / (double) goods.size();
        var base = chats / kinds.size();
        var z = 1.959963984540054;
        var n = goods.size();
        var centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        var half = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
        var verdict = base < centre - half ? "MORE" : base > centre + half ? "LESS" : "FAIR";
        var credit = goods.stream().mapToDouble(Good::credit).sum();
        var chatYield = chats == 0 ? null : (Double) (100 * credit / chats);
        var usefulYield = kinds.size() == chats ? null : (Double) (100 * (n - credit) / (kinds.size() - chats));
        var words = new TreeMap<Double, String>(Map.of(
                0.25,
                "QUARTER",
                1 / 3.0,
                "THIRD",
                0.5,
                "HALF",
                2 / 3.0,
                "TWO_THIRDS",
                0.75,
                "THREE_QUARTERS",
                0.9,
                "NINE_IN_TEN"));
        var nearest = words.keySet().stream()
                .min(Comparator.comparingDouble(one -> Math.abs(one - base)))
                .orElseThrow();
        return " share %s base %s%s verdict %s pays %s numbers %s"
                .formatted(
                        word(share),
                        Math.abs(nearest - base) > 0.01 ? "about " : "",
                        words.get(nearest),
                        verdict,
                        payoff(chatYield, usefulYield),
                        people(began) >= K && people(rest) >= K
                                ? n + "/" + began.size() + "/" + rounded(chatYield) + "/" + rounded(usefulYield)
                                : "none");
    }

    private static String payoff(@Nullable Double chat, @Nullable Double useful) {
        if (chat == null || useful == null || chat == 0) {
            return "null";
        }
        var ratio = useful / chat;
        return ratio < 0.8 ? "A_LITTLE_LESS" : ratio <= 1.25 ? "AS_OFTEN" : ratio <= 2 ? "A_LITTLE_MORE" : "MUCH_MORE";
    }

    private static int rounded(@Nullable Double value) {
        return value == null ? 0 : (int) Math.floor(value + 0.5);
    }

    private static long people(List<Good> goods) {
        return goods.stream().map(Good::writer).distinct().count();
    }

    /** The day on which the last follow-up of the year's last event closes, and never before the year is over. */
    LocalDate settledOn(int year) {
        var last = region.ofYear(year).get(region.ofYear(year).size() - 1).day;
        var closed = last.plusMonths(9).plusDays(30);
        var newYear = LocalDate.of(year + 1, 1, 1);
        return closed.isBefore(newYear) ? newYear : closed;
    }

    /** Of newcomers of the year whose following 365 days are over and had an evening in them, those who came in them. */
    private String cameAgain(int year) {
        var today = settledOn(year);
        var due = new HashSet<String>();
        var back = new HashSet<String>();
        for (var event : region.ofYear(year)) {
            var until = event.day.plusDays(365);
            var later = region.events.stream()
                    .filter(other -> other.day.isAfter(event.day) && !other.day.isAfter(until))
                    .toList();
            if (until.isBefore(today) && !later.isEmpty()) {
                event.here.stream()
                        .filter(one ->
                                Objects.requireNonNull(event.places.get(one)).newcomer())
                        .filter(due::add)
                        .filter(one -> later.stream().anyMatch(other -> other.here.contains(one)))
                        .forEach(back::add);
            }
        }
        return back.size() < K || due.size() - back.size() < K
                ? ""
                : " came again " + word(back.size() / (double) due.size());
    }
}
