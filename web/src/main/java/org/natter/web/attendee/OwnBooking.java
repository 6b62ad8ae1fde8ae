package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.MyBookingPage.Notice;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.BookingApi;
import org.natter.web.services.BookingApi.Booking;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The booking behind a mailed link and its page; what the page needs besides is asked at once. */
@Component
class OwnBooking {

    private final BookingApi bookings;
    private final EventApi events;
    private final ExecutorService pageCalls;
    private final WritingLimit limit;
    private final Clock clock;

    OwnBooking(BookingApi bookings, EventApi events, ExecutorService pageCalls, WritingLimit limit, Clock clock) {
        this.limit = limit;
        this.bookings = bookings;
        this.events = events;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    Booking read(LinkToken link) {
        return bookings.read(Caller.everybody(), new Link(link)).orElseThrow(NotThere::here);
    }

    /**
     * @param link the booking's own
     * @param pressed whether this browser has pressed anything yet, so that it keeps the link's secret itself
     * @param notice how the last press went
     */
    MyBookingPage page(Booking booking, LinkToken link, boolean pressed, @Nullable Notice notice) {
        var places = PagePart.asked(pageCalls, () -> placesAfterLapse(booking));
        var event = PagePart.of(() -> events.inProgramme(Caller.everybody(), booking.event()));
        var left = places.get().found().flatMap(known -> known).orElse(null);
        return MyBookingPage.of(booking, event, left, Mark.of(link), pressed ? null : link, notice, clock.instant());
    }

    private Optional<Places> placesAfterLapse(Booking booking) {
        return booking.status() == BookingStatus.LAPSED
                ? bookings.places(Caller.everybody(), booking.event())
                : Optional.empty();
    }

    /**
     * The page after a press: of the booking that the form names and this browser has opened, whatever other tabs opened
     * since. A form about anything else changes nothing and leads to a page that says how to open it; a link that leads
     * nowhere is not kept.
     */
    String pressed(SubmittedForm form, HttpServletRequest request, Model model, Function<LinkToken, String> page) {
        var visit = new AttendeeSession(request);
        return visit.bookingLink(form)
                .map(link -> {
                    if (!visit.hasOpened(link)) {
                        read(link);
                        limit.known(link, request);
                    }
                    visit.openBooking(link);
                    return page.apply(link);
                })
                .orElseGet(() -> MessagePage.of("booking.lost").in(model));
    }

    /** The page of the booking that this browser has opened last; without one, a page that says how to open it. */
    static String opened(HttpServletRequest request, Model model, Function<LinkToken, String> page) {
        return new AttendeeSession(request)
                .bookingLink()
                .map(page)
                .orElseGet(() -> MessagePage.of("booking.unopened").in(model));
    }
}
