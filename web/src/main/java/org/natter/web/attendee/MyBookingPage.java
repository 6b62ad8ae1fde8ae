package org.natter.web.attendee;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.BookingApi.Booking;
import org.natter.web.services.BookingApi.Places;
import org.natter.web.services.BookingApi.Standing;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.LastOffer;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.natter.web.services.Room;

/**
 * One's own booking. Its event's facts come with it; whether the event is called off, event-service says. Prints masked.
 *
 * @param today when it starts, if that is today at its place; absent on any other day
 * @param late whether it is too close to the start to offer anybody a place by mail
 * @param begun whether it has begun, so that nobody is booked, offered anything or moves up any more
 * @param over whether it is over too
 * @param reminded whether the one reminder, on the morning of the day before, is due or was, so that none is promised
 * @param evening whether a good evening is wished: it begins at five o'clock or later, or it is five o'clock there by now
 * @param about what each of its forms says it is about
 * @param token there only until the first press
 * @param left what places are left after a lapse, absent if that is not known
 * @param reason why the event is called off; absent if it is not
 */
record MyBookingPage(
        Booking booking,
        String when,
        String day,
        @Nullable String today,
        String offerUntil,
        boolean late,
        boolean begun,
        boolean over,
        boolean reminded,
        boolean evening,
        boolean asleep,
        @Nullable String reason,
        @Nullable Places left,
        Mark about,
        @Nullable LinkToken token,
        @Nullable Notice notice) {

    private static final Pattern LINK = Pattern.compile("https://[^\\s\"<>]+");

    private static final Set<Standing> GIVEN =
            EnumSet.of(Standing.CANCELLED, Standing.LEFT_THE_LIST, Standing.DECLINED, Standing.TAKEN_BACK);

    /** When who has a place is reminded, on the day before. */
    private static final LocalTime REMINDER = LocalTime.of(10, 0);

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** How the last press went; its words are in the bundle under {@code attendee.booking.notice.<name>}. */
    enum Notice {
        AIM,
        ALREADY,
        CHANGED,
        GONE,
        HERE,
        NO_AIM,
        OFFER_OVER,
        SAVED,
        TOO_LATE;

        /** Whether it can still be what a press has just come to: an address is opened again long after. */
        private boolean holds(Booking booking) {
            var status = booking.status();
            return switch (this) {
                case AIM, NO_AIM, SAVED -> status.isBooked();
                case ALREADY -> status == BookingStatus.CANCELLED && GIVEN.contains(booking.standing());
                case CHANGED -> status.isUnconfirmed();
                case HERE -> booking.here();
                case OFFER_OVER -> !status.isBooked() && !status.isOffered();
                case GONE, TOO_LATE -> true;
            };
        }

        /** Whether it fits what they have set themselves by now, where that can be read. */
        boolean holds(Optional<String> aim) {
            return switch (this) {
                case AIM -> aim.map(words -> !words.isEmpty()).orElse(true);
                case NO_AIM -> aim.map(String::isEmpty).orElse(true);
                default -> true;
            };
        }
    }

    static MyBookingPage of(
            Booking booking,
            PagePart<Optional<Event>> event,
            @Nullable Places left,
            Mark about,
            @Nullable LinkToken token,
            @Nullable Notice notice,
            Instant now) {
        var there = SpokenTime.readInBritain(booking.zone());
        var until = booking.offerUntil();
        return new MyBookingPage(
                booking,
                there.when(booking.startsAt(), booking.endsAt()),
                there.day(booking.startsAt(), now),
                isToday(booking, now) ? there.time(booking.startsAt()) : null,
                until == null ? "" : there.until(until, now),
                LastOffer.isOver(booking.startsAt(), now),
                !booking.startsAt().isAfter(now),
                !booking.endsAt().isAfter(now),
                !reminderAt(booking).isAfter(now),
                isEvening(booking.startsAt(), booking.zone()) || isEvening(now, booking.zone()),
                event.isDown(),
                event.found()
                        .flatMap(known -> known.filter(Event::isCalledOff))
                        .map(Event::reason)
                        .orElse(null),
                left,
                about,
                token,
                notice == null || notice.holds(booking) ? notice : null);
    }

    private static boolean isToday(Booking booking, Instant now) {
        var zone = booking.zone();
        return booking.startsAt()
                .atZone(zone)
                .toLocalDate()
                .equals(now.atZone(zone).toLocalDate());
    }

    private static boolean isEvening(Instant moment, ZoneId there) {
        return !moment.atZone(there).toLocalTime().isBefore(EVENING);
    }

    private static Instant reminderAt(Booking booking) {
        var there = booking.startsAt().atZone(booking.zone());
        return there.toLocalDate()
                .minusDays(1)
                .atTime(REMINDER)
                .atZone(booking.zone())
                .toInstant();
    }

    /** Whether all that is left to say is that it has been: who had a place reads on, for the list of who was there. */
    public boolean isPast() {
        return over && reason == null && !booking.status().isBooked();
    }

    /** Whether somebody without a place reads that it has begun. */
    public boolean isTooLate() {
        return begun && !over && reason == null && !booking.status().isBooked();
    }

    /** Whether somebody has said that they don't come. */
    public boolean isGiven() {
        return GIVEN.contains(booking.standing());
    }

    /** Whether there is nothing to book again, whatever its reason was. */
    public boolean isOff() {
        return booking.standing() == Standing.CALLED_OFF;
    }

    /** Whether a lapsed offer is there for anybody now, and nobody was next in line. */
    public boolean isFreeAgain() {
        return booking.standing() == Standing.OFFER_LAPSED && left != null && left.forNewcomers() > 0;
    }

    /** Whether the address can be opened, as that of an online event. */
    public boolean isAddressALink() {
        return LINK.matcher(booking.venueAddress()).matches();
    }

    /** Whether there is no door to say a code at: the place is called "Online". */
    public boolean isOnline() {
        return Venue.isOnline(booking.venueName());
    }

    /** Whether whoever is checked in reads on: there is nothing to change or cancel, and no code to say any more. */
    public boolean isHere() {
        return booking.here();
    }

    /** Whether its day is still to come, so that nobody is wished a good one yet. */
    public boolean isAhead() {
        return !begun && today == null;
    }

    /** Whether the one press joins the line, so that it is said why there is no place. */
    public boolean isJoining() {
        return booking.standing() == Standing.JOINING && booking.room() != Room.FREE;
    }

    /** The key of the words for this standing: {@code attendee.booking.<standing>.<part>}. */
    public String words(String part) {
        return "attendee.booking." + booking.standing() + "." + part;
    }

    /** What one press does for whoever has not confirmed yet: close to the start nobody in line is promised a mail. */
    public String unconfirmed() {
        if (booking.standing() != Standing.JOINING || !late) {
            return words("words");
        }
        return isOnline() ? "attendee.booking.JOINING.words.late.online" : "attendee.booking.JOINING.words.late";
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
