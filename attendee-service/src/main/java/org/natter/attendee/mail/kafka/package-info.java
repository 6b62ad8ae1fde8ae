/**
 * Kafka edge of mail: one handler table per topic, group {@code attendee-service.mail}. A reaction: record by record; a
 * repeated message asks for a mail whose cause is known already.
 */
@NullMarked
package org.natter.attendee.mail.kafka;

import org.jspecify.annotations.NullMarked;
