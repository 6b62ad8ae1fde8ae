package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.natter.web.account.ChangingPasswords;
import org.natter.web.account.Organiser;
import org.natter.web.account.Passwords;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TryLater;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody's own account: a new password for whoever knows the old one. */
@Controller
class AccountController {

    private final ChangingPasswords passwords;
    private final Entrance entrance;
    private final FormAnswers answers;
    private final Clock clock;

    AccountController(ChangingPasswords passwords, Entrance entrance, FormAnswers answers, Clock clock) {
        this.passwords = passwords;
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/organise/account")
    String account(SubmittedForm asked, @AuthenticationPrincipal Organiser organiser, Model model) {
        model.addAttribute("changed", asked.has("changed"));
        return page(organiser, FormErrors.none(), model);
    }

    @PostMapping("/organise/account")
    String change(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var old = form.text("old");
        var errors =
                old.isEmpty() ? FormErrors.one("old", answers.say("account.old-password.missing")) : FormErrors.none();
        var objection = ChangingPasswords.objectionTo(form.text("password"));
        if (objection.isPresent()) {
            errors = errors.with("password", answers.say(objection.get().message()));
        }
        if (errors.any()) {
            return page(organiser, errors.toPutRight(response), model);
        }
        var change = passwords.change(organiser, old, form.text("password"), clock.instant());
        if (change.organiser().isEmpty()) {
            var words = answers.say(change.objection());
            return page(organiser, FormErrors.one("old", words).toPutRight(response), model);
        }
        entrance.admit(change.organiser().get(), request, response);
        return "redirect:/organise/account?changed";
    }

    @ExceptionHandler
    String busy(
            Passwords.TooBusy trouble,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        TryLater.say(response);
        return page(organiser, FormErrors.one("", answers.say("account.busy")), model);
    }

    private static String page(Organiser organiser, FormErrors errors, Model model) {
        model.addAttribute("who", organiser);
        model.addAttribute("errors", errors);
        return "web/account/account";
    }
}
