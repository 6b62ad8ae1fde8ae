package org.natter.feedback.invitation.mongo;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Standing;

record GatheringDocument(String region, Instant endsAt, String zone, Standing standing) {

    static GatheringDocument of(Gathering gathering) {
        return new GatheringDocument(
                gathering.region().value(), gathering.endsAt(), gathering.zone().getId(), gathering.standing());
    }

    Gathering toGathering() {
        return new Gathering(new RegionId(region), endsAt, ZoneId.of(zone), standing);
    }
}
