package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.FirstVisit;
import org.natter.web.account.Network;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Passwords;
import org.natter.web.account.Role;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TimeZones;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.NewRegion;
import org.natter.web.services.EventApi.Region;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The first run: one form makes the owner's account and the first region, for whoever knows the word that the start said,
 * and signs them in. Once there is an account, it is gone.
 */
@Controller
class SetUpController {

    private static final String SIGN_IN = "redirect:/account/sign-in";

    private final Organisers organisers;
    private final Passwords passwords;
    private final EventApi events;
    private final Network network;
    private final FirstVisit firstVisit;
    private final Entrance entrance;
    private final FormAnswers answers;
    private final Clock clock;

    SetUpController(
            Organisers organisers,
            Passwords passwords,
            EventApi events,
            Network network,
            FirstVisit firstVisit,
            Entrance entrance,
            FormAnswers answers,
            Clock clock) {
        this.organisers = organisers;
        this.passwords = passwords;
        this.events = events;
        this.network = network;
        this.firstVisit = firstVisit;
        this.entrance = entrance;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/set-up")
    String form(SubmittedForm asked, Model model) {
        return organisers.any() ? SIGN_IN : page(SetUpForm.empty(asked.words("word")), FormErrors.none(), model);
    }

    @PostMapping("/set-up")
    String setUp(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (organisers.any()) {
            return SIGN_IN;
        }
        var typed = SetUpForm.of(form);
        var errors = check(typed);
        if (errors.any()) {
            return page(typed, errors.toPutRight(response), model);
        }
        var begun = clock.instant();
        var owner = network.beginFounding(begun);
        if (owner.isEmpty()) {
            return page(typed, FormErrors.one("", answers.say("set-up.another")).toPutRight(response), model);
        }
        try {
            return answers.send(
                    response,
                    Map.of(),
                    () -> found(owner.get(), typed)
                            .map(first -> {
                                entrance.admit(first, request, response);
                                return "redirect:/organise/set-up-done";
                            })
                            .orElse(SIGN_IN),
                    trouble -> page(typed, trouble, model));
        } finally {
            network.endFounding(begun);
        }
    }

    @GetMapping("/organise/set-up-done")
    String done() {
        return "web/account/set-up-done";
    }

    /** The owner, or nobody if somebody else was quicker. */
    private Optional<Organiser> found(OrganiserId id, SetUpForm form) {
        if (organisers.any()) {
            return Optional.empty();
        }
        var region = firstRegion(Caller.owner(id.value()), form.region(), form.zone());
        network.call(form.network());
        var owner = new Organiser(
                id,
                form.name(),
                new EmailAddress(form.email()),
                Role.OWNER,
                region.region(),
                passwords.hash(form.password()),
                clock.instant(),
                0);
        return organisers.add(owner) ? Optional.of(owner) : Optional.empty();
    }

    /** The region of that name, made if it is not there: a second press after trouble makes no second region. */
    private Region firstRegion(Caller owner, String name, String zone) {
        return events.regions(owner).stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseGet(() -> events.found(owner, new NewRegion(name, zone)));
    }

    private FormErrors check(SetUpForm form) {
        var errors = firstVisit.knows(form.word())
                ? FormErrors.none()
                : FormErrors.one("word", answers.say("set-up.word.wrong"));
        for (var objection : form.objections()) {
            errors = errors.with(objection.field(), answers.say(objection.message()));
        }
        return errors;
    }

    private String page(SetUpForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("zones", TimeZones.with(form.zone()));
        model.addAttribute("knowsTheWord", firstVisit.knows(form.word()));
        model.addAttribute("errors", errors);
        return "web/account/set-up";
    }
}
