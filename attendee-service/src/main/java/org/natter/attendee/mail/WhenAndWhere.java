package org.natter.attendee.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.natter.attendee.booking.EventCard;

/** When and where an event is, as far as a change of it is worth a mail. */
public record WhenAndWhere(Instant startsAt, Instant endsAt, ZoneId zone, String venueName, String venueAddress) {

    /** As it is on the card that bookings are shown with. */
    public static WhenAndWhere of(EventCard card) {
        return new WhenAndWhere(card.startsAt(), card.endsAt(), card.zone(), card.venueName(), card.venueAddress());
    }

    /** As somebody may know it: how an online event is joined only with a place. */
    public WhenAndWhere knownTo(boolean hasAPlace) {
        return hasAPlace
                ? this
                : new WhenAndWhere(
                        startsAt, endsAt, zone, venueName, EventCard.addressWithoutAPlace(venueName, venueAddress));
    }

    /** What differs from an earlier state, for somebody with a place or without. */
    public Set<Change> since(WhenAndWhere before, boolean hasAPlace) {
        return knownTo(hasAPlace).since(before.knownTo(hasAPlace));
    }

    /** What differs from an earlier state; empty if nothing a guest would have to know. */
    public Set<Change> since(WhenAndWhere before) {
        var changes = EnumSet.noneOf(Change.class);
        var then = LocalDateTime.ofInstant(before.startsAt, before.zone);
        var start = LocalDateTime.ofInstant(startsAt, zone);
        if (!then.toLocalDate().equals(start.toLocalDate())) {
            changes.add(Change.DATE);
        }
        if (!then.toLocalTime().equals(start.toLocalTime())) {
            changes.add(Change.START_TIME);
        }
        if (changes.isEmpty() && !before.startsAt.equals(startsAt)) {
            changes.add(Change.START_TIME); // by the clocks of another zone, or the other of two equal times
        }
        if (changes.isEmpty() && !before.endsAt.equals(endsAt)) {
            changes.add(Change.END_TIME);
        }
        if (!before.venueName.equals(venueName) || !before.venueAddress.equals(venueAddress)) {
            changes.add(Change.PLACE);
        }
        return changes;
    }

    /** One thing that changed, in the order in which it matters. */
    public enum Change {
        DATE,
        START_TIME,
        END_TIME,
        PLACE;

        /** Its name in the message bundle: lower case with hyphens, {@code start-time}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
