package org.natter.web.organiser;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.account.DoorDay;
import org.natter.web.account.Doors.Door;
import org.natter.web.services.EventApi.Event;

/**
 * The door link of one event, as its organisers see it. Prints masked.
 *
 * @param last the id of the last link, which the next one replaces; empty before the first
 * @param on whether a link is on
 * @param address the link itself, for whoever has just made it; empty for everybody else
 * @param by who made it; empty once they have left the team
 * @param made when, in words
 * @param day the day on which it works, or the next one would
 * @param anotherDay whether the event has a later day than that, with a link of its own
 */
public record DoorLinkPage(
        Event event, String last, boolean on, String address, String by, String made, Times day, boolean anotherDay) {

    /** By the clocks of the event's place. */
    public record Times(String day, String from, String until) {

        static Times of(DoorDay day, Instant now) {
            var clock = SpokenTime.in(day.zone());
            return new Times(clock.day(day.from(), now), clock.time(day.from()), clock.time(day.until()));
        }
    }

    /** The link for the camera of the phone that is to have the door. */
    public QrPicture picture() {
        return QrPicture.of(address);
    }

    private static boolean isBeforeTheLast(DoorDay day, Event event) {
        return day.from()
                .isBefore(
                        DoorDay.of(event.startsAtInstant(), event.endsAtInstant(), event.zone(), event.endsAtInstant())
                                .from());
    }

    static DoorLinkPage of(Event event, @Nullable Door door, DoorDay next, String address, String by, Instant now) {
        if (door == null || !door.isOn()) {
            return new DoorLinkPage(
                    event,
                    door == null ? "" : door.link().id(),
                    false,
                    "",
                    "",
                    "",
                    Times.of(next, now),
                    isBeforeTheLast(next, event));
        }
        var link = door.link();
        var made = SpokenTime.in(event.zone()).dayAndTime(link.madeAt(), now);
        return new DoorLinkPage(
                event,
                link.id(),
                true,
                address,
                by,
                made,
                Times.of(link.day(), now),
                isBeforeTheLast(link.day(), event));
    }

    /** Whether nobody comes in by a door, so that there is none to lend. */
    public boolean online() {
        return event.venue().takesPlaceOnline();
    }

    @Override
    public String toString() {
        return "DoorLinkPage[" + event.event() + "]";
    }
}
