/** The edge to the mail server: an organiser's sign-in code, sent at once. Every other mail is attendee-service's. */
@NullMarked
package org.natter.web.account.smtp;

import org.jspecify.annotations.NullMarked;
