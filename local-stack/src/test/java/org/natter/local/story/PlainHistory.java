package org.natter.local.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.local.story.PlainNotebooks.Shares;
import org.natter.local.story.PlainRegion.Answer;
import org.natter.local.story.PlainRegion.Event;

/** One person's history by the book, in lines: section 6 of the measures and the words of its screen, and no line of a service. */
final class PlainHistory {

    private static final Map<String, Double> KNOWN = Map.of("A_FEW", 0.2, "ABOUT_HALF", 0.5, "MOST", 0.8);
    private static final List<String> FAMILIAR =
            List.of("NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY");
    private static final List<Double> SHARES = List.of(0.9, 0.7, 0.5, 0.3, 0.1);
    private static final List<String> NUMBERS = List.of(
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");
    private static final String NOT_SAID = PlainRegion.NOT_SAID;

    /** A side as its owner sees it: who it is by the owner's word, and whose name stands there. */
    private record Met(
            String key,
            String name,
            String attending,
            boolean known,
            String talk,
            String again,
            String introducedBy,
            String sector) {}

    private record Visit(
            @Nullable Event event,
            LocalDate day,
            String title,
            List<Met> met,
            @Nullable Answer answer) {

        boolean isTold() {
            return answer != null || !met.isEmpty();
        }

        boolean saysWhom() {
            // every form of a region says whom they met, if only that it was nobody; of whom was removed nothing is
            // said
            return !met.isEmpty()
                    || answer != null
                            && (answer.met().isEmpty() || !answer.others().isEmpty());
        }
    }

    private record Came(
            String id,
            String kind,
            String direction,
            int month,
            boolean chat,
            boolean overheard,
            List<String> names,
            List<String> keys,
            LocalDate middle) {}

    private final PlainRegion region;
    private final String owner;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, List<Visit>> meetings = new LinkedHashMap<>();
    private final List<Came> outcomes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private PlainHistory(PlainRegion region, String owner) {
        this.region = region;
        this.owner = owner;
    }

    static List<String> of(PlainRegion region, String owner) {
        var history = new PlainHistory(region, owner);
        history.visits();
        history.outcomes();
        history.write();
        return history.lines;
    }

    // ---- what there is ----

    private void visits() {
        var all = new ArrayList<Visit>();
        for (var event : region.events) {
            var answer = event.answers.get(owner);
            var met = new ArrayList<Met>();
            event.sidesOf(owner).stream()
                    .map(side -> new Met(
                            key(side.who(), side.label(), event.number),
                            name(side.who(), side.label(), event.number),
                            side.label() ? "" : side.who(),
                            side.before().equals("BIT") || side.before().equals("WELL"),
                            side.talk(),
                            side.again(),
                            hasRemoved(side.introducedBy()) ? "" : side.introducedBy(),
                            side.label() ? NOT_SAID : event.sectorOf(side.who())))
                    .forEach(met::add);
            region.notebooks.added.stream()
                    .filter(one -> one.owner().equals(owner) && one.event() == event.number)
                    .map(PlainHistory::added)
                    .forEach(met::add);
            met.removeIf(side -> hasRemoved(side.key()));
            if (answer != null || !met.isEmpty() || event.here.contains(owner)) {
                all.add(new Visit(event, event.day, event.title, met, answer));
            }
        }
        region.notebooks.added.stream()
                .filter(one -> one.owner().equals(owner) && one.isElsewhere())
                .filter(one -> !hasRemoved(one.person()))
                .forEach(one -> all.add(new Visit(null, one.on(), one.where(), List.of(added(one)), null)));
        all.stream().sorted(Comparator.comparing(Visit::day)).forEach(visits::add);
        for (var visit : visits) {
            visit.met().stream()
                    .map(Met::key)
                    .distinct()
                    .forEach(key -> meetings.computeIfAbsent(key, first -> new ArrayList<>())
                            .add(visit));
        }
    }

    /** Whoever is taken out is gone with all that was noted of them. */
    private boolean hasRemoved(String key) {
        return region.notebooks.hasRemoved(owner, key);
    }

    private static Met added(PlainNotebooks.Added one) {
        var known = !one.person().isEmpty();
        return new Met(
                known ? one.person() : "added " + one.id(),
                known ? one.person() : one.words(),
                "",
                one.known(),
                one.useful() ? "USEFUL" : "CHAT",
                "YES",
                "",
                NOT_SAID);
    }

    /** A label is a person of its own for each of its evenings, until its owner says who it really is. */
    private String key(String who, boolean label, int event) {
        if (!label) {
            return who;
        }
        return reallyOf(who, event)
                .map(one -> key(one.whom(), one.isLabel(), one.labelledAt()))
                .orElse("label " + who + " " + event);
    }

    private String name(String who, boolean label, int event) {
        return label
                ? reallyOf(who, event)
                        .map(one -> name(one.whom(), one.isLabel(), one.labelledAt()))
                        .orElse(who)
                : who;
    }

    private Optional<PlainNotebooks.Really> reallyOf(String words, int event) {
        return region.notebooks.really.stream()
                .filter(one -> one.owner().equals(owner) && one.words().equals(words) && one.event() == event)
                .findFirst();
    }

    private void outcomes() {
        for (var one : region.outcomes) {
            var owedTo = one.credited().stream()
                    .filter(side -> !hasRemoved(key(side.who(), side.label(), one.event())))
                    .toList();
            if (one.writer().equals(owner) && owedTo.isEmpty() == one.credited().isEmpty()) {
                outcomes.add(new Came(
                        one.id(),
                        one.kind(),
                        one.direction(),
                        one.month().getYear() * 100 + one.month().getMonthValue(),
                        owedTo.isEmpty() || owedTo.get(0).talk().equals("CHAT"),
                        owedTo.isEmpty(),
                        owedTo.stream()
                                .map(side -> name(side.who(), side.label(), one.event()))
                                .toList(),
                        owedTo.stream()
                                .map(side -> key(side.who(), side.label(), one.event()))
                                .toList(),
                        one.month().atDay(15)));
            }
        }
        for (var one : region.notebooks.outcomes) {
            if (one.owner().equals(owner) && !hasRemoved(one.whom())) {
                var first = meetings.getOrDefault(one.whom(), List.of()).get(0);
                outcomes.add(new Came(
                        one.id(),
                        one.kind(),
                        one.direction(),
                        one.month().getYear() * 100 + one.month().getMonthValue(),
                        side(first, one.whom()).talk().equals("CHAT"),
                        false,
                        List.of(one.whom()),
                        List.of(one.whom()),
                        one.month().atDay(15)));
            }
        }
        outcomes.sort(Comparator.comparing(Came::month).thenComparing(Came::id).reversed());
    }

    private static Met side(Visit visit, String key) {
        return visit.met().stream()
                .filter(side -> side.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    // ---- in lines ----

    private void write() {
        var evenings = new ArrayList<List<String>>();
        var before = new HashSet<String>();
        for (var visit : visits) {
            evenings.add(0, evening(visit, before));
            visit.met().forEach(side -> before.add(side.key()));
        }
        evenings.forEach(lines::addAll);
        people();
        outcomes.forEach(came -> lines.add("came %s %s in %d chat %s overheard %s owed to %s"
                .formatted(came.kind(), came.direction(), came.month(), came.chat(), came.overheard(), came.names())));
        soFar();
    }

    private List<String> evening(Visit visit, Set<String> before) {
        var told = new ArrayList<String>();
        var unnamed = unnamed(visit);
        told.add("evening %s answered %s others %d".formatted(visit.title(), visit.answer() != null, unnamed.size()));
        for (var side : visit.met()) {
            told.add("  met %s of %s %s %s %s by %s both %s"
                    .formatted(
                            side.name(),
                            side.sector(),
                            side.known() || before.contains(side.key()) ? "KNOWN" : "NEW",
                            side.talk(),
                            side.again(),
                            side.introducedBy().isEmpty() ? "nobody" : side.introducedBy(),
                            both(visit, side)));
        }
        introductions(visit).forEach(chain -> told.add("  led " + chain));
        if (visit.event() != null && visit.isTold()) {
            sentences(visit, visit.event(), before, unnamed).forEach(sentence -> told.add("  says " + sentence));
        }
        return told;
    }

    private static List<String> unnamed(Visit visit) {
        var sectors = new ArrayList<String>();
        if (visit.answer() != null) {
            visit.answer().others().forEach((sector, count) -> sectors.addAll(Collections.nCopies(count, sector)));
        }
        return sectors.subList(0, Math.min(50, sectors.size()));
    }

    private boolean both(Visit visit, Met side) {
        return visit.event() != null
                && !side.attending().isEmpty()
                && visit.event().names(side.attending(), owner)
                && shares(side.attending()).bothSaidSo()
                && !region.notebooks.hasRemoved(side.attending(), owner);
    }

    /** As long as nothing was said, "you both said so" may stand and circles may not. */
    private Shares shares(String person) {
        return region.notebooks.shares.getOrDefault(person, new Shares(true, false));
    }

    private List<List<String>> introductions(Visit visit) {
        var chains = new ArrayList<List<String>>();
        for (var side : visit.met()) {
            if (!side.introducedBy().isEmpty()) {
                var keys = new LinkedHashSet<>(List.of(side.key()));
                var names = new ArrayList<>(List.of(side.name()));
                var next = side.introducedBy();
                while (!next.isEmpty() && names.size() < 4 && keys.add(next)) {
                    names.add(0, next);
                    var by = next;
                    next = meetings.getOrDefault(by, List.of()).stream()
                            .map(meeting -> side(meeting, by).introducedBy())
                            .filter(one -> !one.isEmpty())
                            .findFirst()
                            .orElse("");
                }
                chains.add(names);
            }
        }
        return chains.stream()
                .filter(chain -> chains.stream()
                        .noneMatch(longer ->
                                longer.size() > chain.size() && Collections.indexOfSubList(longer, chain) >= 0))
                .distinct()
                .toList();
    }

    private List<String> sentences(Visit visit, Event event, Set<String> before, List<String> unnamed) {
        var room = new HashSet<>(event.here);
        if (!room.isEmpty()) {
            room.add(owner);
        }
        var n = room.size();
        var known = visit.met().stream()
                .filter(side -> side.known() || before.contains(side.key()))
                .toList();
        var all = visit.met().size() + unnamed.size();
        var fresh = all - known.size();
        var said = new ArrayList<String>();
        if (visit.saysWhom()) {
            said.add(spokenTo(all, fresh));
        }
        var again = again(visit.met().stream().map(Met::again).toList());
        if (again[1] > 0) {
            said.add(
                    all == 1
                            ? again[0] > 0 ? "You'd know them again." : "Perhaps you'd know them again."
                            : all > 1 && again[1] == all && (again[0] == all || again[0] == 0)
                                    ? (again[0] > 0 ? "You'd" : "Perhaps you'd") + " know "
                                            + (all == 2 ? "both" : "all " + all) + " of them again."
                                    : "You'd know " + perhaps(again, ", ")
                                            + (again[0] < again[1] && again[0] > 0 ? ", of" : " of") + " them again.");
        }
        var sectors = new ArrayList<>(visit.met().stream().map(Met::sector).toList());
        sectors.addAll(unnamed);
        sectors.removeIf(NOT_SAID::equals);
        var kinds = new HashSet<>(sectors).size();
        if (kinds > 1) {
            said.add(NUMBERS.get(kinds) + " kinds of library.");
        }
        var there = known.stream().map(Met::key).collect(Collectors.toCollection(HashSet::new));
        room.stream().filter(one -> !one.equals(owner) && before.contains(one)).forEach(there::add);
        var tapped =
                visit.answer() == null ? 0 : KNOWN.getOrDefault(visit.answer().knownBefore(), 0.0);
        var k = Math.min(Math.max(0, n - 1), Math.max(there.size(), Math.floor(tapped * (n - 1) + 0.5)));
        if (all >= 3 && n > 1 && (n - 1 - k) / (n - 1) >= 0.15) {
            var lift = fresh / (double) all / ((n - 1 - k) / (n - 1));
            said.add(
                    lift < 0.8
                            ? "By what you've told us, more of those you spoke to were people you knew than the room"
                                    + " of "
                                    + n + " made likely."
                            : lift <= 1.25
                                    ? "As for new faces, that's about what the room of " + n + " made likely."
                                    : "More of those you spoke to were new to you than the room of " + n
                                            + " made likely.");
        }
        var own = event.sectorOf(owner);
        var alike = room.stream().filter(one -> event.sectorOf(one).equals(own)).count();
        if (!own.equals(NOT_SAID) && sectors.size() >= 3 && n > 1 && n > alike) {
            var x = sectors.stream().filter(one -> !one.equals(own)).count() / (double) sectors.size();
            var ratio = x / ((n - alike) / (n - 1.0));
            said.add(
                    ratio < 0.8
                            ? "By kind of library, more of them were from your own than the room made likely."
                            : ratio <= 1.25
                                    ? "By kind of library, they were about the mix the room made likely."
                                    : "By kind of library, more of them were from elsewhere than the room made"
                                            + " likely.");
        }
        return said;
    }

    private static String spokenTo(int all, int fresh) {
        if (all == 0) {
            return "Some events are for listening. Those count too.";
        }
        if (all == 1) {
            return "One good conversation.";
        }
        var people = "You spoke to " + all + " people";
        return fresh == 0
                ? people + "."
                : fresh == all
                        ? people + (all == 2 ? ", both" : ", all") + " of them new."
                        : people + "; " + fresh + (fresh == 1 ? " was new." : " were new.");
    }

    /** Surely, and perhaps. */
    private static int[] again(List<String> words) {
        var yes = (int) words.stream().filter("YES"::equals).count();
        return new int[] {
            yes, yes + (int) words.stream().filter("MAYBE"::equals).count()
        };
    }

    private static String perhaps(int[] again, String join) {
        return again[0] == again[1]
                ? String.valueOf(again[0])
                : again[0] == 0 ? "perhaps " + again[1] : again[0] + join + "perhaps " + again[1];
    }

    private void people() {
        record Row(LocalDate last, String name, String line) {}
        var rows = new ArrayList<Row>();
        var beyond = 0;
        for (var one : meetings.entrySet()) {
            var key = one.getKey();
            var met = one.getValue();
            var kinds = outcomes.stream()
                    .filter(came -> came.keys().contains(key))
                    .map(Came::kind)
                    .collect(Collectors.toSet());
            var press = region.notebooks.pressed.stream()
                    .filter(page -> page.owner().equals(owner) && page.whom().equals(key))
                    .toList();
            var metAgain = press.stream().anyMatch(PlainNotebooks.Pressed::metAgain);
            var touch = press.stream().anyMatch(PlainNotebooks.Pressed::keptInTouch);
            var stage = kinds.stream().anyMatch(kind -> !kind.equals("KEPT_IN_TOUCH"))
                    ? "SOMETHING_CAME_OF_IT"
                    : !kinds.isEmpty() || touch
                            ? "KEPT_IN_TOUCH"
                            : met.size() > 1 || metAgain ? "MET_AGAIN" : "MET_ONCE";
            beyond += stage.equals("MET_ONCE") ? 0 : 1;
            var first = side(met.get(0), key);
            rows.add(new Row(
                    met.get(met.size() - 1).day(),
                    first.name(),
                    "knows %s met %d knew %s %s again %s touch %s both %s own words %s"
                            .formatted(
                                    first.name(),
                                    met.size(),
                                    first.known(),
                                    stage,
                                    metAgain,
                                    touch,
                                    met.stream().anyMatch(visit -> both(visit, side(visit, key))),
                                    key.startsWith("label ") || key.startsWith("added "))));
        }
        rows.stream()
                .sorted(Comparator.comparing(Row::last).reversed().thenComparing(Row::name))
                .forEach(row -> lines.add(row.line()));
        if (!meetings.isEmpty()) {
            lines.add("in all " + people(meetings.size())
                    + (beyond == 0 ? "." : "; " + beyond + " went beyond a first chat."));
        }
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private void soFar() {
        var told = visits.stream()
                .filter(visit -> visit.event() != null && visit.saysWhom())
                .toList();
        var firsts = new HashSet<String>();
        var fresh = 0;
        var last = new HashMap<String, String>();
        var sectors = new HashMap<String, String>();
        var familiar = new ArrayList<Double>();
        for (var visit : visits) {
            for (var side : visit.met()) {
                fresh += firsts.add(side.key()) && !side.known() ? 1 : 0;
                if (!side.again().equals(NOT_SAID)) {
                    last.put(side.key(), side.again());
                }
                if (!side.sector().equals(NOT_SAID)) {
                    sectors.put(side.key(), side.sector());
                }
            }
            if (visit.answer() != null && FAMILIAR.contains(visit.answer().familiar())) {
                familiar.add(SHARES.get(FAMILIAR.indexOf(visit.answer().familiar())));
            }
        }
        var again = again(List.copyOf(last.values()));
        var counted = outcomes.stream()
                .filter(came -> !came.kind().equals("KEPT_IN_TOUCH"))
                .toList();
        var began = (int) counted.stream().filter(Came::chat).count();
        if (!visits.isEmpty()) {
            lines.add("first of all " + headline(counted, again, told.size()));
        }
        facts(told.size(), fresh, again, sectors, counted, began);
        good(familiar);
        chatting(counted, began);
        circles();
    }

    private String headline(List<Came> counted, int[] again, int told) {
        if (!counted.isEmpty()) {
            var newest = counted.get(0);
            var what = what(newest.kind(), newest.direction());
            var names = String.join(" and ", newest.names());
            return newest.overheard()
                    ? what + " began with something you overheard."
                    : what + (newest.chat() ? " began as just a chat with " : " came of meeting ") + names + ".";
        }
        var later = " you'd know again. These things usually take months.";
        if (again[0] > 0) {
            return number(again[0]) + (again[0] == 1 ? " person" : " people") + later;
        }
        if (again[1] > 0) {
            return "Perhaps " + (again[1] == 1 ? "one person" : again[1] + " people") + later;
        }
        if (!meetings.isEmpty()) {
            return number(meetings.size()) + (meetings.size() == 1 ? " person" : " people")
                    + " so far. These things usually take months.";
        }
        return told > 0 ? "Some events are for listening. Those count too." : "You were there. That's where it starts.";
    }

    private static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    private static String what(String kind, String direction) {
        var given = direction.equals("GIVEN");
        return switch (kind) {
            case "INTRODUCED_ON" -> given ? "An introduction you made" : "An introduction to somebody else";
            case "ADVICE" -> given ? "Advice you gave" : "Advice you could use";
            case "VISIT" -> given ? "A visit you hosted" : "A visit";
            case "HELPED" -> given ? "Help you gave" : "Help you were given";
            case "JOB" -> given ? "A job or interview you helped with" : "A job or interview";
            case "WORKED_TOGETHER" -> "Working together";
            default -> "Something good";
        };
    }

    private void facts(int told, int fresh, int[] again, Map<String, String> sectors, List<Came> counted, int began) {
        var unnamed = visits.stream().mapToInt(visit -> unnamed(visit).size()).sum();
        if (!meetings.isEmpty()) {
            var all = meetings.size();
            lines.add("fact "
                    + (fresh == 0
                            ? people(all)
                            : fresh < all
                                    ? people(all) + ", " + fresh + " of them new"
                                    : all == 1
                                            ? "1 person, new to you"
                                            : people(all) + (all == 2 ? ", both" : ", all") + " of them new"));
            lines.add("  rests on "
                    + (told == 0
                            ? "Noted by yourself"
                            : "Over " + (told == 1 ? "the one event" : "the " + told + " events")
                                    + " you told us about"
                                    + (visits.stream().anyMatch(visit -> visit.event() == null)
                                            ? " and what you noted from elsewhere"
                                            : ""))
                    + (unnamed == 0
                            ? ""
                            : unnamed == 1
                                    ? ", without one person whose name you missed"
                                    : ", without " + unnamed + " people whose names you missed"));
        }
        if (again[1] > 0) {
            var words = again[0] == 0 ? "Perhaps " + again[1] : perhaps(again, ", ");
            lines.add("fact " + words + (again[0] > 0 && again[0] < again[1] ? ", you'd" : " you'd") + " know again");
            lines.add(
                    meetings.size() == 1
                            ? "  rests on Of that one person, by your last word"
                            : "  rests on Of those " + people(meetings.size()) + ", by your last word about each");
        }
        var kinds = new TreeSet<>(sectors.values()).size();
        if (kinds > 1) {
            lines.add("fact " + number(kinds) + " kinds of library");
            lines.add("  rests on Among the " + sectors.size() + " people whose kind we know");
        }
        company();
        if (meetings.isEmpty() && counted.isEmpty()) {
            return;
        }
        if (counted.isEmpty()) {
            lines.add("fact Nothing yet");
            lines.add("  rests on These things usually take months");
            return;
        }
        var given = counted.stream()
                .filter(came -> came.direction().equals("GIVEN"))
                .count();
        var received = counted.size() - given;
        lines.add("fact " + (counted.size() == 1 ? "1 thing" : counted.size() + " things") + " came of it");
        lines.add("  rests on "
                + (counted.size() >= 3 && began > 0
                        ? ofYours(began, counted.size())
                        : (received > 0 ? received + " received" : "")
                                + (received > 0 && given > 0 ? ", " : "")
                                + (given > 0 ? given + " given" : "")
                                + (counted.size() < outcomes.size() ? ", keeping in touch not counted" : "")));
    }

    private void company() {
        var alone = freshWhere("ALONE");
        var together = freshWhere("WITH_COLLEAGUES");
        if (alone.size() >= 3 && together.size() >= 3) {
            lines.add("fact New people, in the middle: " + middle(alone) + " when you came alone, " + middle(together)
                    + " with colleagues");
            lines.add("  rests on Over " + alone.size() + " events you came to alone and " + together.size()
                    + " with colleagues, by your own word");
        }
    }

    /** How many were new to them at each event to which they came so. */
    private List<Double> freshWhere(String company) {
        var before = new HashSet<String>();
        var fresh = new ArrayList<Double>();
        for (var visit : visits) {
            if (visit.event() != null
                    && visit.saysWhom()
                    && visit.answer() != null
                    && visit.answer().company().equals(company)) {
                fresh.add((double) unnamed(visit).size()
                        + visit.met().stream()
                                .filter(side -> !side.known() && !before.contains(side.key()))
                                .count());
            }
            visit.met().forEach(side -> before.add(side.key()));
        }
        return fresh;
    }

    private static String middle(List<Double> values) {
        var median = median(values);
        var below = (int) median;
        return median > below ? "between " + below + " and " + (below + 1) : String.valueOf(below);
    }

    private void good(List<Double> familiar) {
        var before = new HashSet<String>();
        var fresh = new ArrayList<Double>();
        for (var visit : visits) {
            var unnamed = unnamed(visit).size();
            if (visit.event() != null && visit.isTold() && visit.saysWhom()) {
                fresh.add((double) unnamed
                        + visit.met().stream()
                                .filter(side -> !side.known() && !before.contains(side.key()))
                                .count());
            }
            visit.met().forEach(side -> before.add(side.key()));
        }
        if (fresh.size() < 3) {
            lines.add("good From three events on, you'll see the newest beside your own earlier ones.");
        } else {
            var newest = fresh.remove(fresh.size() - 1).intValue();
            var middle = middle(fresh);
            lines.add("good At the newest event you told us about, "
                    + (newest == 0
                            ? "nobody was new to you"
                            : newest == 1 ? "1 person was new to you" : newest + " people were new to you")
                    + ". In the " + fresh.size() + " before it, the middle was " + middle + ".");
        }
        if (familiar.size() >= 3) {
            var middle = median(familiar.subList(familiar.size() - 3, familiar.size()));
            var word = FAMILIAR.get(SHARES.indexOf(middle));
            lines.add(
                    "good Lately you've spent " + word.toLowerCase(Locale.ROOT).replace('_', ' ')
                            + " of the time with people you knew already."
                            + (word.equals("NEARLY_ALL") ? " One break from them is enough." : ""));
        }
        lines.add("good There is no score here, and nobody is compared with anybody else. A quiet event is a good"
                + " result, too.");
    }

    private static String ofYours(int began, int all) {
        return (began == all ? "All " + all + " of yours" : began + " of your " + all) + " began as just a chat";
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private void chatting(List<Came> counted, int began) {
        var all = counted.size();
        if (all >= 3 && began > 0) {
            lines.add("chats " + ofYours(began, all) + ".");
        }
        lines.add("asks "
                + (all == 0
                        ? "Nothing yet. These things usually take months."
                        : all < 3
                                ? (all == 1 ? "1 thing has" : all + " things have")
                                        + " come of it so far. From three on, we'll say how many began as just a chat."
                                : began > 0
                                        ? ofYours(began, all) + "."
                                        : "None of your " + all + " began as just a chat, so far."));
        var days = counted.stream()
                .map(this::daysTo)
                .filter(Objects::nonNull)
                .map(Long::doubleValue)
                .toList();
        if (days.size() >= 3) {
            var months = (int) Math.floor(median(days) / (365.25 / 12) + 0.5);
            lines.add("asks In the middle, it took "
                    + (months == 0
                            ? "less than a month."
                            : months == 1 ? "about a month." : "about " + months + " months."));
        }
    }

    private @Nullable Long daysTo(Came came) {
        return came.keys().stream()
                .flatMap(key -> meetings.getOrDefault(key, List.of()).stream())
                .map(Visit::day)
                .min(Comparator.naturalOrder())
                .map(first -> Math.max(0, ChronoUnit.DAYS.between(first, came.middle())))
                .orElse(null);
    }

    private void circles() {
        var sharers =
                meetings.keySet().stream().filter(key -> shares(key).circles()).toList();
        if (meetings.size() < 5 || sharers.size() < 2) {
            return;
        }
        var circle = new HashMap<String, String>();
        meetings.keySet().forEach(key -> circle.put(key, key));
        for (var one : sharers) {
            for (var other : sharers) {
                if (region.events.stream().anyMatch(event -> event.names(one, other) && event.names(other, one))
                        && !one.equals(other)
                        && !region.notebooks.hasRemoved(one, other)
                        && !region.notebooks.hasRemoved(other, one)) {
                    var from = circle.get(one);
                    var into = circle.get(other);
                    circle.replaceAll((key, in) -> in.equals(from) ? Objects.requireNonNull(into) : in);
                }
            }
        }
        var circles = new HashSet<>(circle.values()).size();
        lines.add("circles Your " + meetings.size() + " people sit in "
                + (circles == 1 ? "one circle." : circles + " separate circles."));
    }
}
