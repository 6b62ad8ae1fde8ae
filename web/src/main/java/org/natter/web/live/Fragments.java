package org.natter.web.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event's numbers as markup, each on one line.
 *
 * @param counts how full it is, for the overview's next event and the event's own page
 * @param last how it went and how many have answered, for the overview's last event
 * @param standing a mark of how the event stands, its name, its times and its place, by which a page knows itself out of date
 * @param asOf when the newest message that is counted in them was said; null before the first
 */
record Fragments(
        String counts,
        String last,
        String standing,
        @Nullable Instant asOf) {

    boolean looksLike(Fragments other) {
        return counts.equals(other.counts) && last.equals(other.last) && standing.equals(other.standing);
    }
}
