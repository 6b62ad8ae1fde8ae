package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.EventId;

/** {@code event.cancelled.v1} */
public record EventCancelled(EventId event, Instant at, String reason) {}
