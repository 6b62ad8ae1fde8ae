package org.natter.attendee.mail.kafka;

import java.time.Clock;
import java.util.function.Consumer;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.Heard.AttendanceBooked;
import org.natter.attendee.mail.Heard.AttendanceCancelled;
import org.natter.attendee.mail.Heard.AttendanceOffered;
import org.natter.attendee.mail.Heard.AttendanceWaitlisted;
import org.natter.attendee.mail.Heard.EventCancelled;
import org.natter.attendee.mail.Heard.EventChanged;
import org.natter.attendee.mail.Heard.EventPublished;
import org.natter.attendee.mail.Heard.FeedbackAnswered;
import org.natter.attendee.mail.Heard.FollowUpDue;
import org.natter.attendee.mail.Heard.InvitationDue;
import org.natter.attendee.mail.Heard.ReminderDue;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class MailMessages {

    static MessageHandlers events(DecidingMails mails, Clock clock) {
        return MessageHandlers.handle("event.published.v1", EventPublished.class, mails::on)
                .on("event.changed.v1", EventChanged.class, (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "event.cancelled.v1",
                        EventCancelled.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .ignoring("event.concluded.v1");
    }

    static MessageHandlers attendees(DecidingMails mails, Clock clock) {
        return MessageHandlers.handle(
                        "attendance.booked.v1",
                        AttendanceBooked.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "attendance.waitlisted.v1",
                        AttendanceWaitlisted.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "attendance.offered.v1",
                        AttendanceOffered.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "attendance.cancelled.v1",
                        AttendanceCancelled.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .ignoring("attendance.checked-in.v1", "attendance.check-in-undone.v1");
    }

    static MessageHandlers feedback(DecidingMails mails, Clock clock) {
        return MessageHandlers.handle(
                        "feedback.invitation-due.v1",
                        InvitationDue.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "feedback.reminder-due.v1",
                        ReminderDue.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on(
                        "feedback.follow-up-due.v1",
                        FollowUpDue.class,
                        (heard, source) -> mails.on(heard, source, clock.instant()))
                .on("feedback.answered.v1", FeedbackAnswered.class, mails::on)
                .ignoring("feedback.outcome-reported.v1");
    }

    @Bean
    Consumer<Message<byte[]>> mailEvents(Inbound inbound, DecidingMails mails, Clock clock) {
        return inbound.from("natter.events", events(mails, clock));
    }

    @Bean
    Consumer<Message<byte[]>> mailAttendees(Inbound inbound, DecidingMails mails, Clock clock) {
        return inbound.from("natter.attendees", attendees(mails, clock));
    }

    @Bean
    Consumer<Message<byte[]>> mailFeedback(Inbound inbound, DecidingMails mails, Clock clock) {
        return inbound.from("natter.feedback", feedback(mails, clock));
    }
}
