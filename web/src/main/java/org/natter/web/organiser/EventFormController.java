package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.WhenAmbiguous;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One page to create or change an event. What was typed stays in the boxes, whatever goes wrong. */
@Controller
class EventFormController {

    private static final Map<String, String> FIELDS = Map.of(
            "startsAt", "date",
            "endsAt", "end",
            "venue", "venueName",
            "venue.name", "venueName",
            "venue.address", "address",
            "venue.nearestStop", "nearestStop",
            "venue.findUs", "findUs");

    private static final Set<String> TIMES = Set.of("date", "end");

    private final EventApi events;
    private final CurrentRegion regions;
    private final FormAnswers answers;

    EventFormController(EventApi events, CurrentRegion regions, FormAnswers answers) {
        this.events = events;
        this.regions = regions;
        this.answers = answers;
    }

    @GetMapping("/organise/events/new")
    String blank(Model model) {
        return page(EventForm.empty(FormId.fresh()), FormErrors.none(), null, 0, model);
    }

    @PostMapping("/organise/events/new")
    String create(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var region = regions.id(organiser, request);
        var typed = EventForm.of(form);
        var key = form.formId("id");
        return save(typed, () -> events.plan(organiser.caller(), key, typed.wish(region)), null, 0, response, model);
    }

    @GetMapping("/organise/events/{event}/edit")
    String filled(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var found = events.event(organiser.caller(), event).orElseThrow(NotThere::here);
        return page(
                EventForm.of(found, FormId.fresh()),
                FormErrors.none(),
                event,
                booked(organiser, event, found.status()),
                model);
    }

    @PostMapping("/organise/events/{event}/edit")
    String change(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var found = events.event(organiser.caller(), event).orElseThrow(NotThere::here);
        var typed = EventForm.of(form);
        return save(
                typed,
                () -> events.revise(organiser.caller(), event, typed.wish(found)),
                event,
                booked(organiser, event, found.status()),
                response,
                model);
    }

    private int booked(Organiser organiser, EventId event, EventStatus status) {
        if (status != EventStatus.PUBLISHED) {
            return 0;
        }
        return PagePart.of(() -> events.overviewOf(organiser.caller(), event))
                .found()
                .flatMap(numbers -> numbers)
                .map(numbers -> numbers.booked() + numbers.waiting() + numbers.offered())
                .orElse(0);
    }

    /** Without a day and times the service refuses for sure, and says what else it misses. */
    private String save(
            EventForm form,
            Supplier<Event> saving,
            @Nullable EventId event,
            int told,
            HttpServletResponse response,
            Model model) {
        var unreadable = unreadable(form);
        if (unreadable.any() && form.isTimed()) {
            return page(form, unreadable.toPutRight(response), event, told, model);
        }
        return answers.send(
                response,
                FIELDS,
                () -> "redirect:/organise/events/" + saving.get().event() + "?said=saved",
                errors -> page(form, whereTyped(errors, unreadable), event, told, model));
    }

    /** Only what has to be read; what is left out or does not do, the service says. */
    private FormErrors unreadable(EventForm form) {
        var errors = FormErrors.none();
        if (form.day().isEmpty()) {
            errors = errors.with("date", answers.say("event.date.wrong"));
        }
        if (form.starting().isEmpty()) {
            errors = errors.with("start", answers.say("event.start.wrong"));
        }
        if (form.ending().isEmpty()) {
            errors = errors.with("end", answers.say("event.end.wrong"));
        }
        if (form.day().isPresent() && form.lastDay().isEmpty()) {
            errors = errors.with("endDate", answers.say("event.endDate.wrong"));
        }
        return form.seats().isPresent() ? errors : errors.with("places", answers.say("event.places.wrong"));
    }

    /** Where the service misses a time that was typed: that it could not be read. */
    private static FormErrors whereTyped(FormErrors errors, FormErrors unreadable) {
        return new FormErrors(errors.all().stream()
                .flatMap(error -> unreadable.any() && TIMES.contains(error.field())
                        ? unreadable.all().stream()
                        : Stream.of(error))
                .distinct()
                .toList());
    }

    private static String page(EventForm form, FormErrors errors, @Nullable EventId event, int told, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("event", event);
        model.addAttribute("told", told);
        model.addAttribute("kinds", Option.of("event.kind.", EventKind.class));
        model.addAttribute("known", Option.of("event.known.", Known.class));
        model.addAttribute("which", Option.of("event.which.", WhenAmbiguous.class));
        return "web/organiser/event-form";
    }
}
