package org.natter.attendee.checkin.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.checkin.CheckInDomainEvent;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckInUndone;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckedIn;
import org.natter.attendee.checkin.HostsNamed;
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

    @Bean
    Announcements<HostsNamed> hostAnnouncements() {
        return Announcements.of(
                        HostsNamed.class, (HostsNamed told) -> told.event().value())
                .tell(HostsNamed.class, AttendanceHostsNamedMessage.TYPE, AttendanceHostsNamedMessage::of);
    }

    /** On the wire: these attendances host the event. */
    record AttendanceHostsNamedMessage(EventId event, Instant at, List<AttendanceId> hosts) {

        static final String TYPE = "attendance.hosts-named.v1";

        static AttendanceHostsNamedMessage of(HostsNamed told) {
            return new AttendanceHostsNamedMessage(told.event(), told.at(), told.hosts());
        }
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
