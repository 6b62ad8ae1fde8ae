package org.natter.web.attendee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Booking and what follows, as attendee-service does it. Throws {@link OutOfReach} when it cannot be asked and {@link
 * Refused} when it says no; never tells whether an address is known.
 */
public interface Bookings {

    /** Asks for a place; the same form twice is one wish. */
    void ask(FormId form, BookingWish wish);

    /** How full an event is. */
    Room room(EventId event);

    /** The booking behind a mailed link; changes nothing. Nothing for a wrong link. */
    Optional<Booking> read(Token link);

    Booking confirm(Token link);

    Booking accept(Token link);

    Booking cancel(Token link, String reason);

    Booking choose(Token link, boolean listed);

    /** Mails a sign-in link for this browser, if the address is known; says the same either way. */
    void mailSignInLink(String email, BrowserMark browser);

    /** Who pressed the button behind a sign-in link in the browser that asked; nothing if the link has run out. */
    Optional<SignedIn> signIn(Token link, BrowserMark browser);

    /** What somebody typed into the booking form. */
    record BookingWish(
            EventId event,
            String name,
            String email,
            String organisation,
            String sector,
            boolean newcomer,
            boolean listed,
            boolean adult) {

        @Override
        public String toString() {
            return "BookingWish[" + event + ", masked]";
        }
    }

    /** Places, and how many of them are free; {@code open} while booking is. */
    record Room(int places, int booked, int waiting, int free, boolean open) {}

    /** One booking as its owner sees it; {@code position} counts from 1, 0 if not waiting. */
    record Booking(
            EventId event,
            AttendanceId attendance,
            Standing standing,
            int position,
            @Nullable Instant offerUntil,
            String name,
            String code,
            boolean listed) {

        @Override
        public String toString() {
            return "Booking[" + attendance.value() + ", " + standing + "]";
        }
    }

    /** How things stand with a booking. */
    enum Standing {
        UNCONFIRMED,
        BOOKED,
        WAITING,
        OFFERED,
        CANCELLED,
        LAPSED
    }

    /** Why somebody cancels; asked, never required. */
    enum Reason {
        COST,
        COVER_AT_WORK,
        CARING,
        TIME,
        DISTANCE,
        HEALTH,
        NOBODY_I_KNOW,
        FORGOT,
        OTHER,
        NOT_SAID;

        static final List<Reason> OFFERED =
                List.of(COST, COVER_AT_WORK, CARING, TIME, DISTANCE, HEALTH, NOBODY_I_KNOW, FORGOT, OTHER);

        static Reason of(String typed) {
            return OFFERED.stream()
                    .filter(reason -> reason.name().equals(typed))
                    .findFirst()
                    .orElse(NOT_SAID);
        }
    }

    /** A signed-in person. */
    record SignedIn(PersonId person, String name) {

        @Override
        public String toString() {
            return "SignedIn[" + person.value() + "]";
        }
    }
}
