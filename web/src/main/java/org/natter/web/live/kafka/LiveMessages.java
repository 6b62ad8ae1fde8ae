package org.natter.web.live.kafka;

import java.util.function.Consumer;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.web.live.EventNews;
import org.natter.web.live.Watching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Every type that can change a number is news of the same kind; which number, its owner knows. */
@Configuration(proxyBeanMethods = false)
class LiveMessages {

    @Bean
    Consumer<Message<byte[]>> liveAttendees(Inbound inbound, Watching watching) {
        return inbound.from(
                "natter.attendees",
                MessageHandlers.handle("attendance.booked.v1", EventNews.class, watching::on)
                        .on("attendance.waitlisted.v1", EventNews.class, watching::on)
                        .on("attendance.offered.v1", EventNews.class, watching::on)
                        .on("attendance.cancelled.v1", EventNews.class, watching::on)
                        .on("attendance.checked-in.v1", EventNews.class, watching::on)
                        .on("attendance.check-in-undone.v1", EventNews.class, watching::on)
                        .ignoring(
                                "attendance.hosts-named.v1", "history.counts-frozen.v1", "history.season-counted.v1"));
    }

    @Bean
    Consumer<Message<byte[]>> liveEvents(Inbound inbound, Watching watching) {
        return inbound.from(
                "natter.events",
                MessageHandlers.handle("event.published.v1", EventNews.class, watching::onProgramme)
                        .on("event.changed.v1", EventNews.class, watching::onProgramme)
                        .on("event.cancelled.v1", EventNews.class, watching::onProgramme)
                        .on("event.concluded.v1", EventNews.class, watching::onProgramme));
    }

    @Bean
    Consumer<Message<byte[]>> liveFeedback(Inbound inbound, Watching watching) {
        return inbound.from(
                "natter.feedback",
                MessageHandlers.handle("feedback.invitation-due.v1", EventNews.class, watching::onFeedback)
                        .on("feedback.answered.v1", EventNews.class, watching::onFeedback)
                        .ignoring(
                                "feedback.reminder-due.v1",
                                "feedback.follow-up-due.v1",
                                "feedback.outcome-reported.v1"));
    }
}
