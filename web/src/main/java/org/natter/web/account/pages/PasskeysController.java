package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import org.natter.times.SpokenTime;
import org.natter.web.account.ChangingPasswords;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.Organiser;
import org.natter.web.account.Organisers;
import org.natter.web.account.Passkey;
import org.natter.web.account.Passkeys;
import org.natter.web.account.Passwords;
import org.natter.web.account.SignedIn;
import org.natter.web.account.webauthn.PasskeyCeremonies;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody's own passkeys: seen, added by whoever knows the password, and removed. Its owner is mailed of both. */
@Controller
class PasskeysController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeysController.class);
    private static final String PAGE = "redirect:/organise/account/passkeys";
    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final PasskeyCeremonies ceremonies;
    private final Organisers organisers;
    private final Entrance entrance;
    private final ChangingPasswords passwords;
    private final CodeCarrier carrier;
    private final FormAnswers answers;
    private final Clock clock;

    PasskeysController(
            Passkeys passkeys,
            PasskeyCeremonies ceremonies,
            Organisers organisers,
            Entrance entrance,
            ChangingPasswords passwords,
            CodeCarrier carrier,
            FormAnswers answers,
            Clock clock) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.organisers = organisers;
        this.entrance = entrance;
        this.passwords = passwords;
        this.carrier = carrier;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/organise/account/passkeys")
    String list(SubmittedForm asked, @AuthenticationPrincipal Organiser organiser, Model model) {
        model.addAttribute("added", asked.has("added"));
        model.addAttribute("removed", asked.has("removed"));
        return page(organiser, FormErrors.none(), model);
    }

    /** Whoever only found the browser open adds no way in. */
    @PostMapping("/organise/account/passkeys")
    String begin(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var old = form.text("old");
        var objection = old.isEmpty()
                ? "account.old-password.missing"
                : passwords.objectionToOld(organiser, old, clock.instant());
        if (!objection.isEmpty()) {
            return page(organiser, FormErrors.one("old", answers.say(objection)).toPutRight(response), model);
        }
        Challenge.TO_ADD.begin(request, clock.instant());
        return PAGE + "/new";
    }

    @GetMapping("/organise/account/passkeys/new")
    String ask(@AuthenticationPrincipal Organiser organiser, HttpServletRequest request, Model model) {
        return Challenge.TO_ADD
                .of(request, clock.instant())
                .map(challenge -> {
                    model.addAttribute("wanted", ceremonies.toAdd(organiser, challenge));
                    model.addAttribute("longest", LONGEST_NAME);
                    return "web/account/new-passkey";
                })
                .orElse(PAGE);
    }

    @PostMapping("/organise/account/passkeys/new")
    String add(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var name = name(form);
        var added = Challenge.TO_ADD
                .take(request, clock.instant())
                .filter(challenge -> ceremonies.add(organiser, name, challenge, form.text("answer")));
        if (added.isEmpty()) {
            return page(
                    organiser,
                    FormErrors.one("", answers.say("passkeys.not-added")).toPutRight(response),
                    model);
        }
        tell(() -> carrier.sayPasskeyAdded(organiser.email(), name));
        return PAGE + "?added";
    }

    @PostMapping("/organise/account/passkeys/remove")
    String remove(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response) {
        var read = SignedIn.as(organiser);
        var removed = passkeys.remove(read, form.text("passkey"));
        if (removed.isEmpty()) {
            return PAGE;
        }
        organisers
                .find(organiser.id())
                .filter(read.next()::holds)
                .ifPresent(now -> entrance.admit(now, request, response));
        tell(() -> carrier.sayPasskeyRemoved(organiser.email(), removed.get()));
        return PAGE + "?removed";
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

    private String name(SubmittedForm form) {
        var typed = form.words("name").replaceAll("\\s+", " ");
        var name = typed.isEmpty() ? answers.say("passkeys.unnamed") : typed;
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
    }

    /** What was done is done whether the mail leaves or not, and its page says so; the mail is for an owner who did not do it. */
    private static void tell(Runnable mail) {
        try {
            mail.run();
        } catch (CodeCarrier.NotSent trouble) {
            LOG.warn("An organiser could not be mailed that a passkey was added to the account or removed from it");
        }
    }

    private String page(Organiser organiser, FormErrors errors, Model model) {
        var own = passkeys.of(organiser.id());
        model.addAttribute("passkeys", own.stream().map(Row::of).toList());
        model.addAttribute("full", own.size() >= Passkeys.MOST);
        model.addAttribute("errors", errors);
        return "web/account/passkeys";
    }

    /** One passkey as its owner reads of it. */
    record Row(String id, String name, String message, String since, String used) {

        private static final SpokenTime TIMES = SpokenTime.readInBritain(ZoneId.of("Europe/London"));

        static Row of(Passkey passkey) {
            return new Row(
                    passkey.id(),
                    passkey.name(),
                    passkey.used().isPresent() ? "passkeys.used" : "passkeys.since",
                    TIMES.longDay(passkey.since()),
                    passkey.used().map(TIMES::longDay).orElse(""));
        }
    }
}
