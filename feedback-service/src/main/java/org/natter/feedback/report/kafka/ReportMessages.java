package org.natter.feedback.report.kafka;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.report.AbsenceTold;
import org.natter.feedback.report.AnswerTold;
import org.natter.feedback.report.ArrivalTold;
import org.natter.feedback.report.CountsTold;
import org.natter.feedback.report.EvidenceRows;
import org.natter.feedback.report.GuestTold;
import org.natter.feedback.report.HostsTold;
import org.natter.feedback.report.KeepingEvidence;
import org.natter.feedback.report.OutcomeTold;
import org.natter.feedback.report.SeasonTold;
import org.natter.messaging.Effect;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.MessageMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ReportMessages {

    @Bean
    Consumer<Message<byte[]>> reportEvents(Inbound inbound, KeepingEvidence evidence) {
        return inbound.from(
                "natter.events",
                MessageHandlers.handle("event.published.v1", EventNews.class, is(EventStanding.COMING, evidence))
                        .on("event.changed.v1", EventNews.class, is(EventStanding.COMING, evidence))
                        .on("event.cancelled.v1", EventNews.class, is(EventStanding.CALLED_OFF, evidence))
                        .on("event.concluded.v1", EventNews.class, is(EventStanding.OVER, evidence)));
    }

    @Bean
    Consumer<Message<byte[]>> reportAttendees(Inbound inbound, EvidenceRows rows) {
        return inbound.from(
                "natter.attendees",
                MessageHandlers.handle("attendance.booked.v1", GuestTold.class, rows::on)
                        .on("attendance.waitlisted.v1", GuestTold.class, rows::on)
                        .on("attendance.offered.v1", GuestTold.class, rows::on)
                        .on("attendance.cancelled.v1", AbsenceTold.class, rows::on)
                        .on(
                                "attendance.checked-in.v1",
                                ArrivalTold.class,
                                (arrival, source) -> rows.on(arrival, true, source))
                        .on(
                                "attendance.check-in-undone.v1",
                                ArrivalTold.class,
                                (arrival, source) -> rows.on(arrival, false, source))
                        .on("attendance.hosts-named.v1", HostsTold.class, rows::on)
                        .on("history.counts-frozen.v1", CountsTold.class, rows::on)
                        .on("history.season-counted.v1", SeasonTold.class, rows::on)
                        .together());
    }

    @Bean
    Consumer<Message<byte[]>> reportFeedback(Inbound inbound, EvidenceRows rows) {
        return inbound.from(
                "natter.feedback",
                MessageHandlers.handle("feedback.answered.v1", AnswerTold.class, rows::on)
                        .on("feedback.outcome-reported.v1", OutcomeTold.class, rows::on)
                        .ignoring("feedback.invitation-due.v1", "feedback.reminder-due.v1", "feedback.follow-up-due.v1")
                        .together());
    }

    private static BiFunction<EventNews, MessageMetadata, Effect> is(EventStanding standing, KeepingEvidence evidence) {
        return (event, source) -> evidence.on(event, standing, source);
    }
}
