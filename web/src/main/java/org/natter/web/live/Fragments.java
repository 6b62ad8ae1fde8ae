package org.natter.web.live;

/**
 * An event's numbers as markup, each on one line.
 *
 * @param counts how full it is, for the overview's next event and the event's own page
 * @param last how it went and how many have answered, for the overview's last event
 */
record Fragments(String counts, String last) {}
