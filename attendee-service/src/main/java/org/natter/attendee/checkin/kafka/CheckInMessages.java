package org.natter.attendee.checkin.kafka;

import java.time.Instant;
import org.natter.attendee.checkin.CheckInDomainEvent;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckInUndone;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckedIn;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What check-in tells on natter.attendees. */
@Configuration(proxyBeanMethods = false)
class CheckInMessages {

    @Bean
    Announcements<CheckInDomainEvent> checkInAnnouncements() {
        return Announcements.of(
                        CheckInDomainEvent.class, told -> told.attendance().value())
                .tell(CheckedIn.class, AttendanceCheckedInMessage.TYPE, AttendanceCheckedInMessage::of)
                .tell(CheckInUndone.class, AttendanceCheckInUndoneMessage.TYPE, AttendanceCheckInUndoneMessage::of);
    }

    /** On the wire: this attendance is here since {@code at}, as a helper says, and left an address or not. */
    record AttendanceCheckedInMessage(AttendanceId attendance, EventId event, Instant at, By by, boolean reachable) {

        static final String TYPE = "attendance.checked-in.v1";

        static AttendanceCheckedInMessage of(CheckedIn told) {
            return new AttendanceCheckedInMessage(
                    told.attendance(), told.event(), told.arrival().at(), By.HELPER, told.reachable());
        }

        enum By {
            HELPER
        }
    }

    /** On the wire: the check-in was a mistake. */
    record AttendanceCheckInUndoneMessage(AttendanceId attendance, EventId event, Instant at) {

        static final String TYPE = "attendance.check-in-undone.v1";

        static AttendanceCheckInUndoneMessage of(CheckInUndone told) {
            return new AttendanceCheckInUndoneMessage(told.attendance(), told.event(), told.at());
        }
    }
}
