package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.natter.web.account.ChangingPasswords;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.account.Passwords;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A forgotten password: a mailed link, the same answer in the same time whether the address is known or not, and a page on
 * which only the button does anything.
 */
@Controller
class ForgottenController {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenController.class);

    private final ChangingPasswords passwords;
    private final Limits limits;
    private final FormAnswers answers;
    private final ExecutorService quietMails;
    private final Clock clock;

    ForgottenController(
            ChangingPasswords passwords, Limits limits, FormAnswers answers, ExecutorService quietMails, Clock clock) {
        this.passwords = passwords;
        this.limits = limits;
        this.answers = answers;
        this.quietMails = quietMails;
        this.clock = clock;
    }

    @GetMapping("/account/forgotten")
    String form(Model model) {
        return page("", FormErrors.none(), model);
    }

    @PostMapping("/account/forgotten")
    String mailMe(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = form.words("email");
        var email = new EmailAddress(typed);
        var objection = EmailAddress.objectionTo(typed);
        if (objection.isPresent()) {
            return page(
                    typed, FormErrors.one("email", answers.say(objection.get())).toPutRight(response), model);
        }
        limits.askForPassword(Origin.at(request.getRemoteAddr()), email, clock.instant());
        quietMails.execute(() -> mail(email));
        return "redirect:/account/forgotten/check-your-email";
    }

    @GetMapping("/account/forgotten/check-your-email")
    String checkYourEmail() {
        return "web/account/forgotten-check-your-email";
    }

    @GetMapping("/account/new-password/{token}")
    String arrive(@PathVariable String token, HttpServletResponse response, Model model) {
        return passwords.isOpen(token, clock.instant())
                ? newPassword(token, FormErrors.none(), model)
                : runOut(response);
    }

    @PostMapping("/account/new-password")
    String replace(SubmittedForm form, HttpServletResponse response, Model model) {
        var token = form.text("token");
        if (!passwords.isOpen(token, clock.instant())) {
            return runOut(response);
        }
        var password = form.text("password");
        var objection = ChangingPasswords.objectionTo(password);
        if (objection.isPresent()) {
            var errors = FormErrors.one("password", answers.say(objection.get().message()));
            return newPassword(token, errors.toPutRight(response), model);
        }
        return passwords.replace(token, password, clock.instant())
                ? "redirect:/account/sign-in?new-password"
                : runOut(response);
    }

    @ExceptionHandler
    String busy(Passwords.TooBusy trouble, HttpServletResponse response, Model model) {
        TryLater.say(response);
        return page("", FormErrors.one("", answers.say("account.busy")), model);
    }

    private void mail(EmailAddress email) {
        try {
            passwords.mailLink(email, clock.instant());
        } catch (CodeCarrier.NotSent trouble) {
            LOG.warn("A link to a new password could not be sent: {}", trouble.getMessage());
        }
    }

    private static String runOut(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "web/account/new-password-run-out";
    }

    private static String newPassword(String token, FormErrors errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("errors", errors);
        return "web/account/new-password";
    }

    private static String page(String email, FormErrors errors, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "web/account/forgotten";
    }
}
