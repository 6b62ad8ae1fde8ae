package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where an attendee's page cannot be shown: each end says why in kind words, and shows the way on. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(name = "attendeeDeadEnds", basePackageClasses = DeadEnds.class)
class DeadEnds {

    static final String RETRY_SECONDS = "60";

    private final Phrases phrases;

    DeadEnds(Phrases phrases) {
        this.phrases = phrases;
    }

    @ExceptionHandler(NothingHere.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String nothing(Model model) {
        model.addAttribute("page", new Notice(phrases.say("nothing.title"), phrases.say("nothing.words"), "", ""));
        return "web/attendee/notice";
    }

    @ExceptionHandler(OutOfReach.class)
    String asleep(OutOfReach reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", RETRY_SECONDS);
        model.addAttribute("part", reason.part());
        return "web/attendee/asleep";
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String refused(Model model) {
        model.addAttribute("page", new Notice(phrases.say("refused.title"), phrases.say("refused.words"), "", ""));
        return "web/attendee/notice";
    }

    /** A page of one heading and a few kind words; the button is left out if it has no address. */
    record Notice(String title, String words, String button, String address) {}
}
