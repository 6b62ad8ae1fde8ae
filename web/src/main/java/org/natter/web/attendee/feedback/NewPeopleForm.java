package org.natter.web.attendee.feedback;

import java.util.Set;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Who;
import org.natter.web.forms.FormErrors;

/** Step 2 as it was typed: who was new, somebody not on the list, and how many without a name. */
record NewPeopleForm(Set<Who> ticked, String someone, String others, boolean nobody, String go) {

    private static final int MOST_OTHERS = 50;

    static NewPeopleForm of(Sent sent) {
        return new NewPeopleForm(
                Who.ticked(sent.all("who")),
                sent.text("someone"),
                sent.text("others"),
                sent.yes("nobody"),
                sent.text("go"));
    }

    static NewPeopleForm of(Answer saved) {
        var others = saved.others() == 0 ? "" : String.valueOf(saved.others());
        return new NewPeopleForm(Set.copyOf(saved.newPeople()), "", others, false, "");
    }

    boolean anything() {
        return !ticked.isEmpty() || !someone.isBlank() || !others.isBlank() || nobody;
    }

    /** "Add another": the same page once more, after saving. */
    boolean another() {
        return go.equals("again");
    }

    /** How many people without a name; only of a form without problems. */
    int count() {
        return others.isBlank() ? 0 : Integer.parseInt(others.strip());
    }

    FormErrors problems(Phrases phrases) {
        if (!anything() && !go.equals("send")) {
            return FormErrors.one("nobody", phrases.say("feedback.new.missing"));
        }
        var tooLong = new Someone(someone).problems(phrases);
        if (tooLong.any()) {
            return tooLong;
        }
        return isCount() ? FormErrors.none() : FormErrors.one("others", phrases.say("feedback.others.number"));
    }

    private boolean isCount() {
        return others.isBlank() || others.strip().matches("[0-9]{1,2}") && count() <= MOST_OTHERS;
    }

    @Override
    public String toString() {
        return "NewPeopleForm[masked]";
    }
}
