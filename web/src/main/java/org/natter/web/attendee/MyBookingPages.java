package org.natter.web.attendee;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Bookings.Booking;
import org.natter.web.attendee.Bookings.Standing;
import org.natter.web.attendee.MyBookingPage.Aside;
import org.natter.web.attendee.Programme.PublicEvent;
import org.springframework.stereotype.Component;

/** Composes one's own booking from what attendee-service and event-service tell; without the latter the booking stands. */
@Component("attendeeMyBookingPages")
class MyBookingPages {

    private static final Set<String> NOTICES = Set.of("already", "gone", "offer-over", "saved", "too-late");

    private final Bookings bookings;
    private final Programme programme;
    private final Phrases phrases;
    private final Clock clock;

    MyBookingPages(Bookings bookings, Programme programme, Phrases phrases, Clock clock) {
        this.bookings = bookings;
        this.programme = programme;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param token the link's secret if this browser has not pressed anything yet; @param notice how the last press went */
    MyBookingPage of(Booking booking, @Nullable Token token, String notice) {
        var aside = new Aside(
                booking.standing() == Standing.LAPSED ? freePlaces(booking.event()) : "",
                token == null ? null : token.value(),
                NOTICES.contains(notice) ? phrases.say("booking.notice." + notice) : null);
        return eventOf(booking)
                .map(event -> MyBookingPage.of(event, booking, aside, clock))
                .orElseGet(() -> MyBookingPage.withoutEvent(phrases.say("booking.your-event"), booking, aside, clock));
    }

    private Optional<PublicEvent> eventOf(Booking booking) {
        try {
            return programme.find(booking.event());
        } catch (OutOfReach asleep) {
            return Optional.empty();
        }
    }

    private String freePlaces(EventId event) {
        var free = bookings.room(event).free();
        if (free <= 0) {
            return phrases.say("booking.lapsed.full");
        }
        return free == 1 ? phrases.say("booking.lapsed.one") : phrases.say("booking.lapsed.left", InWords.number(free));
    }
}
