package org.natter.web.planted.attendee;

import org.natter.web.planted.organiser.OrganisersPage;

/** Attendees' pages know no organisers' pages: breaks a rule on purpose. */
final class KnowsAnOrganisersPage {

    OrganisersPage page;
}
