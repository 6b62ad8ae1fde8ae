package org.natter.feedback.invitation;

import java.util.Optional;

/**
 * An event's room in numbers, without anybody's name.
 *
 * @param gathering empty if the event itself was not told yet
 * @param expected how many were booked or came all the same
 */
public record HeadCount(EventId event, Optional<Gathering> gathering, int came, int expected) {

    /** How complete the list of those who came is by itself. */
    ListStanding list() {
        return ListStanding.of(came, expected);
    }
}
