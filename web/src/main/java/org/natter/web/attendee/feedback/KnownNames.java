package org.natter.web.attendee.feedback;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.HistoryApi.MetBefore;
import org.natter.web.services.Sector;
import org.natter.web.services.Who;
import org.natter.web.services.WritersApi.Greeting;
import org.natter.web.services.WritersApi.Label;
import org.natter.web.services.WritersApi.Listed;

/**
 * The names that one answer's page can show: whom it speaks to, the who-was-there list and the writer's own words for
 * others. Without attendee-service it is {@link #asleep()} and knows nobody by name.
 */
record KnownNames(boolean asleep, @Nullable Greeting greeting, List<Listed> roster, List<Label> labels) {

    /** From so many people on, there is a box to find a name by. */
    static final int MANY = 20;

    /** From so many people on, letters to open are quicker than a list to look through. */
    private static final int LONG = 60;

    /** Nobody by name, for a page that may not ask. */
    static KnownNames none() {
        return new KnownNames(true, null, List.of(), List.of());
    }

    /** Whom the page speaks to and nobody else, for a browser in which nobody may be shown. */
    static KnownNames unshown(@Nullable Greeting greeting) {
        return new KnownNames(false, greeting, List.of(), List.of());
    }

    /** A list's boxes: the roster A to Z but those left out, then the writer's own words for others who are ticked. */
    List<Box> boxes(Collection<Who> leftOut, Collection<Who> ticked) {
        return boxes(leftOut, ticked, ticked.stream().filter(Who::inOwnWords));
    }

    /** The same with the writer's own words for everybody, ticked or not. */
    List<Box> boxesOfAll(Collection<Who> leftOut, Collection<Who> ticked) {
        return boxes(leftOut, ticked, labels.stream().map(label -> Who.labelled(label.label())));
    }

    /** One person's box, whether or not they are still on the roster. */
    Box box(Who who, boolean ticked) {
        var off = !asleep
                && !who.inOwnWords()
                && onTheList().map(Listed::attendance).map(Who::attending).noneMatch(who::equals);
        return new Box(who, nameOf(who), Sector.NOT_SAID, ticked, off);
    }

    /** The boxes of these, in their order. */
    List<Box> boxesOf(Collection<Who> people) {
        return people.stream().map(who -> box(who, true)).toList();
    }

    /**
     * One row a name: the roster A to Z, then the writer's own words for those of them who are ticked.
     *
     * @param met when somebody was met last, for whoever may see that
     */
    List<Row> rows(PeopleForm typed, Map<Who, MetBefore> met) {
        var ticked = new LinkedHashSet<>(typed.fresh());
        ticked.addAll(typed.known());
        return boxes(List.of(), ticked).stream()
                .map(box -> new Row(
                        box,
                        typed.fresh().contains(box.who()),
                        typed.known().contains(box.who()),
                        Optional.ofNullable(met.get(box.who()))
                                .map(last -> SpokenTime.month(
                                        YearMonth.from(last.at().atZone(last.zone()))))
                                .orElse("")))
                .toList();
    }

    /**
     * A long list by the first letters of names, so that a phone need not scroll through it; a short one is a single group
     * without a letter, and those in the writer's own words and those met before always are. They come first.
     */
    static List<Group> groups(List<Row> rows) {
        if (rows.size() < LONG) {
            return List.of(new Group(
                    "",
                    rows.stream()
                            .sorted(Comparator.comparing(row -> row.metBefore().isEmpty()))
                            .toList()));
        }
        var groups = new LinkedHashMap<String, List<Row>>();
        rows.stream()
                .sorted(Comparator.comparing(row -> !row.letter().isEmpty()))
                .forEach(row -> groups.computeIfAbsent(row.letter(), first -> new ArrayList<>())
                        .add(row));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** Whether the list is of those who had a place, since nobody was checked in. */
    public boolean isOfThoseWithAPlace() {
        return !isNobodyListed() && onTheList().noneMatch(Listed::here);
    }

    /** Whether there is nobody to be ticked by name. */
    public boolean isNobodyListed() {
        return onTheList().findAny().isEmpty();
    }

    /** Those who may be ticked, whoever ticks them. */
    Stream<Listed> onTheList() {
        return roster.stream().filter(Listed::listed);
    }

    /** Ticks that have no box while names sleep; they travel along unseen. */
    Collection<Who> withoutBox(Collection<Who> ticked) {
        return asleep ? ticked : Set.of();
    }

    /** Whoever is ticked and has gone off the list since has a box too: what was said of them stays. */
    private List<Box> boxes(Collection<Who> leftOut, Collection<Who> ticked, Stream<Who> others) {
        if (asleep) {
            return List.of();
        }
        var boxes = new ArrayList<Box>();
        for (var person : roster) {
            var who = Who.attending(person.attendance());
            var isTicked = ticked.contains(who);
            if (person.listed() || isTicked) {
                boxes.add(new Box(who, person.name(), person.sector(), isTicked, !person.listed()));
            }
        }
        others.forEach(who -> boxes.add(box(who, ticked.contains(who))));
        var boxed = boxes.stream().map(Box::who).collect(Collectors.toSet());
        ticked.stream().filter(who -> !boxed.contains(who)).forEach(who -> boxes.add(box(who, true)));
        boxes.removeIf(box -> leftOut.contains(box.who()));
        return boxes;
    }

    private @Nullable String nameOf(Who who) {
        var listed = roster.stream()
                .filter(person -> Who.attending(person.attendance()).equals(who))
                .map(Listed::name);
        var labelled = labels.stream()
                .filter(label -> Who.labelled(label.label()).equals(who))
                .map(Label::words);
        return Stream.concat(listed, labelled).findFirst().orElse(null);
    }

    /**
     * One person, who may be ticked as new or as known.
     *
     * @param metBefore the month in which they were met last, such as "March 2026"; empty if it is not to be said
     */
    record Row(Box box, boolean fresh, boolean known, String metBefore) {

        private String letter() {
            return metBefore.isEmpty() ? box.letter() : "";
        }

        /** Whether either is ticked. */
        public boolean isTicked() {
            return fresh || known;
        }

        @Override
        public String toString() {
            return "Row[" + box + "]";
        }
    }

    /** Rows whose names begin with the same letter; an empty one stands for no heading at all. */
    record Group(String letter, List<Row> rows) {

        /** Whether somebody in it is ticked. */
        public boolean isTicked() {
            return rows.stream().anyMatch(Row::isTicked);
        }
    }

    /**
     * One person to tick; without a name, "someone you met".
     *
     * @param offTheList whether they were on the list when they were ticked, and are no more
     */
    record Box(Who who, @Nullable String name, Sector sector, boolean ticked, boolean offTheList) {

        /** The first letter of the name, as a capital; empty for the writer's own words and for somebody without a name. */
        public String letter() {
            return name == null || name.isEmpty() || who.inOwnWords()
                    ? ""
                    : name.substring(0, 1).toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Box[" + who + "]";
        }
    }
}
