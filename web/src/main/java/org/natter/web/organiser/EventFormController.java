package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormErrors.Item;
import org.natter.web.forms.Option;
import org.natter.web.forms.TryLater;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.WhenAmbiguous;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    private static final Set<String> TIMES = Set.of("startsAt", "endsAt");

    private final EventApi events;
    private final CurrentRegion regions;
    private final MessageSource words;

    EventFormController(EventApi events, CurrentRegion regions, MessageSource words) {
        this.events = events;
        this.regions = regions;
        this.words = words;
    }

    @GetMapping("/organise/events/new")
    String blank(Model model) {
        return page(EventForm.empty(FormId.fresh()), FormErrors.none(), null, 0, model);
    }

    @PostMapping("/organise/events/new")
    String create(
            @ModelAttribute("form") EventForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var region = regions.id(organiser, request);
        var key = FormId.of(form.id() == null ? "" : form.id());
        return save(form, () -> events.plan(organiser.caller(), key, form.wish(region)), null, 0, response, model);
    }

    @GetMapping("/organise/events/{event}/edit")
    String filled(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var found = events.event(organiser.caller(), event).orElseThrow(NoSuchEvent::here);
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
            @ModelAttribute("form") EventForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var found = events.event(organiser.caller(), event).orElseThrow(NoSuchEvent::here);
        return save(
                form,
                () -> events.revise(organiser.caller(), event, form.wish(found)),
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
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, unreadable, event, told, model);
        }
        try {
            return "redirect:/organise/events/" + saving.get().event() + "?said=saved";
        } catch (ServiceRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, inFields(refusal, unreadable), event, told, model);
        } catch (ServiceDown down) {
            TryLater.say(response);
            return page(form, FormErrors.one("", say("event.not-saved")), event, told, model);
        }
    }

    /** Only what has to be read; what is left out or does not do, the service says. */
    private FormErrors unreadable(EventForm form) {
        var errors = FormErrors.none();
        if (form.day().isEmpty()) {
            errors = errors.with("date", say("event.date.wrong"));
        }
        if (form.starting().isEmpty()) {
            errors = errors.with("start", say("event.start.wrong"));
        }
        if (form.ending().isEmpty()) {
            errors = errors.with("end", say("event.end.wrong"));
        }
        if (form.day().isPresent() && form.lastDay().isEmpty()) {
            errors = errors.with("endDate", say("event.endDate.wrong"));
        }
        return form.seats().isPresent() ? errors : errors.with("places", say("event.places.wrong"));
    }

    /** What the service says; where it misses a time that was typed, that it could not be read. */
    private FormErrors inFields(ServiceRefusal refusal, FormErrors unreadable) {
        var errors = new FormErrors(refusal.errors().stream()
                .flatMap(error -> unreadable.any() && TIMES.contains(error.field())
                        ? unreadable.all().stream()
                        : Stream.of(new Item(FIELDS.getOrDefault(error.field(), error.field()), error.message())))
                .distinct()
                .toList());
        return errors.any() ? errors : FormErrors.one("", Refusals.wordsFor(refusal, words));
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

    private String say(String key) {
        return words.getMessage(key, null, Locale.UK);
    }
}
