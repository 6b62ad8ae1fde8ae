package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import org.natter.web.forms.TryLater;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Where an attendee's page cannot be shown: each end says why in kind words, and shows the way on. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = DeadEnds.class)
class DeadEnds {

    @ExceptionHandler({NothingHere.class, MethodArgumentTypeMismatchException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String nothing(Model model) {
        return MessagePage.of("nothing").in(model);
    }

    @ExceptionHandler
    String asleep(ServiceDown down, Model model, HttpServletResponse response) {
        TryLater.say(response);
        model.addAttribute("asleep", down.service());
        return "web/attendee/asleep";
    }

    @ExceptionHandler
    String refused(ServiceRefusal refusal, Model model, HttpServletResponse response) {
        var absent = refusal.isAbsent();
        response.setStatus(absent ? HttpStatus.NOT_FOUND.value() : HttpStatus.CONFLICT.value());
        return MessagePage.of(absent ? "nothing" : "refused").in(model);
    }
}
