package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonDetails;

/**
 * The wish for a place, not confirmed by anybody yet.
 *
 * @param kept whether a place is kept until the wish is confirmed; without it, whoever confirms first has it
 * @param key names this one wish; the same key again is the same wish and mails nobody twice. Lower-case letters and digits
 */
public record AskForPlace(
        EventId event,
        EmailAddress address,
        PersonDetails details,
        BookingChoices choices,
        boolean kept,
        String key,
        Instant at) {}
