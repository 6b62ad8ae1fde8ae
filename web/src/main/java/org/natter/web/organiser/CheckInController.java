package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.services.EventServiceClient;
import org.natter.web.services.EventServiceClient.EventView;
import org.natter.web.services.OrganiserCalls;
import org.natter.web.services.OrganiserCalls.AtTheDoor;
import org.natter.web.services.OrganiserCalls.AttendeeView;
import org.natter.web.services.OrganiserCalls.DoorView;
import org.natter.web.services.OrganiserCalls.WalkIn;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

    private static final Set<String> RESULTS = Set.of(
            "WELCOME",
            "ALREADY_IN",
            "WAITING",
            "CANCELLED",
            "NOT_CONFIRMED",
            "OTHER_EVENT",
            "NOT_FOUND",
            "OVER_LIMIT",
            "UNDONE");

    private final EventServiceClient events;
    private final OrganiserCalls calls;
    private final Organisers organisers;
    private final ExecutorService pageCalls;
    private final MessageSource words;

    CheckInController(
            EventServiceClient events,
            OrganiserCalls calls,
            Organisers organisers,
            ExecutorService pageCalls,
            MessageSource words) {
        this.events = events;
        this.calls = calls;
        this.organisers = organisers;
        this.pageCalls = pageCalls;
        this.words = words;
    }

    @GetMapping("/organise/events/{event}/check-in")
    String door(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String who,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        var found = Part.asked(
                pageCalls, () -> events.event(organiser.caller(), event).orElseThrow(NoSuchEvent::here));
        var people = Part.of(() -> calls.attendees(organiser.caller(), event));
        var view = found.get();
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", view.found().map(EventView::title).orElse(""));
        model.addAttribute("q", q);
        model.addAttribute("door", people.map(all -> Door.of(all, q.strip(), zone(view))));
        model.addAttribute(
                "result",
                RESULTS.contains(result)
                        ? Result.of(result, who, people.found().orElse(List.of()), zone(view), this::helper)
                        : null);
        return "web/organiser/check-in";
    }

    @PostMapping("/organise/events/{event}/check-in")
    String arrive(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String attendance,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean overLimit,
            @AuthenticationPrincipal Organiser organiser) {
        if (attendance.isBlank() && code.isBlank()) {
            return at(event);
        }
        try {
            var arrival = new AtTheDoor(
                    id.isBlank() ? OrganiserId.fresh().value() : id,
                    code.isBlank() ? null : code.strip(),
                    attendance.isBlank() ? null : attendance,
                    overLimit);
            return at(event, calls.checkIn(organiser.caller(), event, arrival));
        } catch (ServiceRefusal refusal) {
            if (refusal.slug().equals("over-limit")) {
                return at(event) + "?result=OVER_LIMIT&who=" + attendance;
            }
            if (refusal.status() == 422) {
                return at(event) + "?result=NOT_FOUND";
            }
            throw refusal;
        }
    }

    @PostMapping("/organise/events/{event}/check-in/undo")
    String undo(
            @PathVariable String event, @RequestParam String attendance, @AuthenticationPrincipal Organiser organiser) {
        calls.undo(organiser.caller(), event, attendance);
        return at(event) + "?result=UNDONE&who=" + attendance;
    }

    @GetMapping("/organise/events/{event}/walk-in")
    String walkInForm(@PathVariable String event, Model model) {
        return walkInPage(
                event, new WalkInForm(OrganiserId.fresh().value(), "", "", "", null, null), FormErrors.none(), model);
    }

    @PostMapping("/organise/events/{event}/walk-in")
    String walkIn(
            @PathVariable String event,
            WalkInForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var errors = check(form);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return walkInPage(event, form, errors, model);
        }
        try {
            return at(event, calls.walkIn(organiser.caller(), event, form.toWalkIn()));
        } catch (ServiceRefusal refusal) {
            if (refusal.notFound()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return walkInPage(event, form, errorsOf(refusal), model);
        }
    }

    private FormErrors errorsOf(ServiceRefusal refusal) {
        var errors = FormErrors.none();
        for (var error : refusal.errors()) {
            errors = errors.with(error.field(), error.message());
        }
        var key = refusal.slug().equals("over-limit") ? "check-in.result.OVER_LIMIT" : "refusal.other";
        return errors.any() ? errors : FormErrors.one("", say(key));
    }

    private FormErrors check(WalkInForm form) {
        var errors = FormErrors.none();
        if (form.name() == null || form.name().isBlank()) {
            errors = errors.with("name", say("walk-in.name.missing"));
        }
        var sector = form.sector();
        return sector == null
                        || Option.SECTORS.stream()
                                .noneMatch(option -> option.value().equals(sector))
                ? errors.with("sector", say("walk-in.sector.missing"))
                : errors;
    }

    private static String walkInPage(String event, WalkInForm form, FormErrors errors, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("sectors", Option.SECTORS);
        return "web/organiser/walk-in";
    }

    private static String at(String event) {
        return "redirect:/organise/events/" + event + "/check-in";
    }

    private static String at(String event, DoorView answer) {
        var who = answer.attendance();
        return at(event) + "?result=" + answer.result() + (who == null ? "" : "&who=" + who);
    }

    private static ZoneId zone(Part<EventView> event) {
        return event.found().map(EventView::zone).map(ZoneId::of).orElse(ZoneId.of("Europe/London"));
    }

    private String helper(@Nullable String account) {
        return account == null
                ? ""
                : organisers
                        .find(new OrganiserId(account))
                        .map(one -> one.name().split(" ")[0])
                        .orElse("");
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }

    /** What a helper types about somebody who is not on the list. Prints masked. */
    record WalkInForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String sector,
            @Nullable String newcomer,
            @Nullable String listed) {

        WalkIn toWalkIn() {
            return new WalkIn(
                    id == null || id.isBlank() ? OrganiserId.fresh().value() : id,
                    name == null ? "" : name.strip(),
                    email == null || email.isBlank() ? null : email.strip(),
                    sector == null ? "NOT_SAID" : sector,
                    newcomer != null,
                    listed != null);
        }

        @Override
        public String toString() {
            return "WalkInForm[masked]";
        }
    }

    /** Who is still to come, who is here, and how many of how many. */
    record Door(int here, int of, List<Press> toCome, List<Line> arrived, boolean everyone) {

        static Door of(List<AttendeeView> all, String q, ZoneId zone) {
            var lines = all.stream().map(one -> Line.of(one, zone)).toList();
            var here =
                    lines.stream().filter(line -> line.status().equals("HERE")).toList();
            var expected = lines.stream()
                    .filter(line -> line.status().equals("BOOKED"))
                    .toList();
            return new Door(
                    here.size(),
                    here.size() + expected.size(),
                    lines.stream()
                            .filter(line -> line.status().equals("BOOKED")
                                    || (!q.isEmpty() && !line.status().equals("HERE")))
                            .filter(line -> line.name().toLowerCase(Locale.UK).contains(q.toLowerCase(Locale.UK)))
                            .sorted(Comparator.comparing(line -> line.name().toLowerCase(Locale.UK)))
                            .map(line -> new Press(line, OrganiserId.fresh().value()))
                            .toList(),
                    here,
                    expected.isEmpty() && !here.isEmpty());
        }
    }

    /** One button: a person still to come and the id of this press. */
    record Press(Line line, String id) {}

    /** What the last press came to, in words, an icon and a colour. */
    record Result(
            String kind,
            String style,
            String name,
            String first,
            String attendance,
            boolean newcomer,
            String at,
            String by,
            String id) {

        private static final Set<String> NOT_HERE =
                Set.of("CANCELLED", "NOT_CONFIRMED", "OTHER_EVENT", "NOT_FOUND", "OVER_LIMIT");
        private static final Set<String> AGAIN = Set.of("WAITING", "CANCELLED", "NOT_CONFIRMED", "OVER_LIMIT");

        static Result of(
                String kind,
                String who,
                List<AttendeeView> all,
                ZoneId zone,
                java.util.function.Function<@Nullable String, String> helper) {
            var person =
                    all.stream().filter(one -> one.attendance().equals(who)).findFirst();
            var name = person.map(AttendeeView::name).orElse("");
            return new Result(
                    kind,
                    kind.equals("WELCOME") ? "in" : NOT_HERE.contains(kind) ? "not-here" : "already",
                    name,
                    name.split(" ")[0],
                    person.map(AttendeeView::attendance).orElse(""),
                    person.map(AttendeeView::newcomer).orElse(false),
                    person.map(AttendeeView::checkedInAt)
                            .map(at -> When.time(at, zone))
                            .orElse(""),
                    person.map(one -> helper.apply(one.checkedInBy())).orElse(""),
                    OrganiserId.fresh().value());
        }

        /** Whether pressing again lets them in. */
        public boolean again() {
            return AGAIN.contains(kind) && !attendance.isEmpty();
        }

        /** Whether there is something to undo. */
        public boolean undo() {
            return kind.equals("WELCOME") && !attendance.isEmpty();
        }
    }
}
