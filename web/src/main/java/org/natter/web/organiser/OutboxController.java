package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.MailsApi;
import org.natter.web.services.MailsApi.Try;
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

    private final MailsApi mails;
    private final CurrentRegion regions;
    private final Clock clock;

    OutboxController(MailsApi mails, CurrentRegion regions, Clock clock) {
        this.mails = mails;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/organise/outbox")
    String outbox(
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var chosen = OutboxPage.chosen(shown.text("show"));
        var region = regions.id(organiser, request);
        var zone = regions.zone(organiser, request);
        model.addAttribute(
                "page",
                PagePart.of(() -> mails.outbox(
                                organiser.caller(),
                                region,
                                OutboxPage.statuses(chosen),
                                shown.text("before"),
                                shown.text("after"),
                                MAILS_A_PAGE))
                        .map(found -> OutboxPage.of(found, chosen, zone, clock.instant())));
        return "web/organiser/outbox";
    }

    /** Leads to the newest mails, where the one that goes once more stands first. */
    @PostMapping("/organise/outbox/again")
    String again(SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        mails.tryAgain(organiser.caller(), new Try(form.text("mail")));
        return "redirect:/organise/outbox";
    }
}
