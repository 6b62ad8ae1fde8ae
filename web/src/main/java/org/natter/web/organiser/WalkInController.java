package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.account.Limits;
import org.natter.web.account.Turns;
import org.natter.web.forms.Counted;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FormId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Somebody at the door who is not on the list; the form's own id makes pressing twice one arrival. Of an event that is over it
 * notes who was there; of one that was called off, or takes place online, the door's own page says so instead. A form that was
 * called off while it was filled in comes back with what was typed. Whoever goes by the name of somebody on the list who isn't
 * in yet may be they: it is asked, and who is on the list is offered.
 */
@Controller
class WalkInController {

    private static final List<Option> SECTORS = Option.of("organise.sector.", Sector.OFFERED);

    private final BookingApi bookings;
    private final DoorApi door;
    private final DoorEvents events;
    private final FeedbackApi feedback;
    private final FormAnswers answers;
    private final Limits limits;
    private final Clock clock;

    WalkInController(
            BookingApi bookings,
            DoorApi door,
            DoorEvents events,
            FeedbackApi feedback,
            FormAnswers answers,
            Limits limits,
            Clock clock) {
        this.bookings = bookings;
        this.door = door;
        this.events = events;
        this.feedback = feedback;
        this.answers = answers;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}/walk-in")
    String ask(
            @PathVariable EventId event, SubmittedForm asked, @AuthenticationPrincipal Doorkeeper keeper, Model model) {
        return show(event, WalkInForm.called(asked.words("name")), FormErrors.none(), keeper, model);
    }

    @PostMapping("/organise/events/{event}/walk-in")
    String letIn(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Doorkeeper keeper,
            HttpServletResponse response,
            Model model) {
        var typed = WalkInForm.of(form);
        var errors = typed.problems(answers);
        if (errors.any()) {
            return show(event, typed, errors.toPutRight(response), keeper, model);
        }
        var alike = typed.isAnother() ? List.<Alike>of() : alike(event, typed, keeper);
        if (!alike.isEmpty()) {
            model.addAttribute("alike", alike);
            var over = found(event, keeper).filter(this::isOver).isPresent();
            var lines = FormErrors.none();
            for (var one : alike) {
                lines = lines.with(
                        "alike-" + one.attendance(),
                        answers.say("walk-in.alike." + (over ? "over." : "") + one.status(), one.name()));
            }
            return show(event, typed, lines.toPutRight(response), keeper, model);
        }
        var turns = keeper instanceof DoorPass pass
                ? limits.walkIn(pass, typed.address(), clock.instant())
                : limits.countNothing(clock.instant());
        return answers.send(
                response,
                Map.of(),
                () -> letIn(event, typed, keeper, turns, response, model),
                toPutRight -> show(event, typed, toPutRight, keeper, model));
    }

    /**
     * Somebody on the list who goes by the name that was typed and isn't in yet.
     *
     * @param name with what tells them from others of that name, as the list of the door does
     * @param press the id of the press that lets them in
     */
    record Alike(AttendanceId attendance, String name, BookingStatus status, FormId press) {

        static Alike of(Attendee one, boolean twin) {
            var organisation = one.organisation();
            var known = organisation == null || organisation.isBlank() ? one.name() : one.name() + ", " + organisation;
            return new Alike(
                    one.attendance(),
                    twin ? known + " …" + AttendeeRow.codeEnd(one.code()) : known,
                    one.status(),
                    FormId.fresh());
        }
    }

    /** Nobody while the list cannot be read: then a helper lets in whoever stands there. */
    private List<Alike> alike(EventId event, WalkInForm typed, Doorkeeper keeper) {
        var list = PagePart.of(() -> AttendeeRow.orNobody(() -> door.attendees(keeper.caller(), event)))
                .found()
                .orElse(List.of());
        var namesakes = CheckInPage.shownTo(keeper, list)
                .filter(one -> PlainName.isSame(typed.name(), one.name()))
                .toList();
        return namesakes.stream()
                .filter(one -> one.checkedInAt() == null)
                .map(one -> Alike.of(one, namesakes.size() > 1))
                .toList();
    }

    /** Where the room is full, the form comes back with a press that lets them in all the same. */
    private String letIn(
            EventId event,
            WalkInForm typed,
            Doorkeeper keeper,
            Turns turns,
            HttpServletResponse response,
            Model model) {
        try {
            return CheckInController.shownAt(
                    event,
                    Counted.orHandBack(turns::handBack, () -> door.walkIn(keeper.caller(), event, typed.toWalkIn())));
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("over-limit")) {
                throw refusal;
            }
            model.addAttribute("overLimit", true);
            var room = CheckInController.roomOf(bookings, keeper, event);
            var words = roomWords(room, event, keeper);
            return show(event, typed, FormErrors.one("", words).toPutRight(response), keeper, model);
        }
    }

    private String roomWords(CheckInResult.RoomLeft room, EventId event, Doorkeeper keeper) {
        var found = found(event, keeper);
        if (found.filter(this::isOver).isPresent()) {
            return answers.say("walk-in.over.room." + room);
        }
        var places = found.map(Event::places).orElse(0);
        var list = PagePart.of(() -> AttendeeRow.orNobody(() -> door.attendees(keeper.caller(), event)))
                .found()
                .orElse(List.of());
        var here = list.stream().filter(one -> one.checkedInAt() != null).count();
        var toCome = list.stream()
                .filter(one -> one.status() == BookingStatus.BOOKED && !one.walkIn() && one.checkedInAt() == null)
                .count();
        var missing = CheckInResult.DoorState.missing(places, (int) here, (int) toCome);
        return answers.say("walk-in.room" + room.ending(missing), places, missing);
    }

    /** The event; nothing while nobody can say, and then the form is as on the evening. @throws NotThere if there is none for them */
    private Optional<Event> found(EventId event, Doorkeeper keeper) {
        return PagePart.of(() -> events.find(keeper, event).orElseThrow(NotThere::here))
                .found();
    }

    private boolean isOver(Event event) {
        return event.isOver(clock.instant());
    }

    /** Whether answers how it was are taken no more. */
    private boolean answersAreClosed(EventId event, Doorkeeper keeper) {
        return PagePart.of(() -> feedback.feedback(keeper.caller(), event))
                .found()
                .flatMap(Function.identity())
                .filter(report -> report.closesAt().isBefore(clock.instant()))
                .isPresent();
    }

    private String show(EventId event, WalkInForm form, FormErrors errors, Doorkeeper keeper, Model model) {
        var found = found(event, keeper);
        if (found.filter(Event::isDraft).isPresent()) {
            throw NotThere.here();
        }
        var closed = found.filter(one -> one.isCalledOff() || one.venue().takesPlaceOnline());
        if (closed.isPresent() && !errors.any()) {
            return "redirect:" + CheckInController.address(event);
        }
        var calledOff = closed.filter(Event::isCalledOff).isPresent();
        var over = found.filter(this::isOver).isPresent();
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", found.map(Event::title).orElse(""));
        model.addAttribute("when", found.map(one -> events.when(keeper, one)).orElse(""));
        model.addAttribute("over", over);
        model.addAttribute("answersClosed", over && answersAreClosed(event, keeper));
        model.addAttribute("form", form);
        if (calledOff) {
            model.addAttribute("alike", null);
        }
        model.addAttribute("errors", calledOff ? FormErrors.one("", answers.say("walk-in.called-off")) : errors);
        model.addAttribute("sectors", SECTORS);
        return "web/organiser/walk-in";
    }
}
