package org.natter.web.attendee.feedback;

import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Choice;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Phrases;
import org.natter.web.forms.FormErrors;
import org.springframework.ui.Model;

/** Step 5: the rest, and two boxes that look unlike. Prints masked. */
record AnythingElsePage(
        Head head,
        String familiarFaces,
        String came,
        String comment,
        String commentId,
        String privateWords,
        boolean privateAsleep,
        boolean anybodyMet,
        FormErrors problems,
        @Nullable Part part) {

    static AnythingElsePage of(
            Gathering gathering,
            AnythingElseForm typed,
            String privateWords,
            boolean anybodyMet,
            Trouble trouble,
            Phrases phrases) {
        return new AnythingElsePage(
                Head.of(gathering, phrases),
                typed.familiarFaces(),
                typed.came(),
                typed.comment(),
                typed.commentId().value(),
                privateWords,
                gathering.asleep(),
                anybodyMet,
                trouble.problems(),
                trouble.part());
    }

    String in(Model model, Phrases phrases) {
        model.addAttribute("page", this);
        model.addAttribute("familiarFaces", Choice.list(phrases, "familiar", AnythingElseForm.FAMILIAR));
        model.addAttribute("came", Choice.list(phrases, "came", AnythingElseForm.CAME));
        return "web/attendee/feedback-5";
    }

    @Override
    public String toString() {
        return "AnythingElsePage[masked]";
    }
}
