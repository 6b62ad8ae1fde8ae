package org.natter.web.attendee;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Bookings.Booking;
import org.natter.web.attendee.Bookings.Standing;
import org.natter.web.attendee.Programme.PublicEvent;

/**
 * One's own booking. {@code token} is there only until the first press, {@code asleep} if event details are; {@code free} says
 * how many places are left after a lapse. Prints masked.
 */
record MyBookingPage(
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

    private static final ZoneId HOME = ZoneId.of("Europe/London");

    /** The booking at its event. */
    static MyBookingPage of(PublicEvent event, Booking booking, Aside aside, Clock clock) {
        var day = event.startsAt().toLocalDate();
        return new MyBookingPage(
                booking.event().value(),
                event.title(),
                InWords.when(event.startsAt()),
                InWords.weekday(day) + " " + InWords.shortDay(day),
                event.venue().name(),
                event.venue().address(),
                event.venue().findUs(),
                event.isCalledOff() ? event.reason() : "",
                event.isCalledOff(),
                event.isOver(clock.instant()),
                false,
                booking.standing(),
                InWords.ordinal(booking.position()),
                until(booking.offerUntil(), event.zone(), clock),
                aside.free(),
                booking.code(),
                booking.listed(),
                aside.token(),
                aside.notice());
    }

    /** The booking alone, while event-service sleeps. */
    static MyBookingPage withoutEvent(String title, Booking booking, Aside aside, Clock clock) {
        return new MyBookingPage(
                booking.event().value(),
                title,
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                false,
                true,
                booking.standing(),
                InWords.ordinal(booking.position()),
                until(booking.offerUntil(), HOME, clock),
                aside.free(),
                booking.code(),
                booking.listed(),
                aside.token(),
                aside.notice());
    }

    private static String until(@Nullable Instant end, ZoneId zone, Clock clock) {
        return Optional.ofNullable(end)
                .map(at -> InWords.until(at, zone, clock))
                .orElse("");
    }

    @Override
    public String toString() {
        return "MyBookingPage[" + standing + "]";
    }

    /** What the page says besides: places left, the link's secret until the first press, and how the last press went. */
    record Aside(
            String free, @Nullable String token, @Nullable String notice) {}
}
