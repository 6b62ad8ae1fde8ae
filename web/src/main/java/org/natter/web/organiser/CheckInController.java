package org.natter.web.organiser;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.services.AttendeeServiceClient;
import org.natter.web.services.AttendeeServiceClient.AtTheDoor;
import org.natter.web.services.EventServiceClient;
import org.natter.web.services.EventServiceClient.EventView;
import org.natter.web.services.Part;
import org.natter.web.services.ServiceRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The door, made for a phone: one button a name, a field for codes, and a result one can read at arm's length. Each
 * button carries its own id, so pressing twice is one arrival. Works while event-service is down.
 */
@Controller
class CheckInController {

    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final int UNPROCESSABLE = 422;

    private final EventServiceClient events;
    private final AttendeeServiceClient attendees;
    private final Organisers organisers;
    private final ExecutorService pageCalls;

    CheckInController(
            EventServiceClient events,
            AttendeeServiceClient attendees,
            Organisers organisers,
            ExecutorService pageCalls) {
        this.events = events;
        this.attendees = attendees;
        this.organisers = organisers;
        this.pageCalls = pageCalls;
    }

    @GetMapping("/organise/events/{event}/check-in")
    String door(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String who,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        var asked = Part.asked(
                pageCalls, () -> events.event(organiser.caller(), event).orElseThrow(NoSuchEvent::here));
        var people = Part.of(() -> attendees.attendees(organiser.caller(), event));
        var found = asked.get().found();
        var zone = found.map(EventView::zone).map(ZoneId::of).orElse(HOME);
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", found.map(EventView::title).orElse(""));
        model.addAttribute("q", q);
        model.addAttribute("door", people.map(all -> Door.of(all, q.strip(), zone)));
        model.addAttribute(
                "result",
                DoorResult.knows(result)
                        ? DoorResult.of(result, who, people.found().orElse(List.of()), zone, this::helper)
                        : null);
        return "web/organiser/check-in";
    }

    @PostMapping("/organise/events/{event}/check-in")
    String arrive(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String attendance,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String overLimit,
            @AuthenticationPrincipal Organiser organiser) {
        if (attendance.isBlank() && code.isBlank()) {
            return DoorResult.shownAt(event);
        }
        var arrival = new AtTheDoor(
                id.isBlank() ? OrganiserId.fresh().value() : id,
                code.isBlank() ? null : code.strip(),
                attendance.isBlank() ? null : attendance,
                overLimit.equals("true"));
        try {
            return DoorResult.shownAt(event, attendees.checkIn(organiser.caller(), event, arrival));
        } catch (ServiceRefusal refusal) {
            if (refusal.slug().equals("over-limit")) {
                return DoorResult.shownAt(event, "OVER_LIMIT", attendance);
            }
            if (refusal.status() == UNPROCESSABLE) {
                return DoorResult.shownAt(event, "NOT_FOUND", "");
            }
            throw refusal;
        }
    }

    @PostMapping("/organise/events/{event}/check-in/undo")
    String undo(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String attendance,
            @AuthenticationPrincipal Organiser organiser) {
        if (attendance.isBlank()) {
            return DoorResult.shownAt(event);
        }
        attendees.undo(organiser.caller(), event, attendance);
        return DoorResult.shownAt(event, "UNDONE", attendance);
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
