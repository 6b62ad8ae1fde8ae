package org.natter.web.organiser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.Overview;

/**
 * When somebody came, as an event's pages say it: by the clock on its day, with the day where it has several, and of a
 * check-in on another day that it was noted then, since its clock is of no evening at all. Nor does whoever is noted once the
 * event has ended come at that time, were it the same night.
 *
 * @param opens when the first come in: before five in the morning that is another day's night, and of this event all the same
 * @param first the event's first day
 * @param last its last; what is done before five in the morning belongs to the evening before
 * @param ends when it ends
 * @param now when it is read: days of another year are said with it
 */
record ArrivalWords(ZoneId zone, Instant opens, LocalDate first, LocalDate last, Instant ends, Instant now) {

    private static final Duration SMALL_HOURS = Duration.ofHours(5);

    /** As a door link does, the door opens two hours before it begins. */
    private static final Duration BEFORE = Duration.ofHours(2);

    static ArrivalWords of(Event event, Instant now) {
        return of(event.zone(), event.startsAtInstant(), event.endsAtInstant(), now);
    }

    static ArrivalWords of(Overview seen, Instant now) {
        return of(seen.zone(), seen.startsAtInstant(), seen.endsAtInstant(), now);
    }

    private static ArrivalWords of(ZoneId zone, Instant starts, Instant ends, Instant now) {
        var first = LocalDate.ofInstant(starts, zone);
        var last = evening(ends, zone);
        return new ArrivalWords(zone, starts.minus(BEFORE), first, last.isBefore(first) ? first : last, ends, now);
    }

    /** While nobody can say when the event is: today's by the clock. */
    static ArrivalWords today(ZoneId zone, Instant now) {
        var today = evening(now, zone);
        return new ArrivalWords(zone, Instant.MAX, today, today, Instant.MAX, now);
    }

    /** The day that a moment belongs to: what is done before five in the morning is of the evening before. */
    static LocalDate evening(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at.minus(SMALL_HOURS), zone);
    }

    /** Whether somebody was checked in on a day of the event. */
    boolean onTheDay(Instant arrived) {
        var day = evening(arrived, zone);
        return (!day.isBefore(first) || !arrived.isBefore(opens)) && !day.isAfter(last);
    }

    /** Whether somebody was checked in once the event had ended, though on its day. */
    boolean afterwards(Instant arrived) {
        return onTheDay(arrived) && arrived.isAfter(ends);
    }

    /** Whether it is going on, or about to, on its first day: on a later one nobody is here since the day before. */
    boolean onItsFirstDay() {
        return !ended() && !evening(now, zone).isAfter(first);
    }

    /** Whether it is going on on a later day than its first: whoever came before has gone home since. */
    boolean onALaterDay() {
        return !ended() && evening(now, zone).isAfter(first) && !first.equals(last);
    }

    /** Whether somebody came on an earlier day of what still goes on. */
    boolean earlier(Instant arrived) {
        return onALaterDay() && evening(arrived, zone).isBefore(evening(now, zone));
    }

    /** Whether the event has ended. */
    boolean ended() {
        return !ends.isAfter(now);
    }

    /** {@code 6:41pm}; {@code 6:41pm on Friday 13 November}, of several days; {@code 16 October}, noted on another. */
    String of(Instant arrived) {
        return onTheDay(arrived) ? time(arrived) : SpokenTime.in(zone).shortDay(arrived, now);
    }

    /** The moment, and the day where that is not plain; nothing of somebody who was noted after the end. */
    String at(Instant arrived) {
        if (afterwards(arrived)) {
            return "";
        }
        return onTheDay(arrived) ? time(arrived) : SpokenTime.in(zone).timeAndDay(arrived, now);
    }

    private String time(Instant arrived) {
        var spoken = SpokenTime.in(zone);
        return first.equals(last) ? spoken.time(arrived) : spoken.timeAndDay(arrived, now);
    }
}
