package org.natter.event.programme;

import java.util.List;

/**
 * One page of a list of a region's events, and how many events each of the lists has.
 *
 * @param page which page it is, from 0; the last one if there are not so many
 */
public record EventListing(int coming, int past, int drafts, int page, int pages, List<Event> events) {

    /** Which page is shown of a list so long when this one is asked for. */
    public static int shown(int page, int pages) {
        return Math.max(0, Math.min(page, pages - 1));
    }

    /** How many pages such a list has; an empty one has one. */
    public static int pages(long events, int size) {
        return (int) Math.max(1, (events + size - 1) / size);
    }
}
