package org.natter.web.attendee;

import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.Event;

/** One event in a list, and when it is. */
record Dated(Event event, String when) {

    private static final int LINE = 140;

    static Dated of(Event event) {
        return new Dated(
                event, SpokenTime.readInBritain(event.zone()).when(event.startsAtInstant(), event.endsAtInstant()));
    }

    /** What it is like, in its first line; the rest is on its page. */
    public String line() {
        var first = event.description()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        if (first.codePointCount(0, first.length()) <= LINE) {
            return first;
        }
        var cut = first.substring(0, first.offsetByCodePoints(0, LINE));
        return (cut.contains(" ") ? cut.substring(0, cut.lastIndexOf(' ')) : cut).strip() + "\u2026";
    }
}
