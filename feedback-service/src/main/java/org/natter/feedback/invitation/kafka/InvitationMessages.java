package org.natter.feedback.invitation.kafka;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.InvitationDomainEvent.AskingResumed;
import org.natter.feedback.invitation.InvitationDomainEvent.AskingStopped;
import org.natter.feedback.invitation.InvitationDomainEvent.InvitationFellDue;
import org.natter.feedback.invitation.InvitationDomainEvent.ReminderFellDue;
import org.natter.feedback.invitation.InvitationDomainEvent.StayedAway;
import org.natter.feedback.invitation.InvitationDomainEvent.WordsLeft;
import org.natter.feedback.invitation.InvitationDomainEvent.WordsWritten;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.messaging.Announcements;
import org.natter.messaging.Effect;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.MessageMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class InvitationMessages {

    @Bean
    Consumer<Message<byte[]>> invitationEvents(Inbound inbound, KeepingRooms rooms) {
        return inbound.from("natter.events", events(rooms));
    }

    @Bean
    Consumer<Message<byte[]>> invitationAttendees(Inbound inbound, KeepingRooms rooms) {
        return inbound.from("natter.attendees", attendees(rooms));
    }

    @Bean
    Announcements<InvitationDomainEvent> invitationAnnouncements() {
        return Announcements.of(
                        InvitationDomainEvent.class, told -> told.attendance().value())
                .tell(InvitationFellDue.class, InvitationDueMessage.TYPE, InvitationDueMessage::of)
                .tell(ReminderFellDue.class, ReminderDueMessage.TYPE, ReminderDueMessage::of)
                .keepPrivate(AskingStopped.class)
                .keepPrivate(AskingResumed.class)
                .keepPrivate(StayedAway.class)
                .keepPrivate(WordsLeft.class)
                .keepPrivate(WordsWritten.class);
    }

    static MessageHandlers events(KeepingRooms rooms) {
        return MessageHandlers.handle("event.published.v1", EventNews.class, is(EventStanding.COMING, rooms))
                .on("event.changed.v1", EventNews.class, is(EventStanding.COMING, rooms))
                .on("event.cancelled.v1", EventNews.class, is(EventStanding.CALLED_OFF, rooms))
                .on("event.concluded.v1", EventNews.class, is(EventStanding.OVER, rooms));
    }

    static MessageHandlers attendees(KeepingRooms rooms) {
        return MessageHandlers.handle(
                        "attendance.booked.v1",
                        AttendanceBooked.class,
                        (booked, source) -> rooms.on(booked.told(), booked.standing(), source))
                .on("attendance.waitlisted.v1", AttendanceNews.class, has(SeatStanding.WAITING, rooms))
                .on("attendance.offered.v1", AttendanceNews.class, has(SeatStanding.OFFERED, rooms))
                .on("attendance.cancelled.v1", AttendanceNews.class, has(SeatStanding.CANCELLED, rooms))
                .on(
                        "attendance.checked-in.v1",
                        AttendanceCheckedIn.class,
                        (checkedIn, source) -> rooms.onCheckIn(checkedIn.told(), checkedIn.presence(), source))
                .on(
                        "attendance.check-in-undone.v1",
                        AttendanceNews.class,
                        (told, source) -> rooms.onCheckIn(told, Presence.NOT_HERE, source))
                .ignoring("attendance.hosts-named.v1", "history.counts-frozen.v1", "history.season-counted.v1");
    }

    private static BiFunction<EventNews, MessageMetadata, Effect> is(EventStanding standing, KeepingRooms rooms) {
        return (event, source) -> rooms.on(event, standing, source);
    }

    private static BiFunction<AttendanceNews, MessageMetadata, Effect> has(SeatStanding seat, KeepingRooms rooms) {
        return (told, source) -> rooms.on(told, seat, source);
    }
}
