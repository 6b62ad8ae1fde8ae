package org.natter.attendee.checkin.kafka;

import java.time.Instant;
import org.natter.attendee.checkin.ArrivedBy;
import org.natter.attendee.checkin.CheckInDomainEvent;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckInUndone;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckedIn;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What check-in tells on natter.attendees. */
@Configuration(proxyBeanMethods = false)
class CheckInMessages {

    @Bean
    Announcements<CheckInDomainEvent> checkInAnnouncements() {
        return Announcements.of(CheckInDomainEvent.class)
                .tell(
                        CheckedIn.class,
                        AttendanceCheckedIn.TYPE,
                        told -> told.attendance().value(),
                        told -> new AttendanceCheckedIn(
                                told.attendance().value(),
                                told.event().value(),
                                told.arrival().at(),
                                told.arrival().by(),
                                told.reachable()))
                .tell(
                        CheckInUndone.class,
                        AttendanceCheckInUndone.TYPE,
                        told -> told.attendance().value(),
                        told -> new AttendanceCheckInUndone(
                                told.attendance().value(), told.event().value(), told.at()));
    }

    /** Wire record: this attendance is here since {@code at}, and left an address or not. */
    record AttendanceCheckedIn(String attendance, String event, Instant at, ArrivedBy by, boolean reachable) {
        static final String TYPE = "attendance.checked-in.v1";
    }

    /** Wire record: the check-in was a mistake. */
    record AttendanceCheckInUndone(String attendance, String event, Instant at) {
        static final String TYPE = "attendance.check-in-undone.v1";
    }
}
