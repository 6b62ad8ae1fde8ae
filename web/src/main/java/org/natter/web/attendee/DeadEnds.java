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

    private final Phrases phrases;

    DeadEnds(Phrases phrases) {
        this.phrases = phrases;
    }

    @ExceptionHandler(NothingHere.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String nothing(Model model) {
        return Notice.of("nothing", phrases).in(model);
    }

    @ExceptionHandler(OutOfReach.class)
    String asleep(OutOfReach reason, Model model, HttpServletResponse response) {
        Answering.later(response);
        model.addAttribute("part", reason.part());
        return "web/attendee/asleep";
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String refused(Model model) {
        return Notice.of("refused", phrases).in(model);
    }
}
