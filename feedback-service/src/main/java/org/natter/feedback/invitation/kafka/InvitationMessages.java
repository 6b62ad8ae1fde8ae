package org.natter.feedback.invitation.kafka;

import java.util.function.Consumer;
import org.natter.feedback.invitation.AskingStopped;
import org.natter.feedback.invitation.AttendanceTold;
import org.natter.feedback.invitation.EventTold;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.InvitationFellDue;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.ReminderFellDue;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.invitation.Standing;
import org.natter.messaging.Announcements;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
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
        return Announcements.of(InvitationDomainEvent.class)
                .tell(
                        InvitationFellDue.class,
                        "feedback.invitation-due.v1",
                        due -> due.attendance().value(),
                        InvitationDue::of)
                .tell(
                        ReminderFellDue.class,
                        "feedback.reminder-due.v1",
                        due -> due.attendance().value(),
                        ReminderDue::of)
                .keepPrivate(AskingStopped.class);
    }

    static MessageHandlers events(KeepingRooms rooms) {
        return MessageHandlers.handle(
                        "event.published.v1",
                        EventTold.class,
                        (event, source) -> rooms.on(event, Standing.COMING, source))
                .on("event.changed.v1", EventTold.class, (event, source) -> rooms.on(event, Standing.COMING, source))
                .on(
                        "event.cancelled.v1",
                        EventTold.class,
                        (event, source) -> rooms.on(event, Standing.CALLED_OFF, source))
                .on("event.concluded.v1", EventTold.class, (event, source) -> rooms.on(event, Standing.OVER, source));
    }

    static MessageHandlers attendees(KeepingRooms rooms) {
        return MessageHandlers.handle(
                        "attendance.booked.v1",
                        AttendanceBooked.class,
                        (booked, source) -> rooms.on(booked.told(), booked.standing(), source))
                .on(
                        "attendance.waitlisted.v1",
                        AttendanceTold.class,
                        (attendance, source) -> rooms.on(attendance, SeatStanding.WAITING, source))
                .on(
                        "attendance.offered.v1",
                        AttendanceTold.class,
                        (attendance, source) -> rooms.on(attendance, SeatStanding.OFFERED, source))
                .on(
                        "attendance.cancelled.v1",
                        AttendanceTold.class,
                        (attendance, source) -> rooms.on(attendance, SeatStanding.CANCELLED, source))
                .on(
                        "attendance.checked-in.v1",
                        AttendanceCheckedIn.class,
                        (checkedIn, source) -> rooms.onCheckIn(checkedIn.told(), checkedIn.presence(), source))
                .on(
                        "attendance.check-in-undone.v1",
                        AttendanceTold.class,
                        (attendance, source) -> rooms.onCheckIn(attendance, Presence.NOT_HERE, source));
    }
}
