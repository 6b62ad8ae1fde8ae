package org.natter.web.attendee;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.AttendeeApi.Booking;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;

/**
 * One's own booking. Its event's facts come with it; whether the event is called off, event-service says. Prints masked.
 *
 * @param token there only until the first press
 * @param free how many places are left after a lapse, absent if that is not known
 * @param reason why the event is called off; absent if it is not
 */
record MyBookingPage(
        Booking booking,
        String when,
        String day,
        String offerUntil,
        String since,
        boolean over,
        boolean asleep,
        @Nullable String reason,
        @Nullable Integer free,
        @Nullable LinkToken token,
        @Nullable Notice notice) {

    /** How the last press went; its words are in the bundle under {@code attendee.booking.notice.<name>}. */
    enum Notice {
        AIM,
        ALREADY,
        GONE,
        HERE,
        OFFER_OVER,
        SAVED,
        TOO_LATE
    }

    static MyBookingPage of(
            Booking booking,
            PagePart<Optional<Event>> event,
            @Nullable Integer free,
            @Nullable LinkToken token,
            @Nullable Notice notice,
            Instant now) {
        var there = SpokenTime.readInBritain(booking.zone());
        var until = booking.offerUntil();
        return new MyBookingPage(
                booking,
                there.when(booking.startsAt()),
                there.day(booking.startsAt()),
                until == null ? "" : there.until(until, now),
                there.until(booking.since(), now),
                !booking.endsAt().isAfter(now),
                event.isDown(),
                event.found()
                        .flatMap(known -> known.filter(Event::isCalledOff))
                        .map(Event::reason)
                        .orElse(null),
                free,
                token,
                notice);
    }

    /** The key of the words for this standing: {@code attendee.booking.<standing>.<part>}. */
    public String words(String part) {
        return "attendee.booking." + booking.standing() + "." + part;
    }

    /** Whether the last press found it cancelled: then that is all there is to say. */
    public boolean isAlready() {
        return notice == Notice.ALREADY;
    }

    @Override
    public String toString() {
        return "MyBookingPage[" + booking.status() + "]";
    }
}
