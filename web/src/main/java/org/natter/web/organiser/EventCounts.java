package org.natter.web.organiser;

import java.util.Locale;
import org.natter.web.services.EventId;

/** How an event stands, in numbers: the same wherever they are shown. */
public record EventCounts(EventId event, int places, int booked, int waiting, int offered, int here) {

    /** Places nobody has and nobody is offered; never below zero. */
    public int free() {
        return Math.max(0, places - booked - offered);
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

    /** A bar's length for came of booked, as an attribute. */
    public String cameShare() {
        return share(here, Math.max(booked, here));
    }

    static String share(int part, int all) {
        return all == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", Math.min(100.0, 100.0 * part / all));
    }
}
