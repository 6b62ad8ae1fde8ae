package org.natter.attendee.history.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.history.CountsFrozen;
import org.natter.attendee.history.FrozenCounts.Familiarity;
import org.natter.attendee.history.FrozenCounts.MetAgain;
import org.natter.attendee.person.EventId;
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

    /** On the wire: an event's counts across events, without anybody in them. */
    record HistoryCountsFrozenMessage(EventId event, Instant at, List<Familiarity> familiar, List<MetAgain> again) {

        static final String TYPE = "history.counts-frozen.v1";

        static HistoryCountsFrozenMessage of(CountsFrozen told) {
            var counts = told.counts();
            return new HistoryCountsFrozenMessage(counts.event(), counts.at(), counts.familiar(), counts.again());
        }
    }
}
