package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TimeZones;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.EventApi.WhenAmbiguous;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.MailsApi;
import org.natter.web.services.MailsApi.MailPreview;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.RegionId;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.HttpStatus;
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
    private final EventPages pages;
    private final CurrentRegion regions;
    private final DoorLinkPages doorLinks;
    private final DoorEvents doorEvents;
    private final FormAnswers answers;
    private final MailsApi mails;
    private final Clock clock;

    EventFormController(
            EventApi events,
            EventPages pages,
            CurrentRegion regions,
            DoorLinkPages doorLinks,
            DoorEvents doorEvents,
            FormAnswers answers,
            MailsApi mails,
            Clock clock) {
        this.clock = clock;
        this.mails = mails;
        this.events = events;
        this.pages = pages;
        this.regions = regions;
        this.doorLinks = doorLinks;
        this.doorEvents = doorEvents;
        this.answers = answers;
    }

    @GetMapping("/organise/events/new")
    String blank(@AuthenticationPrincipal Organiser organiser, HttpServletRequest request, Model model) {
        var region = regions.id(organiser, request);
        return page(EventForm.empty(FormId.fresh(), region), FormErrors.none(), fresh(organiser, region, null), model);
    }

    /** The form of a new event with all that was said of this one, but its day and its people. Nothing is saved by looking at it. */
    @GetMapping("/organise/events/{event}/copy")
    String copy(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var found = events.event(organiser.caller(), event).orElseThrow(NotThere::here);
        model.addAttribute("copied", found.title());
        model.addAttribute("copiedWhen", doorEvents.when(organiser, found));
        return page(
                EventForm.copyOf(found, FormId.fresh()),
                FormErrors.none(),
                fresh(organiser, found.region(), found.zone()),
                model);
    }

    @PostMapping("/organise/events/new")
    String create(
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var typed = EventForm.of(form);
        var region = form.has("region")
                ? form.id("region", RegionId::new).filter(named -> regions.mayActIn(organiser, named))
                : Optional.of(regions.id(organiser, request));
        if (region.isEmpty()) {
            var refused = FormErrors.one("", answers.say("refusal.unknown-region"));
            return page(typed, refused.toPutRight(response), Frame.NONE, model);
        }
        var frame = fresh(organiser, region.get(), typed.ownZone().orElse(null));
        return save(
                typed,
                () -> saved(events.plan(organiser.caller(), typed.key(), typed.wish(region.get())), "saved"),
                frame,
                response,
                model);
    }

    @GetMapping("/organise/events/{event}/edit")
    String filled(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var head = pages.of(event, organiser);
        if (isClosed(head)) {
            return closed(head, model);
        }
        var found = head.event();
        return page(EventForm.of(found, FormId.fresh()), FormErrors.none(), frame(organiser, found), model);
    }

    @PostMapping("/organise/events/{event}/edit")
    String change(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var head = pages.of(event, organiser);
        var typed = EventForm.of(form);
        if (isClosed(head)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("typed", typed.typedWords());
            return closed(head, model);
        }
        var found = head.event();
        var frame = frame(organiser, found);
        var decided = form.text("seen").equals(typed.whenAndWhere()) ? form.yesOrNo("tell") : null;
        var quietly = Boolean.FALSE.equals(decided) ? Boolean.TRUE : null;
        try {
            return save(
                    typed,
                    () -> {
                        if (decided == null
                                && mayTell(frame, found, typed)
                                && asksWhetherToTell(found, typed, frame, organiser, model)) {
                            return page(typed, FormErrors.none(), frame, model);
                        }
                        var saved = doorLinks.follow(events.revise(
                                organiser.caller(), event, typed.version(), quietly, typed.wish(found.region())));
                        return saved(saved, said(decided, frame, form));
                    },
                    frame,
                    response,
                    model);
        } catch (ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = events.event(organiser.caller(), event).orElseThrow(NotThere::here);
            var meanwhile = Meanwhile.between(typed, now);
            return page(meanwhile.form(), meanwhile.errors(answers), frame(organiser, now), model);
        }
    }

    /** Whether nothing of it can be changed any more, so that there is no form. */
    private static boolean isClosed(EventPage head) {
        return head.calledOff() || head.over() && !head.draft();
    }

    private static String closed(EventPage head, Model model) {
        model.addAttribute("page", head);
        return "web/organiser/event-over";
    }

    /** Whether saving may mail somebody. What cannot be read or was overtaken is refused first, and nobody is asked about it. */
    private boolean mayTell(Frame frame, Event found, EventForm typed) {
        return frame.told().all() > 0
                && typed.version() == found.version()
                && !unreadable(typed).any()
                && typed.moves(found);
    }

    /** Whether there is a mail to decide about; what could not be saved is refused first, and no mail of it shown. */
    private boolean asksWhetherToTell(Event found, EventForm typed, Frame frame, Organiser organiser, Model model) {
        events.tryOut(organiser.caller(), found.event(), typed.version(), typed.wish(found.region()));
        var mail = mail(found, typed, organiser);
        if (!mail.isDown() && mail.found().filter(MailPreview::mailed).isEmpty()) {
            return false;
        }
        model.addAttribute("preview", mail);
        model.addAttribute(
                "hearing",
                mail.found()
                        .map(seen -> frame.told().of(seen, Venue.isOnline(typed.venueName())))
                        .orElse(null));
        return true;
    }

    /** The mail as it would go; nothing is changed by looking at it and nobody told. */
    private PagePart<MailPreview> mail(Event found, EventForm typed, Organiser organiser) {
        var wish = typed.preview(found.zone()).orElseThrow();
        return PagePart.of(() -> mails.preview(organiser.caller(), found.event(), wish));
    }

    private static String said(@Nullable Boolean decided, Frame frame, SubmittedForm form) {
        if (decided == null || frame.told().all() == 0) {
            return "saved";
        }
        var people = form.text("people");
        return decided ? "told&people=" + (people.matches("[0-9]{1,4}") ? people : "0") : "quietly";
    }

    /** What the page says around the boxes of an event that is not there yet. */
    private Frame fresh(Organiser organiser, RegionId region, @Nullable ZoneId own) {
        return new Frame(
                null, "", "", Hearing.NOBODY, nameOf(organiser, region), clocks(organiser, region, own), false);
    }

    /** What the page says around the boxes. */
    private Frame frame(Organiser organiser, Event event) {
        var told = hoping(organiser, event);
        return new Frame(
                event.event(),
                event.title(),
                doorEvents.when(organiser, event),
                told,
                nameOf(organiser, event.region()),
                clocks(organiser, event.region(), event.zone()),
                !event.isDraft() && !clock.instant().isBefore(event.startsAtInstant()));
    }

    /** Whose clocks the times of the form are by: the event's own, else the region's; nothing while neither is known. */
    private @Nullable Clocks clocks(Organiser organiser, RegionId region, @Nullable ZoneId own) {
        var home = regions.named(organiser, region).map(Region::zone);
        var zone = own == null ? home.orElse(null) : own;
        return zone == null
                ? null
                : new Clocks(
                        TimeZones.place(zone.getId()),
                        TimeZones.place(home.orElse(zone).getId()),
                        home.filter(one -> !one.equals(zone)).isPresent());
    }

    /** The region's name, for somebody who has several. */
    private String nameOf(Organiser organiser, RegionId region) {
        return regions.all(organiser).size() < 2
                ? ""
                : regions.named(organiser, region).map(Region::name).orElse("");
    }

    private Hearing hoping(Organiser organiser, Event event) {
        if (event.status() != EventStatus.PUBLISHED) {
            return Hearing.NOBODY;
        }
        return PagePart.of(() -> events.overviewOf(organiser.caller(), event.event()))
                .found()
                .flatMap(numbers -> numbers)
                .map(Hearing::of)
                .orElse(Hearing.NOBODY);
    }

    /** Without a day and times the service refuses for sure, and says what else it misses. */
    private String save(
            EventForm form, Supplier<String> saving, Frame frame, HttpServletResponse response, Model model) {
        var unreadable = unreadable(form);
        if (unreadable.any() && form.isTimed()) {
            return page(form, unreadable.toPutRight(response), frame, model);
        }
        return answers.send(
                response,
                FIELDS,
                () -> unlessChanged(saving),
                errors -> page(form, whereTyped(errors, unreadable), frame, model));
    }

    private static String saved(Event saved, String said) {
        return "redirect:/organise/events/" + saved.event() + "?said=" + said;
    }

    private static String unlessChanged(Supplier<String> saving) {
        try {
            return saving.get();
        } catch (ServiceRefusal refusal) {
            throw refusal.is(EventApi.MEANWHILE) ? new ChangedMeanwhile() : refusal;
        }
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

    private static String page(EventForm form, FormErrors errors, Frame frame, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("event", frame.event());
        model.addAttribute("eventTitle", frame.title());
        model.addAttribute("when", frame.when());
        model.addAttribute("told", frame.told());
        model.addAttribute("regionName", frame.region());
        model.addAttribute("clocks", frame.clocks());
        model.addAttribute("begun", frame.begun());
        model.addAttribute("kinds", Option.of("event.kind.", EventKind.class));
        model.addAttribute("known", Option.of("event.known.", Known.class));
        model.addAttribute("which", Option.of("event.which.", WhenAmbiguous.class));
        return "web/organiser/event-form";
    }

    /** Whose clocks times are by, and whether those are not the region's. */
    public record Clocks(String place, String region, boolean elsewhere) {}

    /** What stands around the boxes: the event with its saved name and day, whom a change reaches, and region and zone where they need naming. */
    private record Frame(
            @Nullable EventId event,
            String title,
            String when,
            Hearing told,
            String region,
            @Nullable Clocks clocks,
            boolean begun) {

        private static final Frame NONE = new Frame(null, "", "", Hearing.NOBODY, "", null, false);
    }

    /** Somebody else was first; the page says so by itself. */
    private static final class ChangedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
