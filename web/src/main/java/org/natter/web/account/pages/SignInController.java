package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Organisers;
import org.natter.web.account.Passwords;
import org.natter.web.account.SignedIn;
import org.natter.web.account.SigningIn;
import org.natter.web.account.SigningIn.AttemptOutcome;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TryLater;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages on which organisers sign in and out. Whatever is wrong reads alike; a new session id marks each step. */
@Controller
class SignInController {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(15);
    private static final String CODE_HANDLE = "natter.code.handle";
    private static final String CODE_FOR = "natter.code.for";

    private final SigningIn signingIn;
    private final Organisers organisers;
    private final FormAnswers answers;
    private final CsrfTokenRepository formTokens;
    private final Entrance entrance;
    private final OwnBrowser ownBrowser;
    private final Clock clock;

    SignInController(
            SigningIn signingIn,
            Organisers organisers,
            FormAnswers answers,
            CsrfTokenRepository formTokens,
            Entrance entrance,
            OwnBrowser ownBrowser,
            Clock clock) {
        this.signingIn = signingIn;
        this.organisers = organisers;
        this.answers = answers;
        this.formTokens = formTokens;
        this.entrance = entrance;
        this.ownBrowser = ownBrowser;
        this.clock = clock;
    }

    @GetMapping("/account/sign-in")
    String form(SubmittedForm asked, Model model) {
        model.addAttribute("renewed", asked.has("new-password"));
        if (!organisers.any()) {
            return "redirect:/set-up";
        }
        return signInPage("", asked, FormErrors.none(), model);
    }

    /** A press at a door by somebody who is signed out: whom it was about is said of our own page's press alone. */
    @PostMapping(BackToTheDoor.PRESSED)
    String pressedAtTheDoor(SubmittedForm press, HttpServletRequest request, Model model) {
        var door = BackToTheDoor.forwardedFrom(request);
        if (door.isEmpty()) {
            return "redirect:/account/sign-in";
        }
        model.addAttribute("notIn", BackToTheDoor.whom(press));
        model.addAttribute("typed", BackToTheDoor.typed(press, request));
        signInPage("", press, FormErrors.none(), model);
        model.addAttribute("backTo", door.get());
        return "web/account/sign-in";
    }

    @PostMapping("/account/sign-in")
    String password(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var email = form.text("email");
        var password = form.text("password");
        var blank = blanks(email, password);
        if (blank.any()) {
            return signInPage(email, form, blank.toPutRight(response), model);
        }
        SigningIn.Attempt step;
        try {
            step = signingIn.password(new EmailAddress(email), password, ownBrowser.place(request), clock.instant());
        } catch (CodeCarrier.NotSent trouble) {
            return later("account.code.not-sent", email, form, response, model);
        } catch (Passwords.TooBusy trouble) {
            return later("account.busy", email, form, response, model);
        }
        if (step.outcome() == AttemptOutcome.WAIT) {
            return signInPage(email, form, tooSoon(step, response), model);
        }
        if (step.organiser().isEmpty()) {
            return signInPage(
                    email,
                    form,
                    FormErrors.one("email", answers.say("account.did-not-work")).toPutRight(response),
                    model);
        }
        var session = Entrance.freshSession(request);
        session.setAttribute(CODE_HANDLE, step.handle());
        session.setAttribute(CODE_FOR, SignedIn.as(step.organiser().get()).text());
        BackToTheDoor.keep(BackToTheDoor.saidBy(form), request);
        return "redirect:/account/code";
    }

    @GetMapping("/account/code")
    String codeForm(HttpServletRequest request, Model model) {
        return text(request, CODE_HANDLE).isEmpty() ? "redirect:/account/sign-in" : codePage(FormErrors.none(), model);
    }

    @PostMapping("/account/code")
    String code(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var handle = text(request, CODE_HANDLE);
        var whose = codeFor(request);
        if (handle.isEmpty() || whose.isEmpty()) {
            return "redirect:/account/sign-in";
        }
        var digits = form.text("code").replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return codePage(
                    FormErrors.one("code", answers.say("account.code.missing")).toPutRight(response), model);
        }
        var place = ownBrowser.place(request);
        var step = signingIn.code(whose.get(), handle, digits, place, clock.instant());
        if (step.outcome() == AttemptOutcome.WAIT) {
            return codePage(tooSoon(step, response), model);
        }
        var organiser = step.organiser();
        if (organiser.isEmpty()) {
            return codePage(
                    FormErrors.one("code", answers.say("account.code.wrong")).toPutRight(response), model);
        }
        var door = BackToTheDoor.kept(request);
        entrance.admit(organiser.get(), request, response);
        return BackToTheDoor.orHome(door);
    }

    @PostMapping("/account/code/again")
    String again(HttpServletRequest request, HttpServletResponse response, Model model) {
        var whom = codeFor(request);
        if (whom.isEmpty()) {
            return "redirect:/account/sign-in";
        }
        SigningIn.Attempt step;
        try {
            step = signingIn.again(whom.get().id(), ownBrowser.place(request), clock.instant());
        } catch (CodeCarrier.NotSent trouble) {
            TryLater.say(response);
            return codePage(FormErrors.one("", answers.say("account.code.not-sent")), model);
        }
        if (step.outcome() == AttemptOutcome.WAIT) {
            return codePage(tooSoon(step, response), model);
        }
        request.getSession().setAttribute(CODE_HANDLE, step.handle());
        return "redirect:/account/code";
    }

    @PostMapping("/account/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        formTokens.saveToken(null, request, response);
        return "redirect:/account/sign-in";
    }

    private String later(String message, String email, SubmittedForm form, HttpServletResponse response, Model model) {
        TryLater.say(response);
        return signInPage(email, form, FormErrors.one("", answers.say(message)), model);
    }

    private FormErrors tooSoon(SigningIn.Attempt step, HttpServletResponse response) {
        TryLater.say(response, step.pause());
        return FormErrors.one("", answers.say("account.wait", minutes(step.pause())));
    }

    /** As people say it, rounded up; none of a few seconds. */
    private static long minutes(Duration pause) {
        return pause.compareTo(A_FEW_SECONDS) <= 0 ? 0 : pause.plusSeconds(59).toMinutes();
    }

    private FormErrors blanks(String email, String password) {
        var errors = FormErrors.none();
        if (email.isBlank()) {
            errors = errors.with("email", answers.say("account.email.missing"));
        }
        return password.isEmpty() ? errors.with("password", answers.say("account.password.missing")) : errors;
    }

    /** Whose code is under way here, unless the account has had a new password since. */
    private Optional<SignedIn> codeFor(HttpServletRequest request) {
        return Optional.of(text(request, CODE_FOR))
                .filter(kept -> !kept.isEmpty())
                .map(SignedIn::of)
                .filter(who -> organisers.find(who.id()).filter(who::holds).isPresent());
    }

    private static String text(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        var value = session == null ? null : session.getAttribute(name);
        return value == null ? "" : value.toString();
    }

    private static String signInPage(String email, SubmittedForm form, FormErrors errors, Model model) {
        model.addAttribute("backTo", BackToTheDoor.saidBy(form).orElse(null));
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "web/account/sign-in";
    }

    private static String codePage(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "web/account/code";
    }
}
