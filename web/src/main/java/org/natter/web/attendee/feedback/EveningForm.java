package org.natter.web.attendee.feedback;

import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.forms.FormErrors;

/** Step 1 as it was typed: two scales from 1 to 5, 0 if not said, and the button's word. */
record EveningForm(int worthComing, int feltWelcome, String go) {

    static EveningForm of(Sent sent) {
        return new EveningForm(star(sent.text("worthComing")), star(sent.text("feltWelcome")), sent.text("go"));
    }

    static EveningForm of(Answer saved) {
        return new EveningForm(saved.worthComing(), saved.feltWelcome(), "");
    }

    /** As the star that was pressed in the mail preselects it. */
    static EveningForm preselected(String star) {
        return new EveningForm(star(star), 0, "");
    }

    /** "I'd rather not say": nothing is saved, and that is fine. */
    boolean skipped() {
        return go.equals("skip");
    }

    FormErrors problems(Phrases phrases) {
        return worthComing == 0 && feltWelcome == 0
                ? FormErrors.one("worthComing", phrases.say("feedback.evening.missing"))
                : FormErrors.none();
    }

    private static int star(String typed) {
        return typed.matches("[1-5]") ? Integer.parseInt(typed) : 0;
    }
}
