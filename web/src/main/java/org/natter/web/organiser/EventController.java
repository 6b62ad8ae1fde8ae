package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.BookingApi;
import org.natter.web.services.DoorApi;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventId;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One event: who booked and who waits. Names come from attendee-service for one page. */
@Controller
class EventController {

    private static final String WAITING = "waiting";
    private static final Set<String> SAID = Set.of(
            "saved",
            "told",
            "quietly",
            "published",
            "published-already",
            "called-off",
            "called-off-already",
            "added",
            "added-line",
            "cancelled-for",
            "off-the-list",
            "offered",
            "not-offered",
            "hosts",
            "hosts-left-out",
            "hosts-listed");

    private final EventPages pages;
    private final DoorApi door;
    private final BookingApi bookings;
    private final DoorLinkPages doorLinks;
    private final ExecutorService pageCalls;
    private final Clock clock;

    EventController(
            EventPages pages,
            DoorApi door,
            BookingApi bookings,
            DoorLinkPages doorLinks,
            ExecutorService pageCalls,
            Clock clock) {
        this.pages = pages;
        this.bookings = bookings;
        this.door = door;
        this.doorLinks = doorLinks;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}")
    String bookings(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var said = shown.text("said");
        model.addAttribute("said", SAID.contains(said) ? "event.said." + said : null);
        model.addAttribute("people", number(shown.text("people")));
        return show(event, "bookings", shown, organiser, request, model);
    }

    @GetMapping("/organise/events/{event}/waiting")
    String waiting(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var said = shown.text("said");
        model.addAttribute("said", SAID.contains(said) ? "event.said." + said : null);
        model.addAttribute("people", 0);
        return show(event, WAITING, shown, organiser, request, model);
    }

    private String show(
            EventId event,
            String tab,
            SubmittedForm shown,
            Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var asked =
                PagePart.asked(pageCalls, () -> AttendeeRow.orNobody(() -> door.attendees(organiser.caller(), event)));
        var page = pages.of(event, organiser);
        var left = tab.equals(WAITING) && page.published() && !page.begun()
                ? PagePart.asked(pageCalls, () -> isPlaceLeft(event, organiser))
                : null;
        var words = ArrivalWords.of(page.event(), clock.instant());
        var people = page.draft() ? new PagePart<>(List.<Attendee>of(), null) : asked.get();
        model.addAttribute("page", page);
        model.addAttribute("tab", tab);
        model.addAttribute("left", left != null && left.get().found().orElse(false));
        model.addAttribute("doorLink", doorLinks.of(page.event(), request));
        model.addAttribute(
                "lists",
                people.map(all -> EventLists.of(
                        all.stream().map(one -> AttendeeRow.of(one, words)).toList(),
                        page.calledOff(),
                        AttendeeGroup.called(shown.text("show")).orElse(AttendeeGroup.BOOKED),
                        shown.words("q"),
                        number(shown.text("page")))));
        return "web/organiser/event";
    }

    /** Whether there is a place that can be offered to somebody in line. */
    private boolean isPlaceLeft(EventId event, Organiser organiser) {
        return bookings.places(organiser.caller(), event)
                .filter(places -> places.open() && places.free() > 0)
                .isPresent();
    }

    /** A page's number, or else the first's. */
    private static int number(String page) {
        return page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
    }
}
