package org.natter.web.organiser;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventId;

/**
 * How an event stands, in numbers: the same wherever they are shown. Whoever walked in is here and was not booked.
 *
 * @param later whether it goes on on a later day than its first, so that who came is not said to be here
 * @param few whether so few are checked in that the list may not be complete: then nobody is said to have stayed away
 */
public record EventCounts(
        EventId event,
        int places,
        int booked,
        int waiting,
        int offered,
        int here,
        int walkIns,
        boolean later,
        boolean few) {

    /** As the numbers have it by themselves. */
    EventCounts(EventId event, int places, int booked, int waiting, int offered, int here, int walkIns) {
        this(event, places, booked, waiting, offered, here, walkIns, false);
    }

    private EventCounts(
            EventId event, int places, int booked, int waiting, int offered, int here, int walkIns, boolean later) {
        this(event, places, booked, waiting, offered, here, walkIns, later, CheckInLists.isFew(here, walkIns, booked));
    }

    static EventCounts of(Overview seen, Instant now) {
        return new EventCounts(
                seen.event(),
                seen.places(),
                seen.booked(),
                seen.waiting(),
                seen.offered(),
                seen.here(),
                seen.walkIns(),
                ArrivalWords.of(seen, now).onALaterDay());
    }

    /** The same with what is known of the lists of some events. */
    EventCounts withList(Map<EventId, Boolean> complete) {
        var mayLack = !complete.getOrDefault(event, !few);
        return new EventCounts(event, places, booked, waiting, offered, here, walkIns, later, here > 0 && mayLack);
    }

    /** Whether there is a list of which it can be asked how complete it is. */
    boolean hasAList() {
        return here > 0 && booked > 0;
    }

    /** How many people an email about the event reaches: all who are booked or in line. */
    public int reached() {
        return booked + waiting + offered;
    }

    /** How many of the booked are here, or came. */
    public int came() {
        return here - walkIns;
    }

    /** How many of the booked are not checked in; said of nobody while nobody is. */
    public int missing() {
        return here == 0 ? 0 : booked - came();
    }

    /** The key of the sentence about who came, or of so few who was checked in. */
    public String cameMessage() {
        if (here == 0) {
            return booked == 0 ? "came.nobody-booked" : "came.nobody";
        }
        if (booked == 0) {
            return "came.walk-ins";
        }
        if (booked == 1) {
            return walkIns == 0 ? "came.one" : came() == 1 ? "came.one-and-walk-ins" : "came.not-one";
        }
        if (few) {
            return walkIns == 0 ? "came.few" : "came.few-and-walk-ins";
        }
        return walkIns == 0 ? "came.booked" : "came.with-walk-ins";
    }

    /** Places nobody has and nobody is offered; never below zero. */
    public int free() {
        return Math.max(0, places - booked - walkIns - offered);
    }

    /** How many waiting people could be offered a place now. */
    public int toOffer() {
        return Math.min(free(), waiting);
    }

    /** How many bookings there are above the places. */
    public int over() {
        return Math.max(0, booked - places);
    }

    /** A bar's length for booked of places, as an attribute. */
    public String bookedShare() {
        return share(booked, places);
    }

    /** A bar's length for those who came, of the booked, as an attribute. */
    public String cameShare() {
        return share(came(), booked);
    }

    /** Where the people of a number are listed. */
    public String listed(String show) {
        return "/organise/events/" + event + "?show=" + show;
    }

    static String share(int part, int all) {
        return all == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", Math.min(100.0, 100.0 * part / all));
    }
}
