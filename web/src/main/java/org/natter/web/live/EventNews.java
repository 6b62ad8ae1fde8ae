package org.natter.web.live;

import org.natter.web.services.EventId;

/** Somebody booked, cancelled, arrived, was asked, answered or the like; only where matters. */
public record EventNews(EventId event) {}
