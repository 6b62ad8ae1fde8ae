package org.natter.event.overview.kafka;

import java.util.function.Consumer;
import org.natter.event.overview.AttendanceNews;
import org.natter.event.overview.EventOverviews;
import org.natter.event.overview.PlaceGiven;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The handler table of the overview: every type on its topic is handled or ignored by name. */
@Configuration(proxyBeanMethods = false)
class OverviewMessages {

    static final String ATTENDEES = "natter.attendees";

    static MessageHandlers ofAttendees(EventOverviews overviews) {
        return MessageHandlers.handle("attendance.booked.v1", PlaceGiven.class, overviews::booked)
                .on("attendance.waitlisted.v1", AttendanceNews.class, overviews::waitlisted)
                .on("attendance.offered.v1", AttendanceNews.class, overviews::offered)
                .on("attendance.cancelled.v1", AttendanceNews.class, overviews::cancelled)
                .on("attendance.checked-in.v1", AttendanceNews.class, overviews::checkedIn)
                .on("attendance.check-in-undone.v1", AttendanceNews.class, overviews::checkInUndone)
                .ignoring("attendance.hosts-named.v1", "history.counts-frozen.v1", "history.season-counted.v1")
                .together();
    }

    @Bean
    Consumer<Message<byte[]>> overviewAttendees(Inbound inbound, EventOverviews overviews) {
        return inbound.from(ATTENDEES, ofAttendees(overviews));
    }
}
