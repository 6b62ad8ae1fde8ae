package org.natter.web.planted.organiser;

/** What an attendees' page must not know. */
public final class OrganisersPage {}
