package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.account.Turns;
import org.natter.web.forms.Counted;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.BookingWish;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;
import org.natter.web.services.LastOffer;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.PagePart.Asked;
import org.natter.web.services.Room;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Booking a place: one form, and the same answer for everybody. */
@Controller
class BookingController {

    private static final List<Option> SECTORS = Option.of("attendee.sector.", Sector.OFFERED);
    /** Within this a wish is confirmed, or before it starts. */
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private static final List<Option> YES_NO =
            List.of(new Option("yes", "attendee.yes"), new Option("no", "attendee.no"));

    private final EventApi events;
    private final BookingApi bookings;
    private final ExecutorService pageCalls;
    private final FormAnswers answers;
    private final Limits limits;
    private final Clock clock;

    BookingController(
            EventApi events,
            BookingApi bookings,
            ExecutorService pageCalls,
            FormAnswers answers,
            Limits limits,
            Clock clock) {
        this.events = events;
        this.bookings = bookings;
        this.pageCalls = pageCalls;
        this.answers = answers;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/events/{event}/book")
    String form(@PathVariable EventId event, Model model) {
        var places = places(event);
        var found = find(event);
        if (found.isCalledOff() || found.isOver(clock.instant()) || isClosed(places)) {
            return "redirect:/events/" + event;
        }
        var nothing = new BookingWish(event, "", "", "", null, null, false, true, false);
        return show(found, places, FormId.fresh(), nothing, FormState.FRESH, model);
    }

    @PostMapping("/events/{event}/book")
    String book(
            @PathVariable EventId event,
            SubmittedForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = wish(event, form);
        var id = form.formId("form");
        Function<FormState, String> again = state -> show(find(event), places(event), id, typed, state, model);
        try {
            return FormState.send(response, Map.of(), () -> ask(id, typed, request), again);
        } catch (ServiceRefusal refusal) {
            var why = refusal.isAbsent() ? "soon" : refusal.is("booking-closed") ? closed(event) : "refused";
            return again.apply(FormState.toPutRight(FormErrors.one("", answers.say("attendee.book." + why)), response));
        }
    }

    private String closed(EventId event) {
        return find(event).venue().takesPlaceOnline() ? "closed.online" : "closed";
    }

    @GetMapping("/events/{event}/book/check-your-email")
    String checkYourEmail(@PathVariable EventId event, SubmittedForm shown, Model model) {
        model.addAttribute("words", shown.isTicked("line") ? "line" : shown.isTicked("unkept") ? "unkept" : "words");
        model.addAttribute("event", event);
        model.addAttribute("soon", startsWithinTheHour(event));
        model.addAttribute("room", shown.isTicked("line") ? roomNow(event) : null);
        return "web/attendee/book-check-your-email";
    }

    /** What room there is for whoever joins the line; null if a place is free by now, or if nobody can say. */
    private @Nullable Room roomNow(EventId event) {
        return PagePart.of(() -> bookings.places(Caller.everybody(), event))
                .found()
                .flatMap(known -> known)
                .map(Places::room)
                .filter(room -> room != Room.FREE)
                .orElse(null);
    }

    /** When it starts, if that is before the hour for confirming is over; null if not, or if nobody can say. */
    private @Nullable String startsWithinTheHour(EventId event) {
        return PagePart.of(() -> events.inProgramme(Caller.everybody(), event))
                .found()
                .flatMap(known -> known)
                .filter(known ->
                        known.startsAtInstant().isBefore(clock.instant().plus(KEPT_FOR)))
                .map(known -> SpokenTime.readInBritain(known.zone()).time(known.startsAtInstant()))
                .orElse(null);
    }

    /** The same form with the same words is one wish; put right and sent again, it is another. */
    private String ask(FormId form, BookingWish typed, HttpServletRequest request) {
        var turns = turns(typed, Origin.at(request.getRemoteAddr()));
        var kept = turns.kept();
        var key = form.with(
                typed.name(),
                typed.email(),
                typed.organisation(),
                String.valueOf(typed.sector()),
                String.valueOf(typed.newcomer()),
                String.valueOf(typed.listed()),
                String.valueOf(typed.adult()));
        return EvenSteps.after(() -> {
            var room = Counted.orHandBack(
                    turns::handBack,
                    () -> bookings.ask(Caller.everybody(), key, typed.kept(kept))
                            .room());
            var mailed = "redirect:/events/" + typed.event() + "/book/check-your-email";
            return mailed + (!room ? "?line=yes" : kept ? "" : "?unkept=yes");
        });
    }

    /** What is to be put right first uses up no kept place and no mail. */
    private Turns turns(BookingWish typed, Origin from) {
        var to = new EmailAddress(typed.email());
        if (typed.lacksNothing() && to.isMailbox()) {
            return limits.askForPlace(from, to, typed.event().value(), clock.instant());
        }
        return limits.askInVain(from, clock.instant());
    }

    private static BookingWish wish(EventId event, SubmittedForm form) {
        return new BookingWish(
                event,
                form.text("name"),
                form.text("email"),
                form.text("organisation"),
                form.choice("sector", Sector.class),
                form.yesOrNo("newcomer"),
                form.isTicked("listed"),
                true,
                form.isTicked("adult"));
    }

    private Asked<Optional<Places>> places(EventId event) {
        return PagePart.asked(pageCalls, () -> bookings.places(Caller.everybody(), event));
    }

    private static boolean isClosed(Asked<Optional<Places>> places) {
        return places.get()
                .found()
                .flatMap(known -> known)
                .filter(known -> !known.open())
                .isPresent();
    }

    private Event find(EventId event) {
        return events.inProgramme(Caller.everybody(), event).orElseThrow(NotThere::here);
    }

    private String show(
            Event event, Asked<Optional<Places>> places, FormId form, BookingWish typed, FormState state, Model model) {
        var noPlace = state.asleep() != null
                ? Optional.<Places>empty()
                : places.get().found().flatMap(known -> known).filter(known -> known.room() != Room.FREE);
        model.addAttribute("event", event);
        model.addAttribute(
                "when", SpokenTime.readInBritain(event.zone()).when(event.startsAtInstant(), event.endsAtInstant()));
        model.addAttribute("joining", noPlace.isPresent());
        model.addAttribute("room", noPlace.map(Places::room).orElse(null));
        model.addAttribute("late", LastOffer.isOver(event.startsAtInstant(), clock.instant()));
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        model.addAttribute("sectors", SECTORS);
        model.addAttribute("yesNo", YES_NO);
        return "web/attendee/book";
    }
}
