package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.times.SpokenTime;
import org.natter.web.attendee.MyBookingPage.Notice;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedWords;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Confirmation;
import org.natter.web.services.BookingApi.ListChoice;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.Caller;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.Aim;
import org.natter.web.services.HistoryApi.EveningWish;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * One's own booking behind its mailed link. Looking changes nothing; the first press takes the link's secret from the page
 * into the session, and the address is clean from there on.
 */
@Controller
class MyBookingController {

    private static final List<String> AIMS = List.of("break", "other-kind", "introduce", "ask");

    /** Online nobody sits with anybody. */
    private static final List<String> AIMS_ONLINE =
            AIMS.stream().filter(aim -> !aim.equals("break")).toList();

    /** Chosen by whoever takes back what they had set themselves. */
    private static final String NO_AIM = "none";

    private static final String HOME = "redirect:/my-booking";

    private final BookingApi bookings;
    private final HistoryApi histories;
    private final OwnBooking own;

    MyBookingController(BookingApi bookings, HistoryApi histories, OwnBooking own) {
        this.bookings = bookings;
        this.histories = histories;
        this.own = own;
    }

    @GetMapping("/b/{token}")
    String arrive(@PathVariable LinkToken token, HttpServletRequest request, Model model) {
        return show(own.page(own.read(token), token, false, null), request, model);
    }

    @GetMapping("/my-booking")
    String see(SubmittedForm shown, HttpServletRequest request, Model model) {
        var notice = shown.choice("notice", Notice.class);
        return OwnBooking.opened(
                request, model, link -> show(own.page(own.read(link), link, true, notice), request, model));
    }

    /** Whoever asks again before the press decides what it stands for, so it says which wish was shown. */
    @PostMapping("/my-booking/confirm")
    String confirm(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        return pressed(form, request, model, Notice.GONE, link -> {
            var press = new Confirmation(link, FilledFrom.of(form));
            if (FilledFrom.isKept(() -> bookings.confirm(Caller.everybody(), press))) {
                return HOME;
            }
            FormState.older(response);
            return show(own.page(own.read(link), link, true, Notice.CHANGED), request, model);
        });
    }

    @PostMapping("/my-booking/accept")
    String accept(SubmittedForm form, HttpServletRequest request, Model model) {
        return pressed(form, request, model, Notice.OFFER_OVER, link -> {
            var now = bookings.accept(Caller.everybody(), new Link(link)).status();
            return now == BookingStatus.BOOKED ? HOME : home(Notice.OFFER_OVER);
        });
    }

    @PostMapping("/my-booking/choices")
    String choose(SubmittedForm form, HttpServletRequest request, Model model) {
        return pressed(form, request, model, Notice.TOO_LATE, link -> {
            bookings.choose(Caller.everybody(), new ListChoice(link, form.isTicked("listed")));
            return home(Notice.SAVED);
        });
    }

    /** A form sent without its button, as a mail scanner's script does it, changes nothing. */
    private String pressed(
            SubmittedForm form,
            HttpServletRequest request,
            Model model,
            Notice refused,
            Function<LinkToken, String> act) {
        return own.pressed(form, request, model, link -> {
            try {
                return form.isPressed() ? act.apply(link) : HOME;
            } catch (ServiceRefusal no) {
                return home(refused);
            }
        });
    }

    static String home(Notice notice) {
        return HOME + "?notice=" + notice;
    }

    private String show(MyBookingPage page, HttpServletRequest request, Model model) {
        model.addAttribute("page", page);
        var owner = page.booking().status().isBooked() && !page.over()
                ? owner(page.booking().attendance(), new AttendeeSession(request))
                : Optional.<Caller>empty();
        model.addAttribute("known", owner.map(own -> known(page, own)).orElse(List.of()));
        var aim = owner.flatMap(own -> aim(page, own));
        model.addAttribute("aim", aim.orElse(null));
        model.addAttribute("notice", page.notice() != null && page.notice().holds(aim) ? page.notice() : null);
        model.addAttribute("aims", page.isOnline() ? AIMS_ONLINE : AIMS);
        model.addAttribute("noAim", NO_AIM);
        model.addAttribute("form", FormId.fresh());
        return "web/attendee/my-booking";
    }

    /** One private aim for the evening, kept for whoever is signed in as the one who booked; no words take it back. */
    @PostMapping("/my-booking/aim")
    String aim(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (new AttendeeSession(request).bookingLink(form).isEmpty()) {
            return MessagePage.of("booking.lost")
                    .showing(typedAim(form, request))
                    .in(model);
        }
        return pressed(form, request, model, Notice.TOO_LATE, link -> {
            var booking = own.read(link);
            return owner(booking.attendance(), new AttendeeSession(request))
                    .map(person -> {
                        var aim = aim(form);
                        var went = Optional.ofNullable(
                                        histories.kept(person, booking.event()).aim())
                                .map(Aim::went)
                                .orElse(null);
                        var before = form.words("before");
                        var same = aim.equals(before) ? went : null;
                        var wish = new EveningWish(null, null, aim, same, before, went);
                        if (FilledFrom.isKept(() -> histories.keepEvening(person, booking.event(), wish))) {
                            return home(aim.isEmpty() ? Notice.NO_AIM : Notice.AIM);
                        }
                        FormState.older(response);
                        model.addAttribute("older", true);
                        model.addAttribute("typed", aim);
                        return show(own.page(booking, link, true, null), request, model);
                    })
                    .orElseGet(() -> HistoryController.signedOut(request, typedAim(form, request)));
        });
    }

    /** Whom one will know there; from two days before. */
    private List<KnownAhead> known(MyBookingPage page, Caller owner) {
        return PagePart.of(() -> histories.coming(owner, page.booking().event())).found().stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .map(KnownAhead::of)
                .toList();
    }

    /** New words count, else what was chosen, else the words as they stood. */
    private static String aim(SubmittedForm form) {
        var words = form.words("aim");
        var chosen = form.words("chosen");
        var fresh = !words.isEmpty() && !words.equals(form.words("before"));
        if (chosen.equals(NO_AIM) && !fresh) {
            return "";
        }
        return fresh || chosen.isEmpty() ? words : chosen;
    }

    /** To be copied from a page that says why it was not kept. */
    private static List<String> typedAim(SubmittedForm form, HttpServletRequest request) {
        var aim = aim(form);
        return TypedWords.of(request).contains(aim) ? List.of(aim) : List.of();
    }

    /** What they set themselves, empty for nothing yet; absent where it cannot be read just now. */
    private Optional<String> aim(MyBookingPage page, Caller owner) {
        return PagePart.of(() -> histories.kept(owner, page.booking().event()))
                .found()
                .map(kept -> Optional.ofNullable(kept.aim()).map(Aim::words).orElse(""));
    }

    /** Whoever is signed in here, if the booking is theirs. */
    private Optional<Caller> owner(AttendanceId attendance, AttendeeSession visit) {
        return visit.person()
                .map(person -> Caller.attendee(person.value()))
                .filter(person -> PagePart.of(() -> bookings.bookings(person)).found().stream()
                        .flatMap(List::stream)
                        .anyMatch(booking -> booking.attendance().equals(attendance)));
    }

    /** Somebody one will know, and the month of the last meeting. */
    record KnownAhead(HistoryApi.Coming who, String month) {

        private static KnownAhead of(HistoryApi.Coming coming) {
            return new KnownAhead(
                    coming, SpokenTime.month(YearMonth.from(coming.at().atZone(coming.zone()))));
        }

        @Override
        public String toString() {
            return "KnownAhead[masked]";
        }
    }
}
