package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Organiser;
import org.natter.web.forms.Counted;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.organiser.OutboxPage.MailLine;
import org.natter.web.services.MailsApi;
import org.natter.web.services.MailsApi.Correction;
import org.natter.web.services.MailsApi.Try;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The region's mails, page by page: to whom, which kind and how far they have come, in words. Never what stands in them. */
@Controller
class OutboxController {

    private static final int MAILS_A_PAGE = 50;

    /** The words for how the last press went. */
    private static final Map<String, String> SAID = Map.of(
            "corrected", "outbox.corrected",
            "tried", "outbox.tried",
            "not-tried", "outbox.not-tried");

    private final MailsApi mails;
    private final CurrentRegion regions;
    private final FormAnswers answers;
    private final Limits limits;
    private final Clock clock;

    OutboxController(MailsApi mails, CurrentRegion regions, FormAnswers answers, Limits limits, Clock clock) {
        this.mails = mails;
        this.limits = limits;
        this.answers = answers;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/organise/outbox")
    String outbox(
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var chosen = shown.choice("show", OutboxPage.Show.class);
        var region = regions.id(organiser, request);
        var zone = regions.zone(organiser, request);
        model.addAttribute("said", SAID.get(shown.text("said")));
        model.addAttribute(
                "page",
                PagePart.of(() -> mails.outbox(
                                organiser.caller(),
                                region,
                                chosen == null ? Set.of() : chosen.statuses(),
                                shown.text("before"),
                                shown.text("after"),
                                MAILS_A_PAGE,
                                chosen == OutboxPage.Show.TO_DO))
                        .map(found -> OutboxPage.of(found, chosen, zone, clock.instant())));
        return "web/organiser/outbox";
    }

    /** Leads to the newest mails, where the one that goes once more stands first; where none does, that is said. */
    @PostMapping("/organise/outbox/again")
    String again(SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        var tried =
                mails.tryAgain(organiser.caller(), new Try(form.text("mail"))).tried();
        return "redirect:/organise/outbox?said=" + (tried ? "tried" : "not-tried");
    }

    @GetMapping("/organise/outbox/correct")
    String askForAddress(
            SubmittedForm asked,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        return show(asked.text("mail"), "", FormErrors.none(), organiser, request, model);
    }

    @PostMapping("/organise/outbox/correct")
    String correct(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = form.text("mail");
        var typed = form.words("email");
        return answers.send(
                response,
                Map.of(),
                () -> {
                    // what is refused counts, too: it says something of an address
                    var turns = limits.mailByHand(organiser, new EmailAddress(typed), clock.instant());
                    return Counted.unlessItNeverArrived(turns::handBack, () -> {
                        mails.correct(organiser.caller(), new Correction(mail, typed));
                        return "redirect:/organise/outbox?said=corrected";
                    });
                },
                errors -> show(mail, typed, errors, organiser, request, model));
    }

    /** What can't be corrected any more says why, and nothing of what could be done otherwise. */
    private String show(
            String id, String typed, FormErrors errors, Organiser organiser, HttpServletRequest request, Model model) {
        var zone = regions.zone(organiser, request);
        var found = PagePart.of(() -> mails.mail(organiser.caller(), id)
                .map(mail -> MailLine.of(mail, zone, clock.instant()))
                .orElseThrow(NotThere::here));
        var gone = found.found().filter(mail -> !mail.toCorrect());
        model.addAttribute("mail", found.value());
        model.addAttribute("id", id);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "errors",
                errors.any()
                        ? gone.map(mail -> FormErrors.one("", answers.say(mail.stays())))
                                .orElse(errors)
                        : errors);
        return "web/organiser/correct-address";
    }
}
