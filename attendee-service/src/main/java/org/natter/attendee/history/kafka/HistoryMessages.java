package org.natter.attendee.history.kafka;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.natter.attendee.history.FeedbackAnswered;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.OutcomeReported;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.history.Told.DoorTold;
import org.natter.attendee.history.Told.EventTold;
import org.natter.attendee.history.Told.SeatTold;
import org.natter.messaging.Effect;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.MessageMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class HistoryMessages {

    static MessageHandlers events(Rooms rooms) {
        BiFunction<EventTold, MessageMetadata, Effect> on = (event, source) -> rooms.on(event, false, source);
        return MessageHandlers.handle("event.published.v1", EventTold.class, on)
                .on("event.changed.v1", EventTold.class, on)
                .on("event.concluded.v1", EventTold.class, on)
                .on("event.cancelled.v1", EventTold.class, (event, source) -> rooms.on(event, true, source));
    }

    static MessageHandlers attendees(Rooms rooms) {
        return MessageHandlers.handle("attendance.booked.v1", SeatTold.class, rooms::on)
                .on("attendance.waitlisted.v1", SeatTold.class, rooms::on)
                .on("attendance.offered.v1", SeatTold.class, rooms::on)
                .on("attendance.checked-in.v1", DoorTold.class, (door, source) -> rooms.on(door, true, source))
                .on("attendance.check-in-undone.v1", DoorTold.class, (door, source) -> rooms.on(door, false, source))
                .ignoring("attendance.cancelled.v1");
    }

    static MessageHandlers feedback(HistoryEntries entries) {
        return MessageHandlers.handle("feedback.answered.v1", FeedbackAnswered.class, entries::on)
                .on("feedback.outcome-reported.v1", OutcomeReported.class, entries::on)
                .ignoring("feedback.invitation-due.v1", "feedback.reminder-due.v1", "feedback.follow-up-due.v1");
    }

    @Bean
    Consumer<Message<byte[]>> historyEvents(Inbound inbound, Rooms rooms) {
        return inbound.from("natter.events", events(rooms));
    }

    @Bean
    Consumer<Message<byte[]>> historyAttendees(Inbound inbound, Rooms rooms) {
        return inbound.from("natter.attendees", attendees(rooms));
    }

    @Bean
    Consumer<Message<byte[]>> historyFeedback(Inbound inbound, HistoryEntries entries) {
        return inbound.from("natter.feedback", feedback(entries));
    }
}
