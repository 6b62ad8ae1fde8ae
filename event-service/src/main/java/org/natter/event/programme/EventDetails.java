package org.natter.event.programme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything an organiser says about an event. Texts are tidied and within their bounds.
 *
 * @param title 1 to 120 characters on one line
 * @param description plain text, up to 2,000 characters, may be empty
 * @param places how many people can come; 0 only in a draft, at most 10,000
 */
public record EventDetails(
        EventKind kind, String title, String description, EventTimes times, Venue venue, int places) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_DESCRIPTION = 2_000;
    static final int MOST_PLACES = 10_000;

    /** @throws UnfitEvent with everything that is wrong, in the order of the form */
    public EventDetails {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(times);
        title = TypedText.onOneLine(title);
        description = TypedText.inLines(description);
        var flaws = new ArrayList<Flaw>();
        if (title.isEmpty()) {
            flaws.add(Flaw.TITLE_MISSING);
        }
        addIfLonger(flaws, title, LONGEST_TITLE, Flaw.TITLE_TOO_LONG);
        addIfLonger(flaws, description, LONGEST_DESCRIPTION, Flaw.DESCRIPTION_TOO_LONG);
        addIfLonger(flaws, venue.name(), Venue.LONGEST_NAME, Flaw.VENUE_NAME_TOO_LONG);
        addIfLonger(flaws, venue.address(), Venue.LONGEST_ADDRESS, Flaw.VENUE_ADDRESS_TOO_LONG);
        addIfLonger(flaws, venue.nearestStop(), Venue.LONGEST_STOP, Flaw.NEAREST_STOP_TOO_LONG);
        addIfLonger(flaws, venue.findUs(), Venue.LONGEST_FIND_US, Flaw.FIND_US_TOO_LONG);
        if (places < 0 || places > MOST_PLACES) {
            flaws.add(Flaw.PLACES_OUT_OF_RANGE);
        }
        if (!flaws.isEmpty()) {
            throw UnfitEvent.because(flaws);
        }
    }

    private static void addIfLonger(List<Flaw> flaws, String text, int longest, Flaw flaw) {
        if (text.codePointCount(0, text.length()) > longest) {
            flaws.add(flaw);
        }
    }

    /** What a draft still lacks before the public may see it, in the order of the form; empty if nothing. */
    List<Flaw> missingForPublic() {
        var flaws = new ArrayList<Flaw>();
        if (venue.name().isEmpty()) {
            flaws.add(Flaw.VENUE_MISSING);
        }
        if (places < 1) {
            flaws.add(Flaw.PLACES_MISSING);
        }
        return flaws;
    }

    /** What reads differently from before. */
    Set<Aspect> differencesFrom(EventDetails before) {
        Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
        if (!title.equals(before.title)) {
            changed.add(Aspect.TITLE);
        }
        if (!times.equals(before.times)) {
            changed.add(Aspect.WHEN);
        }
        if (!venue.isSamePlaceAs(before.venue)) {
            changed.add(Aspect.WHERE);
        }
        if (places != before.places) {
            changed.add(Aspect.PLACES);
        }
        if (!withoutHeadlines().equals(before.withoutHeadlines())) {
            changed.add(Aspect.DETAILS);
        }
        return changed;
    }

    private record Rest(EventKind kind, String description, VenueFacts facts, String nearestStop, String findUs) {}

    private Rest withoutHeadlines() {
        return new Rest(kind, description, venue.facts(), venue.nearestStop(), venue.findUs());
    }
}
