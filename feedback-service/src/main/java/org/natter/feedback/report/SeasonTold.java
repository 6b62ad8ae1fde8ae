package org.natter.feedback.report;

import java.util.List;
import org.natter.feedback.invitation.RegionId;

/**
 * What we read of the numbers of a region's year that need to know who is one person, counted once by whoever does.
 *
 * <p>Each list holds one entry, or none where too few people stand behind it or behind its rest.
 */
public record SeasonTold(RegionId region, int year, List<Returned> returned, List<Behind> behind) {

    public SeasonTold {
        returned = List.copyOf(returned);
        behind = List.copyOf(behind);
    }

    /** Of so many newcomers whose following year is over, so many came again in it. */
    public record Returned(int due, int back) {}

    /** How many people told of good things; {@code apart} where five stand behind those that began as a chat, and five behind the rest. */
    public record Behind(int people, boolean apart) {}
}
