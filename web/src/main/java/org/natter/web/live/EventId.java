package org.natter.web.live;

/** One event, by its id. */
public record EventId(String value) {}
