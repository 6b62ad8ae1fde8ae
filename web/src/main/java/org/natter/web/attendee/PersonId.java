package org.natter.web.attendee;

/** Somebody who signed in by a mailed link; known to attendee-service alone, opaque here. */
public record PersonId(String value) {}
