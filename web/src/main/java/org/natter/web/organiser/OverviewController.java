package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.natter.web.account.Organiser;
import org.natter.web.services.AttendeeServiceClient;
import org.natter.web.services.AttendeeServiceClient.OutboxWish;
import org.natter.web.services.EventServiceClient;
import org.natter.web.services.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what needs me today? Event-service gives the numbers, attendee-service the mails that bounced. */
@Controller
class OverviewController {

    private final EventServiceClient events;
    private final AttendeeServiceClient attendees;
    private final CurrentRegion regions;
    private final ExecutorService pageCalls;
    private final Clock clock;

    OverviewController(
            EventServiceClient events,
            AttendeeServiceClient attendees,
            CurrentRegion regions,
            ExecutorService pageCalls,
            Clock clock) {
        this.events = events;
        this.attendees = attendees;
        this.regions = regions;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/organise")
    String overview(@AuthenticationPrincipal Organiser organiser, HttpServletRequest request, Model model) {
        var region = regions.id(organiser, request);
        var seen = Part.asked(pageCalls, () -> events.overview(organiser.caller(), region));
        var mails = Part.asked(pageCalls, () -> attendees.outbox(organiser.caller(), region, OutboxWish.countsAlone()));
        var bounced = mails.get()
                .found()
                .map(outbox -> outbox.counts().getOrDefault("BOUNCED", 0))
                .orElse(0);
        var zone = regions.zone(organiser, request);
        model.addAttribute(
                "page",
                seen.get()
                        .map(all -> OverviewPage.of(
                                all.stream().map(EventCard::of).toList(), bounced, zone, clock.instant())));
        model.addAttribute("mailsDown", mails.get().down());
        return "web/organiser/overview";
    }

    @PostMapping("/organise/region")
    String choose(
            @RequestParam(defaultValue = "") String region,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request) {
        regions.choose(organiser, region, request);
        return "redirect:/organise";
    }
}
