package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Organiser;
import org.natter.web.forms.Counted;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.BookingWish;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.DoorApi;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.LastOffer;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.Room;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What an organiser does for somebody who told them: a booking by hand, and one that is cancelled. Nothing is said of whether
 * an address is known. What cannot be done any more is said, and what was typed stays.
 */
@Controller
class ForOthersController {

    private static final List<Option> SECTORS = Option.of("organise.sector.", Sector.OFFERED);

    private final EventPages pages;
    private final BookingApi bookings;
    private final DoorApi door;
    private final FormAnswers answers;
    private final Limits limits;
    private final Clock clock;

    ForOthersController(
            EventPages pages, BookingApi bookings, DoorApi door, FormAnswers answers, Limits limits, Clock clock) {
        this.limits = limits;
        this.pages = pages;
        this.bookings = bookings;
        this.door = door;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}/bookings/new")
    String ask(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var page = pages.of(event, organiser);
        if (!page.published() || page.begun()) {
            return "redirect:/organise/events/" + event;
        }
        var nothing = new BookingWish(event, "", "", "", null, null, false, true, false);
        return show(page, FormId.fresh(), nothing, FormErrors.none(), organiser, model);
    }

    @PostMapping("/organise/events/{event}/bookings/new")
    String add(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var page = pages.of(event, organiser);
        var typed = typed(event, form);
        var id = form.formId("form");
        Function<FormErrors, String> again = errors -> show(page, id, typed, errors, organiser, model);
        if (!page.published() || page.begun()) {
            return again.apply(
                    FormErrors.one("", answers.say("by-hand." + closed(page))).toPutRight(response));
        }
        var problems = problems(typed);
        if (problems.any()) {
            return again.apply(problems.toPutRight(response));
        }
        try {
            return answers.send(
                    response,
                    Map.of(),
                    () -> {
                        var turns = limits.mailByHand(organiser, new EmailAddress(typed.email()), clock.instant());
                        var room = Counted.orHandBack(
                                turns::handBack,
                                () -> bookings.addByHand(organiser.caller(), keyOf(id, typed), typed)
                                        .room());
                        return "redirect:/organise/events/" + event + "?said=" + (room ? "added" : "added-line");
                    },
                    again);
        } catch (ServiceRefusal refusal) { // published this moment
            return again.apply(FormErrors.one("", answers.say("by-hand.soon")).toPutRight(response));
        }
    }

    /** The same form with the same words is one wish; put right and sent again, it is another. */
    private static FormId keyOf(FormId form, BookingWish typed) {
        return form.with(
                typed.name(),
                typed.email(),
                typed.organisation(),
                String.valueOf(typed.sector()),
                String.valueOf(typed.newcomer()));
    }

    private static BookingWish typed(EventId event, SubmittedForm form) {
        return new BookingWish(
                event,
                form.words("name"),
                form.words("email"),
                form.words("organisation"),
                form.choice("sector", Sector.class),
                form.isTicked("newcomer"),
                false,
                true,
                form.isTicked("adult"));
    }

    /** What is left out, in words about somebody else; how well the rest is filled in, the service says. */
    private FormErrors problems(BookingWish typed) {
        var errors = FormErrors.none();
        if (typed.name().isEmpty()) {
            errors = errors.with("name", answers.say("by-hand.name.missing"));
        }
        if (typed.email().isEmpty()) {
            errors = errors.with("email", answers.say("by-hand.email.missing"));
        }
        if (typed.sector() == null) {
            errors = errors.with("sector", answers.say("walk-in.sector.missing"));
        }
        return typed.adult() ? errors : errors.with("adult", answers.say("by-hand.adult.missing"));
    }

    private static String closed(EventPage page) {
        return page.calledOff() ? "called-off" : page.over() ? "over" : page.begun() ? "begun" : "draft";
    }

