package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.AttendeeApi;
import org.natter.web.services.AttendeeApi.AtTheDoor;
import org.natter.web.services.AttendeeApi.DoorResult;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The door, made for a phone: one button a name, a field for codes, and a result one can read at arm's length. Each
 * button carries its own id, so pressing twice is one arrival. Works while event-service is down.
 */
@Controller
class CheckInController {

    private static final int UNPROCESSABLE = 422;

    private final EventApi events;
    private final AttendeeApi attendees;
    private final CurrentRegion regions;
    private final Organisers organisers;
    private final ExecutorService pageCalls;

    CheckInController(
            EventApi events,
            AttendeeApi attendees,
            CurrentRegion regions,
            Organisers organisers,
            ExecutorService pageCalls) {
        this.events = events;
        this.attendees = attendees;
        this.regions = regions;
        this.organisers = organisers;
        this.pageCalls = pageCalls;
    }

    @GetMapping("/organise/events/{event}/check-in")
    String door(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var asked = PagePart.asked(
                pageCalls, () -> events.event(organiser.caller(), event).orElseThrow(NotThere::here));
        var people = PagePart.of(() -> attendees.attendees(organiser.caller(), event));
        var found = asked.get().found();
        var zone = found.map(Event::zone).orElseGet(() -> regions.zone(organiser, request));
        var q = shown.words("q");
        var result = shown.choice("result", DoorResult.class);
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", found.map(Event::title).orElse(""));
        model.addAttribute("q", q);
        model.addAttribute("page", people.map(all -> CheckInPage.of(all, q, zone)));
        model.addAttribute(
                "result",
                result == null
                        ? null
                        : CheckInResult.of(
                                result,
                                shown.id("who", AttendanceId::new),
                                people.found().orElse(List.of()),
                                zone,
                                this::helper));
        return "web/organiser/check-in";
    }

    @PostMapping("/organise/events/{event}/check-in")
    String arrive(@PathVariable EventId event, SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        var attendance = form.id("attendance", AttendanceId::new);
        var code = form.words("code");
        if (attendance.isEmpty() && code.isEmpty()) {
            return CheckInResult.shownAt(event);
        }
        var arrival = new AtTheDoor(
                form.formId("id"),
                code.isEmpty() ? null : code,
                attendance.orElse(null),
                form.text("overLimit").equals("true"));
        try {
            return CheckInResult.shownAt(event, attendees.checkIn(organiser.caller(), event, arrival));
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == UNPROCESSABLE) {
                return CheckInResult.shownAt(event, DoorResult.NOT_FOUND, Optional.empty());
            }
            throw refusal;
        }
    }

    @PostMapping("/organise/events/{event}/check-in/undo")
    String undo(@PathVariable EventId event, SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        var attendance = form.id("attendance", AttendanceId::new);
        if (attendance.isEmpty()) {
            return CheckInResult.shownAt(event);
        }
        attendees.undo(organiser.caller(), event, attendance.get());
        return CheckInResult.shownAt(event, DoorResult.UNDONE, attendance);
    }

    private String helper(@Nullable String account) {
        return account == null
                ? ""
                : organisers
                        .find(new OrganiserId(account))
                        .map(one -> one.name().split(" ")[0])
                        .orElse("");
    }
}
