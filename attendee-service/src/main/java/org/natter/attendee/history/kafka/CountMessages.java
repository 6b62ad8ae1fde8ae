package org.natter.attendee.history.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.history.CountsFrozen;
import org.natter.attendee.history.FrozenCounts.Familiarity;
import org.natter.attendee.history.FrozenCounts.MetAgain;
import org.natter.attendee.history.SeasonCounted;
import org.natter.attendee.history.SeasonCounts.Behind;
import org.natter.attendee.history.SeasonCounts.Returned;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history tells on natter.attendees. */
@Configuration(proxyBeanMethods = false)
class CountMessages {

    @Bean
    Announcements<CountsFrozen> countAnnouncements() {
        return Announcements.of(
                        CountsFrozen.class,
                        (CountsFrozen told) -> told.counts().event().value())
                .tell(CountsFrozen.class, HistoryCountsFrozenMessage.TYPE, HistoryCountsFrozenMessage::of);
    }

    @Bean
    Announcements<SeasonCounted> seasonAnnouncements() {
        return Announcements.of(
                        SeasonCounted.class,
                        (SeasonCounted told) -> told.counts().region().value())
                .tell(SeasonCounted.class, HistorySeasonCountedMessage.TYPE, HistorySeasonCountedMessage::of);
    }

    /** On the wire: what spans the events of a region's year, without anybody in it. */
    record HistorySeasonCountedMessage(
            RegionId region, int year, Instant at, List<Returned> returned, List<Behind> behind) {

        static final String TYPE = "history.season-counted.v1";

        static HistorySeasonCountedMessage of(SeasonCounted told) {
            var counts = told.counts();
            return new HistorySeasonCountedMessage(
                    counts.region(), counts.year(), counts.at(), counts.returned(), counts.behind());
        }
    }

    /** On the wire: an event's counts across events, without anybody in them. */
    record HistoryCountsFrozenMessage(EventId event, Instant at, List<Familiarity> familiar, List<MetAgain> again) {

        static final String TYPE = "history.counts-frozen.v1";

        static HistoryCountsFrozenMessage of(CountsFrozen told) {
            var counts = told.counts();
            return new HistoryCountsFrozenMessage(counts.event(), counts.at(), counts.familiar(), counts.again());
        }
    }
}
