package org.natter.event.programme;

import java.util.List;

/** What can be wrong with an event as somebody typed it in, in the order of the form. */
public enum Flaw {
    REGION_MISSING("region", "MISSING"),
    REGION_FIXED("region", "FIXED"),
    KIND_MISSING("kind", "MISSING"),
    TITLE_MISSING("title", "MISSING"),
    TITLE_TOO_LONG("title", "TOO_LONG", EventDetails.LONGEST_TITLE),
    DESCRIPTION_TOO_LONG("description", "TOO_LONG", EventDetails.LONGEST_DESCRIPTION),
    START_MISSING("startsAt", "MISSING"),
    START_HAS_BEGUN("startsAt", "HAS_BEGUN"),
    START_IN_THE_PAST("startsAt", "IN_THE_PAST"),
    START_DOES_NOT_EXIST("startsAt", "DOES_NOT_EXIST"),
    START_COMES_TWICE("whenAmbiguous", "START_COMES_TWICE"),
    END_MISSING("endsAt", "MISSING"),
    END_IN_THE_PAST("endsAt", "IN_THE_PAST"),
    END_NOT_AFTER_START("endsAt", "NOT_AFTER_START"),
    END_DOES_NOT_EXIST("endsAt", "DOES_NOT_EXIST"),
    END_COMES_TWICE("whenAmbiguous", "END_COMES_TWICE"),
    ZONE_UNKNOWN("zone", "UNREADABLE"),
    VENUE_MISSING("venue.name", "MISSING"),
    VENUE_NAME_TOO_LONG("venue.name", "TOO_LONG", Venue.LONGEST_NAME),
    VENUE_ADDRESS_TOO_LONG("venue.address", "TOO_LONG", Venue.LONGEST_ADDRESS),
    NEAREST_STOP_TOO_LONG("venue.nearestStop", "TOO_LONG", Venue.LONGEST_STOP),
    FIND_US_TOO_LONG("venue.findUs", "TOO_LONG", Venue.LONGEST_FIND_US),
    PLACES_MISSING("places", "MISSING"),
    PLACES_OUT_OF_RANGE("places", "OUT_OF_RANGE", 1, EventDetails.MOST_PLACES),
    REASON_MISSING("reason", "MISSING"),
    REASON_TOO_LONG("reason", "TOO_LONG", Event.LONGEST_REASON);

    private final String field;
    private final String code;
    private final List<Object> bounds;

    Flaw(String field, String code, Object... bounds) {
        this.field = field;
        this.code = code;
        this.bounds = List.of(bounds);
    }

    /** The field it is about, parts of the venue with a dot. */
    public String field() {
        return field;
    }

    /** What is wrong with the field. */
    public String code() {
        return code;
    }

    /** The longest that is taken, or the least and the most; mostly empty. */
    public List<Object> bounds() {
        return bounds;
    }
}
