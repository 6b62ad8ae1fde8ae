package org.natter.attendee.checkin;

import java.time.Instant;

/**
 * One press that counted: when, and who pressed.
 *
 * @param helper the id under which web knows the helper
 */
public record Arrival(CheckInId id, Instant at, String helper) {}