    private String show(
            EventPage page, FormId form, BookingWish typed, FormErrors errors, Organiser organiser, Model model) {
        var event = page.event();
        model.addAttribute("page", page);
        model.addAttribute("open", page.published() && !page.begun());
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("sectors", SECTORS);
        model.addAttribute("late", LastOffer.isOver(event.startsAtInstant(), clock.instant()));
        model.addAttribute(
                "room",
                PagePart.of(() -> bookings.places(organiser.caller(), event.event()))
                        .found()
                        .flatMap(known -> known)
                        .filter(Places::open)
                        .map(Places::room)
                        .filter(room -> room != Room.FREE)
                        .orElse(null));
        return "web/organiser/by-hand";
    }

    @GetMapping("/organise/events/{event}/bookings/{attendance}/cancel")
    String askToCancel(
            @PathVariable EventId event,
            @PathVariable AttendanceId attendance,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        return question(event, attendance, FormErrors.none(), organiser, model);
    }

    @PostMapping("/organise/events/{event}/bookings/{attendance}/cancel")
    String cancel(
            @PathVariable EventId event,
            @PathVariable AttendanceId attendance,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var said = form.isTicked("line") ? "off-the-list" : "cancelled-for";
        try {
            return answers.send(
                    response,
                    Map.of(),
                    () -> {
                        bookings.cancelFor(organiser.caller(), event, attendance);
                        return "redirect:/organise/events/" + event + "?said=" + said;
                    },
                    errors -> question(event, attendance, errors.aboutTheWhole(), organiser, model));
        } catch (ServiceRefusal refusal) {
            throw NotThere.here();
        }
    }

    /** Where no place is left, or they wait no more, that is said; pressing twice is one offer. */
    @PostMapping("/organise/events/{event}/bookings/{attendance}/offer")
    String offer(
            @PathVariable EventId event,
            @PathVariable AttendanceId attendance,
            @AuthenticationPrincipal Organiser organiser) {
        return "redirect:/organise/events/" + event + "/waiting?said="
                + (isOffered(event, attendance, organiser) ? "offered" : "not-offered");
    }

    private boolean isOffered(EventId event, AttendanceId attendance, Organiser organiser) {
        try {
            return bookings.offerTo(organiser.caller(), event, attendance).offered();
        } catch (ServiceRefusal refusal) {
            if (refusal.isAbsent()) {
                throw NotThere.here();
            }
            return false;
        }
    }

    /** Whom and what it is about, or why there is nothing to cancel. */
    private String question(
            EventId event, AttendanceId attendance, FormErrors errors, Organiser organiser, Model model) {
        var page = pages.of(event, organiser);
        var words = ArrivalWords.of(page.event(), clock.instant());
        var person = PagePart.of(() -> AttendeeRow.orNobody(() -> door.attendees(organiser.caller(), event)).stream()
                .filter(one -> one.attendance().equals(attendance))
                .findFirst()
                .map(one -> AttendeeRow.of(one, words)));
        if (!person.isDown() && person.found().flatMap(Function.identity()).isEmpty()) {
            throw NotThere.here();
        }
        var row = person.found().flatMap(Function.identity());
        model.addAttribute("page", page);
        model.addAttribute("person", person.map(found -> found.orElse(null)));
        model.addAttribute("attendance", attendance);
        model.addAttribute("why", row.flatMap(one -> whyNot(page, one)).orElse(null));
        model.addAttribute("place", row.map(AttendeeRow::expected).orElse(false));
        model.addAttribute(
                "offer",
                row.filter(one -> one.status() == AttendeeRowStatus.OFFERED).isPresent());
        model.addAttribute("late", LastOffer.isOver(page.event().startsAtInstant(), clock.instant()));
        model.addAttribute("errors", errors);
        return "web/organiser/cancel-for";
    }

    /** The word for why nothing is cancelled for this person; empty where it can be. */
    private static Optional<String> whyNot(EventPage page, AttendeeRow row) {
        if (!page.published() || page.over()) {
            return Optional.of(closed(page));
        }
        if (row.here()) {
            return Optional.of("here");
        }
        return row.cancellable()
                ? Optional.empty()
                : Optional.of(row.status() == AttendeeRowStatus.UNCONFIRMED ? "unconfirmed" : "already");
    }
}
