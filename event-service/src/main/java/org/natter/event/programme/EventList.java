package org.natter.event.programme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One of the three lists that a region's events fall into; each event is in exactly one. */
public enum EventList {
    COMING,
    PAST,
    DRAFTS;

    /** The list that an event is in. */
    public static EventList of(Event event, Instant now) {
        return event.status() == EventStatus.DRAFT ? DRAFTS : event.isOver(now) ? PAST : COMING;
    }

    /** Those of the events that are in this list, the soonest first, the past from its end. */
    public List<Event> among(List<Event> events, Instant now) {
        var order = this == PAST ? Programme.BY_START.reversed() : Programme.BY_START;
        return events.stream()
                .filter(event -> of(event, now) == this)
                .sorted(order)
                .toList();
    }

    /** Those whose title has these words in it, however they are spelt large and small. */
    public static List<Event> called(String words, List<Event> events) {
        var wanted = words.strip().toLowerCase(Locale.UK);
        return events.stream()
                .filter(event -> event.details().title().toLowerCase(Locale.UK).contains(wanted))
                .toList();
    }
}
