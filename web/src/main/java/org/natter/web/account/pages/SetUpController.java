package org.natter.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.TryLater;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.NewRegion;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.ServiceDown;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The first run: one form makes the owner's account and the first region. Once there is an account, it is gone. */
@Controller
class SetUpController {

    private final Organisers organisers;
    private final Passwords passwords;
    private final EventApi events;
    private final Network network;
    private final MessageSource words;
    private final Clock clock;

    SetUpController(
            Organisers organisers,
            Passwords passwords,
            EventApi events,
            Network network,
            MessageSource words,
            Clock clock) {
        this.organisers = organisers;
        this.passwords = passwords;
        this.events = events;
        this.network = network;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/set-up")
    String form(Model model) {
        return organisers.any() ? "redirect:/account/sign-in" : page(SetUpForm.empty(), FormErrors.none(), model);
    }

    @PostMapping("/set-up")
    String setUp(
            @ModelAttribute("form") SetUpForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (organisers.any()) {
            return "redirect:/account/sign-in";
        }
        var errors = check(form);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, errors, model);
        }
        try {
            found(form);
            return "redirect:/account/sign-in";
        } catch (ServiceDown down) {
            TryLater.say(response);
            return page(form, FormErrors.one("", say(down.service().downMessage())), model);
        }
    }

    private void found(SetUpForm form) {
        var id = OrganiserId.fresh();
        var region = firstRegion(Caller.owner(id.value()), typed(form.region()), typed(form.zone()));
        network.call(typed(form.network()));
        organisers.add(new Organiser(
                id,
                typed(form.name()),
                new EmailAddress(typed(form.email())),
                Role.OWNER,
                region.region(),
                passwords.hash(raw(form.password())),
                clock.instant()));
    }

    /** The region of that name, made if it is not there: a second press after trouble makes no second region. */
    private Region firstRegion(Caller owner, String name, String zone) {
        return Optional.of(events.regions(owner)).stream()
                .flatMap(java.util.List::stream)
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseGet(() -> events.found(owner, new NewRegion(name, zone)));
    }

    private FormErrors check(SetUpForm form) {
        var errors = FormErrors.none();
        if (typed(form.name()).isEmpty()) {
            errors = errors.with("name", say("set-up.name.missing"));
        }
        if (!new EmailAddress(typed(form.email())).plausible()) {
            errors = errors.with("email", say("account.email.wrong"));
        }
        var objection = PasswordRule.objectionTo(raw(form.password()));
        if (objection.isPresent()) {
            errors = errors.with("password", say(objection.get()));
        }
        if (typed(form.network()).isEmpty()) {
            errors = errors.with("network", say("set-up.network.missing"));
        }
        if (typed(form.region()).isEmpty()) {
            errors = errors.with("region", say("set-up.region.missing"));
        }
        return form.zoneExists() ? errors : errors.with("zone", say("set-up.zone.wrong"));
    }

    private static String page(SetUpForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "web/account/set-up";
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String raw(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
