/** The attendee pages as people see them: over a stub of the three services, with JavaScript off. */
package org.natter.web.attendee;
