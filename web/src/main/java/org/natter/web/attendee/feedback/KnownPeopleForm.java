package org.natter.web.attendee.feedback;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.Before;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.FamiliarPerson;
import org.natter.web.services.FeedbackApi.HowWell;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.Met;
import org.natter.web.services.Who;

/** Step 3 as it was typed: who was known before, and which of them a little only. Prints masked. */
record KnownPeopleForm(Set<Who> ticked, Set<Who> little, String someone, KnownBefore knownBefore) {

    static KnownPeopleForm of(SubmittedForm form) {
        var ticked = Who.ticked(form.all("who"));
        var little = Who.ticked(form.all("little"));
        return new KnownPeopleForm(
                ticked, little, form.text("someone"), form.choice("knownBefore", KnownBefore.NOT_SAID));
    }

    static KnownPeopleForm of(Answer saved) {
        return new KnownPeopleForm(
                those(saved, met -> !met.isNew()), those(saved, KnownPeopleForm::little), "", saved.knownBefore());
    }

    /** As it is saved, with these people. */
    FamiliarPeople step(Collection<Who> met) {
        var people = met.stream()
                .map(who -> new FamiliarPerson(who, little.contains(who) ? HowWell.BIT : HowWell.WELL))
                .toList();
        return new FamiliarPeople(people, knownBefore);
    }

    /** Whether there is anything to save: an empty step is an answer that needs no saving. */
    boolean differsFrom(Answer saved) {
        var littleAndTicked = little.stream().filter(ticked::contains).collect(Collectors.toUnmodifiableSet());
        return !new KnownPeopleForm(ticked, littleAndTicked, someone, knownBefore).equals(of(saved));
    }

    private static boolean little(Met met) {
        return met.before() == Before.BIT;
    }

    private static Set<Who> those(Answer saved, Predicate<Met> which) {
        return saved.met().stream().filter(which).map(Met::who).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "KnownPeopleForm[masked]";
    }
}
