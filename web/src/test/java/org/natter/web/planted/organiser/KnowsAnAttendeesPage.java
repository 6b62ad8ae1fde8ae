package org.natter.web.planted.organiser;

import org.natter.web.planted.attendee.AttendeesPage;

/** Organisers' pages know no attendees' pages: breaks a rule on purpose. */
final class KnowsAnAttendeesPage {

    AttendeesPage page;
}
