package org.natter.web.attendee.feedback;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.Met;
import org.natter.web.services.FeedbackApi.NewPeople;
import org.natter.web.services.FeedbackApi.NewPerson;
import org.natter.web.services.FeedbackApi.Others;
import org.natter.web.services.Sector;
import org.natter.web.services.Who;

/** Step 2 as it was typed: who was new, somebody not on the list, and how many without a name. Prints masked. */
record NewPeopleForm(Set<Who> ticked, String someone, String others, boolean nobody) {

    private static final int NO_NUMBER = -1;

    static NewPeopleForm of(SubmittedForm form) {
        return new NewPeopleForm(
                Who.ticked(form.all("who")), form.text("someone"), form.text("others"), form.isTicked("nobody"));
    }

    static NewPeopleForm of(Answer saved) {
        var others = saved.unnamed() == 0 ? "" : String.valueOf(saved.unnamed());
        return new NewPeopleForm(newIn(saved), "", others, false);
    }

    /** Those met for the first time. */
    static Set<Who> newIn(Answer saved) {
        return saved.met().stream().filter(Met::isNew).map(Met::who).collect(Collectors.toUnmodifiableSet());
    }

    boolean saysAnything() {
        return !ticked.isEmpty() || !someone.isBlank() || !others.isBlank() || nobody;
    }

    /** As it is saved, with these people; what is no number is none that the service takes. */
    NewPeople step(Collection<Who> met) {
        var unnamed = others.isBlank() ? List.<Others>of() : List.of(new Others(Sector.NOT_SAID, count()));
        return new NewPeople(met.stream().map(NewPerson::new).toList(), unnamed);
    }

    private int count() {
        var typed = others.strip();
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : NO_NUMBER;
    }

    @Override
    public String toString() {
        return "NewPeopleForm[masked]";
    }
}
