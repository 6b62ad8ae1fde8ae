package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import java.util.function.Function;
import org.natter.web.attendee.Bookings.Booking;
import org.natter.web.attendee.Bookings.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own booking behind its mailed link. Looking changes nothing; the first press takes the link's secret from the page
 * into the session, and the address is clean from there on.
 */
@Controller("attendeeMyBookingController")
class MyBookingController {

    private static final String HOME = "redirect:/my-booking";

    private final Bookings bookings;
    private final MyBookingPages pages;
    private final Phrases phrases;

    MyBookingController(Bookings bookings, MyBookingPages pages, Phrases phrases) {
        this.bookings = bookings;
        this.pages = pages;
        this.phrases = phrases;
    }

    @GetMapping("/b/{token}")
    String arrive(@PathVariable String token, Model model) {
        var link = new Token(token);
        return show(pages.of(read(link), link, ""), model);
    }

    @GetMapping("/my-booking")
    String see(@RequestParam(defaultValue = "") String notice, HttpServletRequest request, Model model) {
        return new Visit(request)
                .bookingLink()
                .map(link -> show(pages.of(read(link), null, notice), model))
                .orElseGet(() -> lost(model));
    }

    @PostMapping("/my-booking/confirm")
    String confirm(Sent sent, HttpServletRequest request, Model model) {
        return pressed(sent, request, model, link -> orElse("gone", link, bookings::confirm, HOME));
    }

    @PostMapping("/my-booking/accept")
    String accept(Sent sent, HttpServletRequest request, Model model) {
        return pressed(sent, request, model, link -> {
            var standing = bookings.accept(link).standing();
            return standing == Standing.BOOKED ? HOME : HOME + "?notice=offer-over";
        });
    }

    @PostMapping("/my-booking/choices")
    String choose(Sent sent, HttpServletRequest request, Model model) {
        return pressed(
                sent,
                request,
                model,
                link -> orElse(
                        "too-late", link, known -> bookings.choose(known, sent.yes("listed")), HOME + "?notice=saved"));
    }

    private String pressed(Sent sent, HttpServletRequest request, Model model, Function<Token, String> act) {
        return new Visit(request)
                .bookingLink(sent)
                .map(link -> sent.pressed() ? act.apply(link) : HOME)
                .orElseGet(() -> lost(model));
    }

    private static String orElse(String refused, Token link, Consumer<Token> act, String done) {
        try {
            act.accept(link);
            return done;
        } catch (Refused no) {
            return HOME + "?notice=" + refused;
        }
    }

    private Booking read(Token link) {
        return bookings.read(link).orElseThrow(NothingHere::atThisAddress);
    }

    private String lost(Model model) {
        return Notice.of("booking.lost", phrases).in(model);
    }

    private static String show(MyBookingPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", FormId.fresh().value());
        return "web/attendee/my-booking";
    }
}
