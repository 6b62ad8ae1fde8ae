package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.feedback.Gathering.Box;
import org.natter.web.forms.FormErrors;
import org.springframework.ui.Model;

/** Step 2: who was new. {@code kept} are ticks without a box, while names sleep; {@code closes} is a day or empty. */
record NewPeoplePage(
        Head head,
        boolean namesAsleep,
        boolean nobodyListed,
        List<Box> boxes,
        List<String> kept,
        String someone,
        String others,
        boolean nobody,
        String closes,
        FormErrors problems,
        @Nullable Part part) {

    static NewPeoplePage of(Gathering gathering, NewPeopleForm typed, String closes, Trouble trouble, Phrases phrases) {
        return new NewPeoplePage(
                Head.of(gathering, phrases),
                gathering.asleep(),
                gathering.roster().isEmpty(),
                gathering.boxes(Set.of(), typed.ticked(), phrases),
                gathering.withoutBox(typed.ticked()),
                typed.someone(),
                typed.others(),
                typed.nobody(),
                closes,
                trouble.problems(),
                trouble.part());
    }

    String in(Model model) {
        model.addAttribute("page", this);
        return "web/attendee/feedback-2";
    }
}
