package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.attendee.Bookings.Booking;
import org.natter.web.attendee.Bookings.Reason;
import org.natter.web.attendee.Bookings.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Cancelling one's own booking, in two presses; the same form twice ends on the same page, another says "already". */
@Controller("attendeeCancellingController")
class CancellingController {

    private static final String HOME = "redirect:/my-booking";

    private final Bookings bookings;
    private final MyBookingPages pages;
    private final Phrases phrases;

    CancellingController(Bookings bookings, MyBookingPages pages, Phrases phrases) {
        this.bookings = bookings;
        this.pages = pages;
        this.phrases = phrases;
    }

    /** The first of two presses: shows the question, changes nothing but the address. */
    @PostMapping("/my-booking/change")
    String change(Sent sent, HttpServletRequest request, Model model) {
        return new Visit(request)
                .bookingLink(sent)
                .map(link -> "redirect:/my-booking/cancel")
                .orElseGet(() -> lost(model));
    }

    @GetMapping("/my-booking/cancel")
    String ask(HttpServletRequest request, Model model) {
        return new Visit(request)
                .bookingLink()
                .map(link -> ask(read(link), model))
                .orElseGet(() -> lost(model));
    }

    @PostMapping("/my-booking/cancel")
    String cancel(Sent sent, HttpServletRequest request, Model model) {
        var visit = new Visit(request);
        var link = visit.bookingLink(sent);
        if (link.isEmpty()) {
            return lost(model);
        }
        if (!sent.pressed()) {
            return HOME;
        }
        var sameForm = visit.pressedBefore(FormId.of(sent.text("form")));
        if (read(link.get()).standing() == Standing.CANCELLED) {
            return sameForm ? HOME : HOME + "?notice=already";
        }
        try {
            bookings.cancel(link.get(), Reason.of(sent.text("reason")).name());
            return HOME;
        } catch (Refused tooLate) {
            return HOME + "?notice=too-late";
        }
    }

    private String ask(Booking booking, Model model) {
        if (booking.standing() == Standing.CANCELLED) {
            return HOME + "?notice=already";
        }
        model.addAttribute("page", pages.of(booking, null, ""));
        model.addAttribute("reasons", Reason.OFFERED);
        model.addAttribute("form", FormId.fresh().value());
        return "web/attendee/my-booking-cancel";
    }

    private Booking read(Token link) {
        return bookings.read(link).orElseThrow(NothingHere::atThisAddress);
    }

    private String lost(Model model) {
        return Notice.of("booking.lost", phrases).in(model);
    }
}
