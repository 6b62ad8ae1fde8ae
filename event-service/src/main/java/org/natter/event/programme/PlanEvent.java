package org.natter.event.programme;

import java.time.Instant;
import org.natter.event.region.Region;

/**
 * The wish to keep a first draft.
 *
 * @param fingerprint of the whole request, so that a repeat can be told from another wish under the same id
 */
public record PlanEvent(EventId event, Region region, EventDetails details, String fingerprint, Instant at) {}
