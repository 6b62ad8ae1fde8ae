package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.natter.web.attendee.MyBookingPage.Notice;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Cancellation;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.Caller;
import org.natter.web.services.FormId;
import org.natter.web.services.LinkToken;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Cancelling one's own booking, in two presses; the same form twice ends on the same page, another says "already". */
@Controller
class CancellingController {

    private static final String HOME = "redirect:/my-booking";

    private static final List<Option> REASONS =
            Option.of("attendee.reason.", EnumSet.complementOf(EnumSet.of(AbsenceReason.NOT_SAID)));

    private final BookingApi bookings;
    private final OwnBooking own;

    CancellingController(BookingApi bookings, OwnBooking own) {
        this.bookings = bookings;
        this.own = own;
    }

    /** The first of two presses: shows the question, changes nothing but the address. */
    @PostMapping("/my-booking/change")
    String change(SubmittedForm form, HttpServletRequest request, Model model) {
        return own.pressed(form, request, model, link -> "redirect:/my-booking/cancel");
    }

    @GetMapping("/my-booking/cancel")
    String ask(HttpServletRequest request, Model model) {
        return OwnBooking.opened(request, model, link -> ask(own.page(own.read(link), link, true, null), model));
    }

    @PostMapping("/my-booking/cancel")
    String cancel(SubmittedForm form, HttpServletRequest request, Model model) {
        return own.pressed(form, request, model, link -> form.isPressed() ? cancel(link, form, request) : HOME);
    }

    private String cancel(LinkToken link, SubmittedForm form, HttpServletRequest request) {
        var sameForm = new AttendeeSession(request).pressedBefore(form.formId("form"));
        if (own.read(link).status() == BookingStatus.CANCELLED) {
            return sameForm ? HOME : MyBookingController.home(Notice.ALREADY);
        }
        var reason = form.choice("reason", AbsenceReason.NOT_SAID);
        try {
            bookings.cancel(Caller.everybody(), new Cancellation(link, reason));
            return HOME;
        } catch (ServiceRefusal no) {
            return MyBookingController.home(no.is("already-here") ? Notice.HERE : Notice.TOO_LATE);
        }
    }

    /** Asks while there is a place to give up; a page left open since leads to how things stand. */
    private static String ask(MyBookingPage page, Model model) {
        if (page.booking().status() == BookingStatus.CANCELLED) {
            return MyBookingController.home(Notice.ALREADY);
        }
        if (page.isHere() && !page.over()) {
            return MyBookingController.home(Notice.HERE);
        }
        if (!page.booking().status().isBooked() || page.over() || page.reason() != null) {
            return HOME;
        }
        model.addAttribute("eventTitle", page.booking().title());
        model.addAttribute("when", page.when());
        model.addAttribute("begun", page.begun());
        model.addAttribute("online", page.isOnline());
        model.addAttribute("about", page.about().value());
        model.addAttribute("reasons", REASONS);
        model.addAttribute("form", FormId.fresh());
        return "web/attendee/my-booking-cancel";
    }
}
