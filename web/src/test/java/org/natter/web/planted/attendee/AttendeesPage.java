package org.natter.web.planted.attendee;

/** What an organisers' page must not know. */
public final class AttendeesPage {}
