package org.natter.web.live;

/** Somebody booked, cancelled, arrived, was asked, answered or the like; only where matters. */
public record SomethingHappened(EventId event) {}
