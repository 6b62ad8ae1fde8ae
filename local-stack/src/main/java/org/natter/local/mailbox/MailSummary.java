package org.natter.local.mailbox;

import java.time.Instant;

/**
 * One line of the inbox.
 *
 * @param id the mail's number in this mailbox, six digits or more, in order of arrival
 * @param to the address it was delivered to, without a name
 */
public record MailSummary(String id, Instant at, String from, String to, String subject) {}
