package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Bookings.Booking;
import org.natter.web.attendee.Bookings.Reason;
import org.natter.web.attendee.Bookings.Standing;
import org.natter.web.attendee.Programme.PublicEvent;
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

    private static final String PAGE = "web/attendee/my-booking";
    private static final String HOME = "redirect:/my-booking";

    private final Bookings bookings;
    private final Programme programme;
    private final Phrases phrases;
    private final Clock clock;

    MyBookingController(Bookings bookings, Programme programme, Phrases phrases, Clock clock) {
        this.bookings = bookings;
        this.programme = programme;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/b/{token}")
    String arrive(@PathVariable String token, Model model) {
        var link = new Token(token);
        var booking = bookings.read(link).orElseThrow(NothingHere::atThisAddress);
        return show(booking, link.value(), "", model);
    }

    @GetMapping("/my-booking")
    String see(@RequestParam(defaultValue = "") String notice, HttpServletRequest request, Model model) {
        var link = new Visit(request).bookingLink();
        if (link.isEmpty()) {
            return lost(model);
        }
        var booking = bookings.read(link.get()).orElseThrow(NothingHere::atThisAddress);
        return show(booking, null, notice, model);
    }

    @PostMapping("/my-booking/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletRequest request,
            Model model) {
        return link(token, request)
                .map(link -> isPressed(press) ? press(link, bookings::confirm, "", "gone") : HOME)
                .orElseGet(() -> lost(model));
    }

    @PostMapping("/my-booking/accept")
    String accept(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletRequest request,
            Model model) {
        return link(token, request)
                .map(link -> isPressed(press) ? accept(link) : HOME)
                .orElseGet(() -> lost(model));
    }

    @PostMapping("/my-booking/choices")
    String choose(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String listed,
            @RequestParam(defaultValue = "") String press,
            HttpServletRequest request,
            Model model) {
        return link(token, request)
                .map(link -> isPressed(press)
                        ? press(link, known -> bookings.choose(known, listed.equals("yes")), "saved", "too-late")
                        : HOME)
                .orElseGet(() -> lost(model));
    }

    /** The first of two presses: shows the question, changes nothing but the address. */
    @PostMapping("/my-booking/change")
    String change(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model model) {
        return link(token, request).map(link -> "redirect:/my-booking/cancel").orElseGet(() -> lost(model));
    }

    @GetMapping("/my-booking/cancel")
    String ask(HttpServletRequest request, Model model) {
        var link = new Visit(request).bookingLink();
        if (link.isEmpty()) {
            return lost(model);
        }
        var booking = bookings.read(link.get()).orElseThrow(NothingHere::atThisAddress);
        if (booking.standing() == Standing.CANCELLED) {
            return HOME + "?notice=already";
        }
        model.addAttribute("page", page(booking, null, ""));
        model.addAttribute("reasons", Reason.OFFERED);
        model.addAttribute("form", FormId.fresh().value());
        return "web/attendee/my-booking-cancel";
    }

    @PostMapping("/my-booking/cancel")
    String cancel(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String press,
            HttpServletRequest request,
            Model model) {
        var link = link(token, request);
        if (link.isEmpty()) {
            return lost(model);
        }
        if (!isPressed(press)) {
            return HOME;
        }
        var sameForm = new Visit(request).pressedBefore(FormId.of(form));
        var before = bookings.read(link.get()).orElseThrow(NothingHere::atThisAddress);
        if (before.standing() == Standing.CANCELLED) {
            return sameForm ? HOME : HOME + "?notice=already";
        }
        return press(
                link.get(), known -> bookings.cancel(known, Reason.of(reason).name()), "", "too-late");
    }

    private String accept(Token link) {
        var standing = bookings.accept(link).standing();
        return standing == Standing.BOOKED ? HOME : HOME + "?notice=offer-over";
    }

    private String press(Token link, PressOn act, String done, String refused) {
        try {
            act.on(link);
            return done.isEmpty() ? HOME : HOME + "?notice=" + done;
        } catch (Refused no) {
            return HOME + "?notice=" + refused;
        }
    }

    /** A form sent without its button, as a mail scanner's script does it, changes nothing. */
    static boolean isPressed(String press) {
        return press.equals("yes");
    }

    /** The link a form brought along, else the one this browser has opened before. */
    private static Optional<Token> link(String token, HttpServletRequest request) {
        var visit = new Visit(request);
        if (token.isBlank()) {
            return visit.bookingLink();
        }
        var link = new Token(token);
        visit.keepBookingLink(link);
        return Optional.of(link);
    }

    private String lost(Model model) {
        model.addAttribute(
                "page",
                new DeadEnds.Notice(phrases.say("booking.lost.title"), phrases.say("booking.lost.words"), "", ""));
        return "web/attendee/notice";
    }

    private String show(Booking booking, @Nullable String token, String notice, Model model) {
        model.addAttribute("page", page(booking, token, notice));
        model.addAttribute("form", FormId.fresh().value());
        return PAGE;
    }

    private MyBooking page(Booking booking, @Nullable String token, String notice) {
        var event = eventOf(booking);
        var zone = event == null ? ZoneId.of("Europe/London") : event.zone();
        var offerUntil = booking.offerUntil();
        return new MyBooking(
                booking.event().value(),
                event == null ? phrases.say("booking.your-event") : event.title(),
                event == null ? "" : InWords.when(event.startsAt()),
                event == null
                        ? ""
                        : InWords.weekday(event.startsAt().toLocalDate()) + " "
                                + InWords.shortDay(event.startsAt().toLocalDate()),
                event == null ? "" : event.venue().name(),
                event == null ? "" : event.venue().address(),
                event == null ? "" : event.venue().findUs(),
                event != null && event.isCalledOff() ? event.reason() : "",
                event != null && event.isCalledOff(),
                event != null && event.isOver(clock.instant()),
                event == null,
                booking.standing(),
                InWords.ordinal(booking.position()),
                offerUntil == null ? "" : InWords.until(offerUntil, zone, clock),
                booking.standing() == Standing.LAPSED ? freePlaces(booking.event()) : "",
                booking.code(),
                booking.listed(),
                token,
                sayNotice(notice));
    }

    private @Nullable PublicEvent eventOf(Booking booking) {
        try {
            return programme.find(booking.event()).orElse(null);
        } catch (OutOfReach asleep) {
            return null;
        }
    }

    private String freePlaces(EventId event) {
        var free = bookings.room(event).free();
        if (free <= 0) {
            return phrases.say("booking.lapsed.full");
        }
        return free == 1 ? phrases.say("booking.lapsed.one") : phrases.say("booking.lapsed.left", InWords.number(free));
    }

    private @Nullable String sayNotice(String notice) {
        return switch (notice) {
            case "already", "gone", "offer-over", "saved", "too-late" -> phrases.say("booking.notice." + notice);
            default -> null;
        };
    }

    /** One press on a link. */
    private interface PressOn {
        Booking on(Token link);
    }

    /** One's own booking; {@code token} is there only until the first press, {@code asleep} if event details are. */
    record MyBooking(
            String event,
            String title,
            String when,
            String day,
            String where,
            String address,
            String findUs,
            String reason,
            boolean calledOff,
            boolean over,
            boolean asleep,
            Standing standing,
            String position,
            String offerUntil,
            String free,
            String code,
            boolean listed,
            @Nullable String token,
            @Nullable String notice) {

        @Override
        public String toString() {
            return "MyBooking[" + standing + "]";
        }
    }
}
