package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.natter.web.attendee.MyBookingPage.Notice;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendeeApi;
import org.natter.web.services.AttendeeApi.BookingStatus;
import org.natter.web.services.AttendeeApi.Link;
import org.natter.web.services.AttendeeApi.ListChoice;
import org.natter.web.services.Caller;
import org.natter.web.services.FormId;
import org.natter.web.services.LinkToken;
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

    private static final String HOME = "redirect:/my-booking";

    private final AttendeeApi bookings;
    private final OwnBooking own;

    MyBookingController(AttendeeApi bookings, OwnBooking own) {
        this.bookings = bookings;
        this.own = own;
    }

    @GetMapping("/b/{token}")
    String arrive(@PathVariable LinkToken token, Model model) {
        return show(own.page(own.read(token), token, null), model);
    }

    @GetMapping("/my-booking")
    String see(SubmittedForm shown, HttpServletRequest request, Model model) {
        var notice = shown.choice("notice", Notice.class);
        return OwnBooking.opened(request, model, link -> show(own.page(own.read(link), null, notice), model));
    }

    @PostMapping("/my-booking/confirm")
    String confirm(SubmittedForm form, HttpServletRequest request, Model model) {
        return pressed(form, request, model, Notice.GONE, link -> {
            bookings.confirm(Caller.everybody(), new Link(link));
            return HOME;
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
    private static String pressed(
            SubmittedForm form,
            HttpServletRequest request,
            Model model,
            Notice refused,
            Function<LinkToken, String> act) {
        return OwnBooking.pressed(form, request, model, link -> {
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

    private static String show(MyBookingPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", FormId.fresh());
        return "web/attendee/my-booking";
    }
}
