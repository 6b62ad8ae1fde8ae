package org.natter.web.attendee;

/** One person at one event; opaque here, and never shown on a page. */
public record AttendanceId(String value) {}
