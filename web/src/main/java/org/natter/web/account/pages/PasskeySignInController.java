package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.account.webauthn.PasskeyCeremonies;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in with a passkey, without an address, a password or a mail. */
@Controller
class PasskeySignInController {

    private final PasskeyCeremonies passkeys;
    private final Limits limits;
    private final Entrance entrance;
    private final FormAnswers answers;
    private final Clock clock;

    PasskeySignInController(
            PasskeyCeremonies passkeys, Limits limits, Entrance entrance, FormAnswers answers, Clock clock) {
        this.passkeys = passkeys;
        this.limits = limits;
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/account/passkey")
    String begin(SubmittedForm form, HttpServletRequest request) {
        if (!passkeys.isOffered()) {
            return "redirect:/account/sign-in";
        }
        Challenge.TO_SIGN_IN.begin(request, clock.instant());
        BackToTheDoor.keep(BackToTheDoor.saidBy(form), request);
        return "redirect:/account/passkey";
    }

    @GetMapping("/account/passkey")
    String ask(HttpServletRequest request, Model model) {
        return Challenge.TO_SIGN_IN
                .of(request, clock.instant())
                .map(challenge -> {
                    model.addAttribute("wanted", passkeys.toSignIn(challenge));
                    return "web/account/passkey";
                })
                .orElse("redirect:/account/sign-in");
    }

    @PostMapping("/account/passkey/answer")
    String answer(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var now = clock.instant();
        limits.showPasskey(Origin.at(request.getRemoteAddr()), now);
        var organiser = Challenge.TO_SIGN_IN
                .take(request, now)
                .flatMap(challenge -> passkeys.signIn(challenge, form.text("answer")));
        var door = BackToTheDoor.kept(request);
        if (organiser.isEmpty()) {
            model.addAttribute("backTo", door.orElse(null));
            model.addAttribute("email", "");
            model.addAttribute(
                    "errors",
                    FormErrors.one("", answers.say("account.passkey.wrong")).toPutRight(response));
            return "web/account/sign-in";
        }
        entrance.admit(organiser.get(), request, response);
        return BackToTheDoor.orHome(door);
    }
}
