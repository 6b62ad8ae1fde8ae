package org.natter.web.attendee.feedback;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Who;
import org.natter.web.forms.FormErrors;

/** Somebody who is not on the list, in the writer's own words; no words, nobody. Prints masked. */
record Someone(String words) {

    private static final int LONGEST = 80;

    boolean isThere() {
        return !words.isBlank();
    }

    FormErrors problems(Phrases phrases) {
        return words.strip().length() > LONGEST
                ? FormErrors.one("someone", phrases.say("feedback.someone.long"))
                : FormErrors.none();
    }

    /** Those ticked and this one, whose words attendee-service keeps; the same words twice are one label. */
    List<Who> after(Collection<Who> ticked, AnswerPass pass, Names names) {
        var all = new LinkedHashSet<>(ticked);
        if (isThere()) {
            all.add(names.label(pass, words.strip()));
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "Someone[masked]";
    }
}
