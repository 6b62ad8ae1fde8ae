package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Turnout;
import org.natter.web.services.MailsApi;
import org.natter.web.services.MailsApi.MailCounts;
import org.natter.web.services.PagePart;
import org.natter.web.services.RegionId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The first page: what needs me today? Event-service gives the numbers, attendee-service the mails that bounced. */
@Controller
class OverviewController {

    private final EventApi events;
    private final FeedbackApi feedback;
    private final BookingApi bookings;
    private final MailsApi mails;
    private final CheckInLists lists;
    private final CurrentRegion regions;
    private final ExecutorService pageCalls;
    private final Clock clock;

    OverviewController(
            EventApi events,
            FeedbackApi feedback,
            BookingApi bookings,
            MailsApi mails,
            CheckInLists lists,
            CurrentRegion regions,
            ExecutorService pageCalls,
            Clock clock) {
        this.events = events;
        this.feedback = feedback;
        this.bookings = bookings;
        this.mails = mails;
        this.lists = lists;
        this.regions = regions;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/organise")
    String overview(@AuthenticationPrincipal Organiser organiser, HttpServletRequest request, Model model) {
        var region = regions.id(organiser, request);
        var seen = PagePart.asked(pageCalls, () -> events.overview(organiser.caller(), region));
        var counts = PagePart.asked(pageCalls, () -> mails.mailCounts(organiser.caller(), region));
        var bounced = counts.get().found().map(MailCounts::toDo).orElse(0);
        var zone = regions.zone(organiser, request);
        model.addAttribute(
                "page",
                seen.get()
                        .map(all -> OverviewPage.of(
                                all.stream()
                                        .map(one -> EventCard.of(one, zone, clock.instant()))
                                        .toList(),
                                bounced,
                                card -> told(card, organiser),
                                these -> free(these, organiser),
                                cards -> listed(cards, organiser),
                                clock.instant())));
        model.addAttribute("mailsDown", counts.get().down());
        return "web/organiser/overview";
    }

    /** How many places the door has free, without those kept for somebody who has not confirmed yet; nothing while it is down. */
    private Supplier<Map<EventId, Integer>> free(List<EventId> these, Organiser organiser) {
        var asked = PagePart.asked(pageCalls, () -> bookings.placesOfEach(organiser.caller(), these));
        return () -> asked.get().found().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Places::event, Places::free));
    }

    private Supplier<List<EventCard>> listed(List<EventCard> cards, Organiser organiser) {
        var asked = PagePart.asked(pageCalls, () -> lists.with(cards, organiser.caller(), clock.instant()));
        return () -> asked.get().found().orElse(cards);
    }

    /** What feedback-service says of a past event; nothing while it is down. */
    private Supplier<AfterAnEvent> told(EventCard card, Organiser organiser) {
        var event = card.event().event();
        var report = PagePart.asked(
                pageCalls, () -> feedback.feedback(organiser.caller(), event).orElse(null));
        var turnout = AfterAnEvent.mayAskAboutTheList(card, clock.instant())
                ? PagePart.asked(
                        pageCalls,
                        () -> feedback.turnout(organiser.caller(), event).orElse(null))
                : null;
        return () -> new AfterAnEvent(
                report.get().value(),
                turnout == null
                        ? null
                        : turnout.get().found().map(Turnout::listQuestion).orElse(null));
    }

    @PostMapping("/organise/region")
    String choose(SubmittedForm form, @AuthenticationPrincipal Organiser organiser, HttpServletRequest request) {
        form.id("region", RegionId::new).ifPresent(region -> regions.choose(organiser, region, request));
        return "redirect:/organise";
    }
}
