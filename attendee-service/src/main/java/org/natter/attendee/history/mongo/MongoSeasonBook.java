package org.natter.attendee.history.mongo;

import java.util.List;
import java.util.Optional;
import org.natter.attendee.history.SeasonBook;
import org.natter.attendee.history.SeasonCounted;
import org.natter.attendee.history.SeasonCounts;
import org.natter.attendee.person.RegionId;
import org.natter.ids.HexId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Counts as aggregates of type {@code history-season}, one document a region and year, the message in the same write. */
@Component
class MongoSeasonBook implements SeasonBook {

    private final AggregateCollection<SeasonCounts, SeasonCounted> seasons;

    MongoSeasonBook(Outbox outbox, Announcements<SeasonCounted> announcements) {
        this.seasons = outbox.collection(
                AggregateMapping.of(
                        "history-season",
                        SeasonCounts.class,
                        (SeasonCounts before, SeasonCounted counted) -> counted.counts()),
                announcements);
    }

    @Override
    public void settle(SeasonCounts counts) {
        if (find(counts.region(), counts.year()).isEmpty()) {
            seasons.create(id(counts.region(), counts.year()), counts, List.of(new SeasonCounted(counts)));
        }
    }

    @Override
    public Optional<SeasonCounts> find(RegionId region, int year) {
        return seasons.find(id(region, year));
    }

    private static String id(RegionId region, int year) {
        return HexId.derivedFrom(region.value() + "/" + year);
    }
}
