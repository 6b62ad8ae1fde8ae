package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Backend;
import org.natter.web.services.NotThere;
import org.natter.web.services.OperationsApi;
import org.natter.web.services.OperationsApi.Discard;
import org.natter.web.services.OperationsApi.DiscardReason;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Messages that a service could not apply, for owners: look at one, try it again after the cause was mended, or discard it
 * with a reason. Pressing twice does no harm: a message that was applied is known, a decision stays the same.
 */
@Controller
class SetAsideController {

    private static final List<Option> REASONS = Option.of("set-aside.discard.", DiscardReason.class);
    private static final Set<String> SAID = Set.of("replayed", "discarded");

    private final Map<Backend, OperationsApi> setAside;
    private final CurrentRegion regions;
    private final FormAnswers answers;
    private final Clock clock;

    SetAsideController(Map<Backend, OperationsApi> setAside, CurrentRegion regions, FormAnswers answers, Clock clock) {
        this.setAside = setAside;
        this.regions = regions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/organise/health/{service}")
    String list(
            @PathVariable String service,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            Model model) {
        var operations = operations(service);
        var zone = regions.zone(owner, request);
        model.addAttribute("service", service);
        var said = shown.text("said");
        model.addAttribute("said", SAID.contains(said) ? "set-aside.said." + said : null);
        model.addAttribute(
                "page",
                PagePart.of(() -> operations.undecided(owner.caller()))
                        .map(all -> SetAsidePages.Waiting.of(service, all, zone, clock.instant())));
        return "web/organiser/set-aside";
    }

    @GetMapping("/organise/health/{service}/{id}")
    String look(
            @PathVariable String service,
            @PathVariable String id,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            Model model) {
        return show(service, id, owner, "", FormErrors.none(), request, model);
    }

    @PostMapping("/organise/health/{service}/{id}/replay")
    String replay(
            @PathVariable String service,
            @PathVariable String id,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return decide(service, id, owner, "", request, response, model, operations -> {
            operations.replay(owner.caller(), id);
            return "replayed";
        });
    }

    @PostMapping("/organise/health/{service}/{id}/discard")
    String discard(
            @PathVariable String service,
            @PathVariable String id,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser owner,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var reason = form.choice("reason", DiscardReason.class);
        if (reason == null) {
            var missing = FormErrors.one("reason", answers.say("set-aside.reason.missing"));
            return show(service, id, owner, "", missing.toPutRight(response), request, model);
        }
        return decide(service, id, owner, reason.name(), request, response, model, operations -> {
            operations.discard(owner.caller(), id, new Discard(reason));
            return "discarded";
        });
    }

    /** Where it does not go through it is still there; a service that fails while trying says no more than that. */
    private String decide(
            String service,
            String id,
            Organiser owner,
            String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Function<OperationsApi, String> decision) {
        return answers.send(
                response,
                Map.of(),
                () -> "redirect:/organise/health/" + service + "?said=" + decision.apply(operations(service)),
                trouble -> {
                    var stays = FormErrors.one("", answers.say("set-aside.stays"));
                    return show(service, id, owner, reason, stays, request, model);
                });
    }

    private String show(
            String service,
            String id,
            Organiser owner,
            String reason,
            FormErrors errors,
            HttpServletRequest request,
            Model model) {
        var letter = operations(service).find(owner.caller(), id).orElseThrow(NotThere::here);
        model.addAttribute("service", service);
        model.addAttribute("letter", SetAsidePages.LetterRow.of(letter, regions.zone(owner, request), clock.instant()));
        model.addAttribute("reason", reason);
        model.addAttribute("reasons", REASONS);
        model.addAttribute("errors", errors);
        return "web/organiser/set-aside-one";
    }

    private OperationsApi operations(String key) {
        return Stream.of(Backend.values())
                .filter(service -> service.key().equals(key))
                .findFirst()
                .map(setAside::get)
                .orElseThrow(NotThere::here);
    }
}
