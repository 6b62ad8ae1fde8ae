package org.natter.attendee.history;

/** What spans the events of a region's year was counted, for good. */
public record SeasonCounted(SeasonCounts counts) {}
