package org.natter.web.attendee.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.Names.Greeting;
import org.natter.web.attendee.Names.Listed;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Who;

/**
 * The names one answer's pages can show: the who-was-there list and the writer's own words for others. Without
 * attendee-service it is {@link #asleep()} and knows nobody by name.
 */
record Gathering(boolean asleep, @Nullable Greeting greeting, List<Listed> roster, Map<String, String> labels) {

    Gathering {
        roster = List.copyOf(roster);
    }

    static Gathering of(Names names, AnswerPass pass) {
        try {
            return new Gathering(false, names.greeting(pass), sorted(names.roster(pass)), names.labels(pass));
        } catch (OutOfReach | NothingHere | Refused asleep) {
            return new Gathering(true, null, List.of(), Map.of());
        }
    }

    /** A list's boxes: the roster A to Z but those left out, then the writer's own words for others who are ticked. */
    List<Box> boxes(Set<Who> leftOut, Set<Who> ticked, Phrases phrases) {
        return boxes(leftOut, ticked, ticked.stream().filter(Who::inOwnWords), phrases);
    }

    /** The same with the writer's own words for everybody, ticked or not. */
    List<Box> boxesOfAll(Set<Who> leftOut, Set<Who> ticked, Phrases phrases) {
        return boxes(leftOut, ticked, labels.keySet().stream().map(id -> new Who(Who.Kind.LABEL, id)), phrases);
    }

    /** One person's box, whether or not they are still on the roster. */
    Box box(Who who, Set<Who> ticked, Phrases phrases) {
        return new Box(who, nameOf(who, phrases), "", who.inOwnWords(), ticked.contains(who));
    }

    /** The values of ticks that have no box while names sleep; they travel along unseen. */
    List<String> withoutBox(Set<Who> ticked) {
        return asleep ? ticked.stream().map(Who::formValue).toList() : List.of();
    }

    private List<Box> boxes(Set<Who> leftOut, Set<Who> ticked, Stream<Who> others, Phrases phrases) {
        if (asleep) {
            return List.of();
        }
        var boxes = new ArrayList<Box>();
        for (var person : roster) {
            var who = new Who(Who.Kind.ATTENDANCE, person.attendance().value());
            if (!leftOut.contains(who)) {
                boxes.add(new Box(who, person.name(), phrases.sector(person.sector()), false, ticked.contains(who)));
            }
        }
        others.filter(who -> !leftOut.contains(who)).forEach(who -> boxes.add(box(who, ticked, phrases)));
        return boxes;
    }

    /** The name as the writer knows it; "someone you met" if it is not to be had. */
    String nameOf(Who who, Phrases phrases) {
        var label = who.inOwnWords() ? labels.get(who.id()) : null;
        if (label != null) {
            return label;
        }
        return roster.stream()
                .filter(person -> person.attendance().value().equals(who.id()))
                .map(Listed::name)
                .findFirst()
                .orElseGet(() -> phrases.say("somebody"));
    }

    /** The sector of each person of the roster. */
    Map<String, String> sectors() {
        var sectors = new HashMap<String, String>();
        roster.forEach(person -> sectors.put(person.attendance().value(), person.sector()));
        return sectors;
    }

    private static List<Listed> sorted(List<Listed> roster) {
        return roster.stream()
                .sorted(Comparator.comparing(Listed::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** One check box: {@code label} if the name is the writer's own words. */
    record Box(Who who, String name, String sector, boolean label, boolean ticked) {

        public String value() {
            return who.formValue();
        }

        public String id() {
            return who.fieldId();
        }
    }
}
