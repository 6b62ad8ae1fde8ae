package org.natter.web.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Bookings, the links in their mails, and how full an event is. Never tells whether an address is known. */
public interface BookingApi {

    /** How many events can be asked about at once. */
    int MOST_EVENTS = 50;

    /** Asks for a place; the same key twice is one wish. */
    @TwiceIsOnce
    @PostExchange("/bookings")
    Asked ask(Caller caller, @RequestHeader("Idempotency-Key") FormId key, @RequestBody BookingWish wish);

    /** Books for somebody who asked an organiser; the same key twice is one wish. The answer is the same for everybody. */
    @TwiceIsOnce
    @PostExchange("/bookings/by-hand")
    Asked addByHand(Caller organiser, @RequestHeader("Idempotency-Key") FormId key, @RequestBody BookingWish wish);

    /** Cancels for somebody who told an organiser. */
    @TwiceIsOnce
    @DeleteExchange("/events/{event}/bookings/{attendance}")
    void cancelFor(Caller organiser, @PathVariable EventId event, @PathVariable AttendanceId attendance);

    /** Offers a place that is left to somebody in line. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/bookings/{attendance}/offer")
    Offered offerTo(Caller organiser, @PathVariable EventId event, @PathVariable AttendanceId attendance);

    /** How full an event is; nothing in the moment between its publishing and attendee-service hearing of it. */
    @GetExchange("/events/{event}/places")
    Optional<Places> places(Caller caller, @PathVariable EventId event);

    /** The same of several events, {@value #MOST_EVENTS} at most, of those that attendee-service has heard of. */
    @GetExchange("/places")
    List<Places> placesOfEach(Caller caller, @RequestParam("event") List<EventId> events);

    /** The booking behind a mailed link; changes nothing. Nothing for a wrong link. */
    @PostExchange("/booking-links/read")
    Optional<Booking> read(Caller caller, @RequestBody Link link);

    /** Confirms the wish that was shown; refused if it is another by now. */
    @TwiceIsOnce
    @PostExchange("/booking-links/confirm")
    Booking confirm(Caller caller, @RequestBody Confirmation press);

    @TwiceIsOnce
    @PostExchange("/booking-links/accept")
    Booking accept(Caller caller, @RequestBody Link link);

    @TwiceIsOnce
    @PostExchange("/booking-links/cancel")
    Booking cancel(Caller caller, @RequestBody Cancellation cancellation);

    @TwiceIsOnce
    @PostExchange("/booking-links/choices")
    Booking choose(Caller caller, @RequestBody ListChoice choice);

    /** All bookings, latest event first. */
    @GetExchange("/me/bookings")
    List<Booking> bookings(Caller attendee);

    /** The same choice as behind a booking's link, by whoever is signed in. */
    @TwiceIsOnce
    @PutExchange("/me/bookings/{attendance}/choices")
    Booking choose(Caller attendee, @PathVariable AttendanceId attendance, @RequestBody OnTheList choice);

    /**
     * What somebody typed into the booking form; absent is not said. Prints masked.
     *
     * @param kept whether a place is to be kept until they confirm
     */
    record BookingWish(
            EventId event,
            String name,
            String email,
            String organisation,
            @Nullable Sector sector,
            @Nullable Boolean newcomer,
            boolean listed,
            boolean kept,
            boolean adult) {

        /** Whether everything is filled in that nobody can be booked without; how well, attendee-service says. */
        public boolean lacksNothing() {
            return !name.isBlank() && !email.isBlank() && sector != null && newcomer != null && adult;
        }

        /** The same, with or without a place kept. */
        public BookingWish kept(boolean may) {
            return new BookingWish(event, name, email, organisation, sector, newcomer, listed, may, adult);
        }

        @Override
        public String toString() {
            return "BookingWish[" + event + ", masked]";
        }
    }

    /** @param offered whether it is on offer to them now, or theirs already */
    record Offered(boolean offered) {}

    /** Whether there was a place for somebody new in the moment of asking: the same answer for everybody. */
    record Asked(boolean room) {}

    /**
     * Places, and how many of them are free; {@code forNewcomers} is none while others wait for one, {@code room} says the
     * same in words, {@code open} whether booking is. {@code coming} has kinds of library that people come from, where that
     * points at nobody.
     */
    record Places(
            EventId event,
            int places,
            int booked,
            int waiting,
            int offered,
            int free,
            int forNewcomers,
            Room room,
            boolean open,
            List<Sector> coming) {}

    /** @param shown the mark of the wish as it stood on the page with the button */
    record Confirmation(LinkToken token, String shown) {}

    record Cancellation(LinkToken token, AbsenceReason reason) {}

    record ListChoice(LinkToken token, boolean listed) {}

    record OnTheList(boolean listed) {}

    /** How things stand, as finely as a page tells it: each has words of its own, see {@code docs/standings.md}. */
    enum Standing {
        KEPT,
        UNKEPT,
        JOINING,
        BOOKED,
        WAITING,
        OFFERED,
        LET_GO,
        NOT_JOINED,
        OFFER_LAPSED,
        CANCELLED,
        LEFT_THE_LIST,
        DECLINED,
        CANCELLED_FOR_YOU,
        OFF_THE_LIST,
        TAKEN_BACK,
        NOT_ADMITTED,
        CALLED_OFF
    }

    /**
     * One booking as its owner sees it, and the published facts of its event; {@code position} is there while waiting, and
     * {@code wish} is the mark of all that a press on the button takes over.
     */
    record Booking(
            EventId event,
            AttendanceId attendance,
            BookingStatus status,
            Standing standing,
            boolean here,
            Room room,
            Instant since,
            @Nullable Integer position,
            @Nullable Instant offerUntil,
            String name,
            String organisation,
            String code,
            boolean listed,
            Sector sector,
            RegionId region,
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String venueName,
            String venueAddress,
            String findUs,
            String wish) {

        @Override
        public String toString() {
            return "Booking[" + attendance + ", " + status + "]";
        }
    }
}
