package org.natter.attendee.mail.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.natter.attendee.mail.AttendanceBooked;
import org.natter.attendee.mail.AttendanceCancelled;
import org.natter.attendee.mail.AttendanceOffered;
import org.natter.attendee.mail.AttendanceWaitlisted;
import org.natter.attendee.mail.DecidingMails;
import org.natter.attendee.mail.EventCancelled;
import org.natter.attendee.mail.EventPublished;
import org.natter.attendee.mail.FeedbackAnswered;
import org.natter.attendee.mail.FeedbackDue.FollowUpDue;
import org.natter.attendee.mail.FeedbackDue.InvitationDue;
import org.natter.attendee.mail.FeedbackDue.ReminderDue;
import org.natter.messaging.Effect;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.MessageMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What the post office hears on the three topics. */
@Configuration(proxyBeanMethods = false)
class MailMessages {

    private final DecidingMails mails;
    private final Clock clock;

    MailMessages(DecidingMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Bean
    Consumer<Message<byte[]>> mailEvents(Inbound inbound) {
        return inbound.from(
                "natter.events",
                MessageHandlers.handle("event.published.v1", EventPublished.class, mails::on)
                        .on(
                                "event.changed.v1",
                                ChangedBody.class,
                                now((body, source, at) -> mails.on(body.told(), source, at)))
                        .on("event.cancelled.v1", EventCancelled.class, now(mails::on))
                        .ignoring("event.concluded.v1"));
    }

    @Bean
    Consumer<Message<byte[]>> mailAttendees(Inbound inbound) {
        return inbound.from(
                "natter.attendees",
                MessageHandlers.handle("attendance.booked.v1", AttendanceBooked.class, now(mails::on))
                        .on("attendance.waitlisted.v1", AttendanceWaitlisted.class, now(mails::on))
                        .on("attendance.offered.v1", AttendanceOffered.class, now(mails::on))
                        .on("attendance.cancelled.v1", AttendanceCancelled.class, now(mails::on))
                        .ignoring(
                                "attendance.checked-in.v1",
                                "attendance.check-in-undone.v1",
                                "attendance.hosts-named.v1",
                                "history.counts-frozen.v1",
                                "history.season-counted.v1"));
    }

    @Bean
    Consumer<Message<byte[]>> mailFeedback(Inbound inbound) {
        return inbound.from(
                "natter.feedback",
                MessageHandlers.handle("feedback.invitation-due.v1", InvitationDue.class, now(mails::on))
                        .on("feedback.reminder-due.v1", ReminderDue.class, now(mails::on))
                        .on("feedback.follow-up-due.v1", FollowUpDue.class, now(mails::on))
                        .on("feedback.answered.v1", FeedbackAnswered.class, mails::on)
                        .ignoring("feedback.outcome-reported.v1"));
    }

    private <F> BiFunction<F, MessageMetadata, Effect> now(Reaction<F> reaction) {
        return (fact, source) -> reaction.to(fact, source, clock.instant());
    }

    /** A handler that has to know what time it is. */
    private interface Reaction<F> {

        Effect to(F fact, MessageMetadata source, Instant now);
    }
}
