package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Choice;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Who;
import org.natter.web.attendee.feedback.Gathering.Box;
import org.natter.web.forms.FormErrors;
import org.springframework.ui.Model;

/** Step 3: who was not new. {@code kept} are ticks without a box, while names sleep; {@code closes} is a day or empty. */
record KnownPeoplePage(
        Head head,
        boolean namesAsleep,
        List<Box> boxes,
        List<String> little,
        List<String> kept,
        String someone,
        String knownBefore,
        String closes,
        FormErrors problems,
        @Nullable Part part) {

    /** Those who were new in step 2 are not asked about again. */
    static KnownPeoplePage of(
            Gathering gathering,
            Set<Who> fresh,
            KnownPeopleForm typed,
            String closes,
            Trouble trouble,
            Phrases phrases) {
        return new KnownPeoplePage(
                Head.of(gathering, phrases),
                gathering.asleep(),
                gathering.boxes(fresh, typed.ticked(), phrases),
                typed.little(),
                gathering.withoutBox(typed.ticked()),
                typed.someone(),
                typed.knownBefore(),
                closes,
                trouble.problems(),
                trouble.part());
    }

    String in(Model model, Phrases phrases) {
        model.addAttribute("page", this);
        model.addAttribute("knownBefore", Choice.list(phrases, "known-before", KnownPeopleForm.KNOWN_BEFORE));
        return "web/attendee/feedback-3";
    }
}
