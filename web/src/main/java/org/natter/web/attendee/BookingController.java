package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.natter.web.attendee.Programme.PublicEvent;
import org.natter.web.forms.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Booking a place: one form, and the same answer for everybody. */
@Controller("attendeeBookingController")
class BookingController {

    private static final String FORM = "web/attendee/book";

    private final Programme programme;
    private final Bookings bookings;
    private final Phrases phrases;
    private final Clock clock;

    BookingController(Programme programme, Bookings bookings, Phrases phrases, Clock clock) {
        this.programme = programme;
        this.bookings = bookings;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/events/{event}/book")
    String form(@PathVariable String event, Model model) {
        var found = bookable(event);
        if (found.isCalledOff() || found.isOver(clock.instant())) {
            return "redirect:/events/" + found.event();
        }
        return show(found, BookingForm.empty(), FormErrors.none(), false, model);
    }

    @PostMapping("/events/{event}/book")
    String book(@PathVariable String event, Sent sent, Model model, HttpServletResponse response) {
        var typed = BookingForm.of(sent);
        var wanted = new EventId(event);
        var problems = typed.problems(phrases);
        if (problems.any()) {
            Answering.putRight(response);
            return show(bookable(event), typed, problems, false, model);
        }
        try {
            bookings.ask(typed.wishId(), typed.wish(wanted));
            return "redirect:/events/" + wanted + "/book/check-your-email";
        } catch (Refused refused) {
            Answering.putRight(response);
            return show(bookable(event), typed, wordsFor(refused), false, model);
        } catch (OutOfReach asleep) {
            Answering.later(response);
            return show(bookable(event), typed, FormErrors.none(), true, model);
        }
    }

    @GetMapping("/events/{event}/book/check-your-email")
    String checkYourEmail(@PathVariable String event, Model model) {
        model.addAttribute("event", new EventId(event).value());
        return "web/attendee/book-check-your-email";
    }

    private PublicEvent bookable(String event) {
        return programme.find(new EventId(event)).orElseThrow(NothingHere::atThisAddress);
    }

    private FormErrors wordsFor(Refused refused) {
        if (refused.slug().equals("booking-closed")) {
            return FormErrors.one("name", phrases.say("book.closed"));
        }
        return refused.problems().isEmpty()
                ? FormErrors.one("name", phrases.say("refused.words"))
                : new FormErrors(refused.problems());
    }

    private String show(PublicEvent event, BookingForm typed, FormErrors problems, boolean asleep, Model model) {
        var full = !asleep && isFull(event);
        model.addAttribute(
                "page",
                new BookPage(
                        event.event().value(),
                        event.title(),
                        InWords.when(event.startsAt()),
                        event.venue().name(),
                        full,
                        asleep,
                        typed,
                        problems));
        model.addAttribute("sectors", Choice.sectors(phrases));
        model.addAttribute("yesNo", Choice.yesNo(phrases));
        return FORM;
    }

    private boolean isFull(PublicEvent event) {
        try {
            return bookings.room(event.event()).free() <= 0;
        } catch (OutOfReach asleep) {
            return false;
        }
    }

    /** The booking form's page; {@code asleep} if what was typed could not be sent. */
    record BookPage(
            String event,
            String title,
            String when,
            String where,
            boolean full,
            boolean asleep,
            BookingForm typed,
            FormErrors problems) {}
}
