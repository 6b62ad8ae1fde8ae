package org.natter.web.attendee.feedback;

import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Token;
import org.natter.web.forms.FormErrors;
import org.springframework.ui.Model;

/** Step 1; {@code token} is there only until the first press. Prints masked. */
record EveningPage(
        Head head,
        @Nullable String token,
        int worthComing,
        int feltWelcome,
        FormErrors problems,
        @Nullable Part part) {

    static EveningPage of(Head head, @Nullable Token token, EveningForm typed, Trouble trouble) {
        return new EveningPage(
                head,
                token == null ? null : token.value(),
                typed.worthComing(),
                typed.feltWelcome(),
                trouble.problems(),
                trouble.part());
    }

    String in(Model model) {
        model.addAttribute("page", this);
        return "web/attendee/feedback-1";
    }

    @Override
    public String toString() {
        return "EveningPage[masked]";
    }
}
