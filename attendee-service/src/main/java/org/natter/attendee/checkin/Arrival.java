package org.natter.attendee.checkin;

import java.time.Instant;

/**
 * One press that counted: when, and who pressed.
 *
 * @param helper the id under which web knows the helper; an empty text for somebody who pressed themselves
 */
public record Arrival(CheckInId id, Instant at, ArrivedBy by, String helper) {}
