package org.natter.web.attendee.feedback;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.FamiliarPerson;
import org.natter.web.services.FeedbackApi.Familiarity;
import org.natter.web.services.FeedbackApi.HowWell;
import org.natter.web.services.FeedbackApi.NewPeople;
import org.natter.web.services.FeedbackApi.NewPerson;
import org.natter.web.services.FeedbackApi.Others;
import org.natter.web.services.FeedbackApi.Side;
import org.natter.web.services.Sector;
import org.natter.web.services.Who;

/**
 * Step 2 as it was typed: who was new, who was known, somebody not on the list, and how many without a name. Prints
 * masked.
 */
record PeopleForm(Set<Who> fresh, Set<Who> known, String someone, boolean knewSomeone, String others, boolean nobody) {

    private static final int NO_NUMBER = -1;

    /** As feedback-service takes it. */
    private static final int MOST_OTHERS = 50;

    static PeopleForm of(SubmittedForm form) {
        return new PeopleForm(
                Who.ticked(form.all("fresh")),
                Who.ticked(form.all("known")),
                form.text("someone"),
                form.isTicked("knewSomeone"),
                form.text("others"),
                form.isTicked("nobody"));
    }

    static PeopleForm of(Answer saved) {
        var others = saved.unnamed() == 0 ? "" : String.valueOf(saved.unnamed());
        var nobody = saved.saysWhom() && saved.met().isEmpty() && saved.unnamed() == 0;
        return new PeopleForm(newIn(saved), knownIn(saved), "", false, others, nobody);
    }

    /** Those met for the first time. */
    static Set<Who> newIn(Answer saved) {
        return those(saved, Side::isNew);
    }

    /** Those known before. */
    static Set<Who> knownIn(Answer saved) {
        return those(saved, met -> !met.isNew());
    }

    /** Those known a little, or only online. */
    static Set<Who> littleIn(Answer saved) {
        return those(saved, met -> met.before() == Familiarity.BIT);
    }

    private static Set<Who> those(Answer saved, Predicate<Side> which) {
        return saved.met().stream().filter(which).map(Side::who).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean saysAnything() {
        return !fresh.isEmpty() || !known.isEmpty() || !someone.isBlank() || !others.isBlank() || nobody;
    }

    /** Whoever of the list is ticked, and was not in the answer before. */
    List<AttendanceId> namedBeside(Answer saved) {
        var before = those(saved, met -> true);
        return Stream.concat(fresh.stream(), known.stream())
                .filter(who -> !who.inOwnWords() && !before.contains(who))
                .map(who -> new AttendanceId(who.id()))
                .distinct()
                .toList();
    }

    /** Whoever is ticked as both, which cannot be so; nobody guesses which was meant. */
    Set<Who> both() {
        var both = new LinkedHashSet<>(fresh);
        both.retainAll(known);
        return both;
    }

    /** Whether it says whom, and also that it was nobody. */
    boolean saysSomebodyAndNobody() {
        var somebody = !fresh.isEmpty()
                || !known.isEmpty()
                || !someone.isBlank()
                || !others.strip().matches("0*");
        return nobody && somebody;
    }

    /** Whether something else than a number stands where one is asked for, or one that the service does not take. */
    boolean saysNoNumber() {
        return !others.isBlank() && (count() == NO_NUMBER || count() > MOST_OTHERS);
    }

    /** The same with somebody in the writer's own words among the new or the known ones. */
    PeopleForm with(Who someBody) {
        return new PeopleForm(
                knewSomeone ? fresh : joined(fresh, someBody),
                knewSomeone ? joined(known, someBody) : known,
                "",
                false,
                others,
                nobody);
    }

    private static Set<Who> joined(Set<Who> all, Who one) {
        var joined = new LinkedHashSet<>(all);
        joined.add(one);
        return joined;
    }

    /** The new ones as they are saved; what is no number is none that the service takes. */
    NewPeople newPeople() {
        var unnamed = others.isBlank() ? List.<Others>of() : List.of(new Others(Sector.NOT_SAID, count()));
        return new NewPeople(fresh.stream().map(NewPerson::new).toList(), unnamed);
    }

    /** These as known ones, beside what was said of them before: well, unless it was a little. */
    static FamiliarPeople familiar(Collection<Who> known, Answer saved) {
        return familiar(known, littleIn(saved), saved);
    }

    /** The same, saying of whom a little. */
    static FamiliarPeople familiar(Collection<Who> known, Set<Who> little, Answer saved) {
        return new FamiliarPeople(
                known.stream()
                        .map(who -> new FamiliarPerson(who, little.contains(who) ? HowWell.BIT : HowWell.WELL))
                        .toList(),
                saved.knownBefore());
    }

    private int count() {
        var typed = others.strip();
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : NO_NUMBER;
    }

    @Override
    public String toString() {
        return "PeopleForm[masked]";
    }
}
