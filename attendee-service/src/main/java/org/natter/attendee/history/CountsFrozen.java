package org.natter.attendee.history;

/** An event's counts across events were settled, for good. */
public record CountsFrozen(FrozenCounts counts) {}
