package org.natter.attendee.history.kafka;

import java.util.function.Consumer;
import org.natter.attendee.history.CheckInNews;
import org.natter.attendee.history.EventNews;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.InvitedToAnswer;
import org.natter.attendee.history.OutcomeReported;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.SeatNews;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What history hears on the three topics. */
@Configuration(proxyBeanMethods = false)
class HistoryMessages {

    @Bean
    Consumer<Message<byte[]>> historyEvents(Inbound inbound, Rooms rooms) {
        return inbound.from(
                "natter.events",
                MessageHandlers.handle("event.published.v1", EventNews.class, rooms::onEvent)
                        .on("event.changed.v1", EventNews.class, rooms::onEvent)
                        .on("event.concluded.v1", EventNews.class, rooms::onEvent)
                        .on("event.cancelled.v1", EventNews.class, rooms::onCalledOff)
                        .together());
    }

    @Bean
    Consumer<Message<byte[]>> historyAttendees(Inbound inbound, Rooms rooms) {
        return inbound.from(
                "natter.attendees",
                MessageHandlers.handle("attendance.booked.v1", SeatNews.class, rooms::onSeat)
                        .on("attendance.waitlisted.v1", SeatNews.class, rooms::onSeat)
                        .on("attendance.offered.v1", SeatNews.class, rooms::onSeat)
                        .on("attendance.checked-in.v1", CheckInNews.class, rooms::onCheckedIn)
                        .on("attendance.check-in-undone.v1", CheckInNews.class, rooms::onCheckInUndone)
                        .ignoring(
                                "attendance.cancelled.v1",
                                "attendance.hosts-named.v1",
                                "history.counts-frozen.v1",
                                "history.season-counted.v1")
                        .together());
    }

    @Bean
    Consumer<Message<byte[]>> historyFeedback(Inbound inbound, HistoryEntries entries) {
        return inbound.from(
                "natter.feedback",
                MessageHandlers.handle(
                                "feedback.answered.v1",
                                AnsweredBody.class,
                                (body, source) -> entries.on(body.told(), source))
                        .on("feedback.outcome-reported.v1", OutcomeReported.class, entries::on)
                        .on("feedback.invitation-due.v1", InvitedToAnswer.class, entries::on)
                        .ignoring("feedback.reminder-due.v1", "feedback.follow-up-due.v1")
                        .together());
    }
}
