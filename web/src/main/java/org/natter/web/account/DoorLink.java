package org.natter.web.account;

import java.time.Instant;
import org.natter.web.services.EventId;
import org.natter.web.services.RegionId;

/**
 * The link by which an organiser lets somebody else have the door of one event for one day. The link's secret is known by
 * its hash alone.
 *
 * @param id names the link, and is no secret
 * @param off whether it has been switched off
 * @param eventVersion of the event, as it was when the day was taken from it
 */
public record DoorLink(
        EventId event,
        RegionId region,
        String id,
        String hash,
        OrganiserId madeBy,
        Instant madeAt,
        DoorDay day,
        boolean off,
        long eventVersion) {}
