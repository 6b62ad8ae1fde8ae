package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.web.account.CodeCarrier;
import org.natter.web.account.Limits;
import org.natter.web.account.Network;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TimeZones;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.NotThere;
import org.natter.web.services.RegionId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What the network and a region call themselves, and which clock is meant; for owners. */
@Controller
class SettingsController {

    private static final Set<String> TESTED = Set.of("sent", "not-sent", "perhaps");

    private final EventApi events;
    private final CurrentRegion regions;
    private final Network network;
    private final FormAnswers answers;
    private final CodeCarrier post;
    private final Limits limits;
    private final Clock clock;

    SettingsController(
            EventApi events,
            CurrentRegion regions,
            Network network,
            FormAnswers answers,
            CodeCarrier post,
            Limits limits,
            Clock clock) {
        this.events = events;
        this.regions = regions;
        this.network = network;
        this.answers = answers;
        this.post = post;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/organise/settings")
    String settings(
            SubmittedForm shown, @AuthenticationPrincipal Organiser owner, HttpServletRequest request, Model model) {
        var region = now(owner, regions.id(owner, request)).orElseThrow(NotThere::here);
        model.addAttribute("saved", shown.has("saved"));
        model.addAttribute(
                "tested", TESTED.contains(shown.text("test")) ? "settings.test." + shown.text("test") : null);
        model.addAttribute("address", owner.email().value());
        return page(SettingsForm.of(region, network.name()), FormErrors.none(), model);
    }

    @PostMapping("/organise/settings")
    String save(
            SubmittedForm form, @AuthenticationPrincipal Organiser owner, HttpServletResponse response, Model model) {
        var typed = SettingsForm.of(form);
        var region = form.id("region", RegionId::new).orElseThrow(NotThere::here);
        if (typed.network().isEmpty()) {
            var missing = FormErrors.one("network", answers.say("set-up.network.missing"));
            return page(typed, missing.toPutRight(response), model);
        }
        return answers.send(
                response,
                Map.of(),
                () -> {
                    var now = now(owner, region).orElseThrow(NotThere::here);
                    if (!typed.isAbout(now, network.name())) {
                        return changedMeanwhile(typed, now, response, model);
                    }
                    events.change(owner.caller(), region, typed.wish());
                    network.call(typed.network());
                    regions.forget();
                    return "redirect:/organise/settings?saved";
                },
                errors -> page(typed, errors, model));
    }

    /** Only a mail that arrives tells that mails do; how far it got is said as the mail server said it. */
    @PostMapping("/organise/settings/test-email")
    String test(@AuthenticationPrincipal Organiser owner, HttpServletRequest request) {
        limits.testMail(owner, clock.instant());
        var region = regions.named(owner, regions.id(owner, request)).map(Region::name);
        return "redirect:/organise/settings?test=" + sent(owner, region.orElse(""));
    }

    private String sent(Organiser owner, String region) {
        try {
            post.sendTest(owner.email(), region);
            return "sent";
        } catch (CodeCarrier.NotSent trouble) {
            return trouble.isCertain() ? "not-sent" : "perhaps";
        }
    }

    private String changedMeanwhile(SettingsForm typed, Region now, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var words =
                answers.say("settings.changed-meanwhile", now.name(), now.zone().getId());
        return page(typed.over(now, network.name()), FormErrors.one("", words), model);
    }

    /** As event-service has it this moment. */
    private Optional<Region> now(Organiser owner, RegionId region) {
        return events.regions(owner.caller()).stream()
                .filter(one -> one.region().equals(region))
                .findFirst();
    }

    private String page(SettingsForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("zones", TimeZones.with(form.zone()));
        model.addAttribute("errors", errors);
        model.addAttribute("from", post.from());
        return "web/organiser/settings";
    }
}
