package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Optional;
import org.natter.attendee.person.EmailAddress;

/**
 * One mail as it leaves: written a moment before it is sent, never stored. Both parts say the same. Prints nothing of it.
 *
 * @param cause from which the Message-ID is made, so that a second try has the first one's
 * @param written when; a mail's own date
 * @param sender the region, as the receiver knows it
 * @param unsubscribe where one click stops this stream; absent for booking mail
 * @param calendar an iCalendar file with one invitation; absent without one
 */
public record Letter(
        String cause,
        EmailAddress to,
        Instant written,
        String sender,
        String subject,
        String html,
        String text,
        Optional<String> unsubscribe,
        Optional<String> calendar) {

    @Override
    public String toString() {
        return "Letter[" + cause + "]";
    }
}
