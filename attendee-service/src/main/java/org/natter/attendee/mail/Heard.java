package org.natter.attendee.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What the post office hears on the three topics: of each message only the fields it needs. */
public sealed interface Heard {

    /** {@code attendance.booked.v1} */
    record AttendanceBooked(AttendanceId attendance, EventId event, Instant at, boolean walkIn) implements Heard {}

    /** {@code attendance.waitlisted.v1} */
    record AttendanceWaitlisted(AttendanceId attendance, EventId event, Instant at) implements Heard {}

    /** {@code attendance.offered.v1} */
    record AttendanceOffered(AttendanceId attendance, EventId event, Instant at, Instant until) implements Heard {}

    /** {@code attendance.cancelled.v1} */
    record AttendanceCancelled(AttendanceId attendance, EventId event, Instant at, By by) implements Heard {

        /** Who or what ended it. */
        public enum By {
            ATTENDEE,
            ORGANISER,
            EVENT,
            OFFER_LAPSED
        }
    }

    /** {@code event.published.v1} */
    record EventPublished(EventId event, Instant startsAt, Instant endsAt, ZoneId zone, Place published)
            implements Heard {

        WhenAndWhere whenAndWhere() {
            return new WhenAndWhere(startsAt, endsAt, zone, published.venueName(), published.venueAddress());
        }
    }

    /** {@code event.changed.v1} */
    record EventChanged(
            EventId event,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            int sequence,
            Place published,
            List<Part> changed)
            implements Heard {

        public EventChanged {
            changed = List.copyOf(changed);
        }

        WhenAndWhere whenAndWhere() {
            return new WhenAndWhere(startsAt, endsAt, zone, published.venueName(), published.venueAddress());
        }

        /** A part of what is published. */
        public enum Part {
            TITLE,
            WHEN,
            WHERE,
            PLACES,
            DETAILS
        }
    }

    /** {@code event.cancelled.v1} */
    record EventCancelled(EventId event, Instant at, String reason) implements Heard {}

    /** {@code feedback.invitation-due.v1} */
    record InvitationDue(
            AttendanceId attendance, EventId event, int generation, Question kind, Instant at, Instant validUntil)
            implements Heard {

        /** Which of the two first questions. */
        public enum Question {
            HOW_WAS_IT(MailKind.HOW_WAS_IT),
            DID_YOU_MAKE_IT(MailKind.DID_YOU_MAKE_IT);

            private final MailKind mail;

            Question(MailKind mail) {
                this.mail = mail;
            }

            MailKind mail() {
                return mail;
            }
        }
    }

    /** {@code feedback.reminder-due.v1} */
    record ReminderDue(AttendanceId attendance, EventId event, int generation, Instant at, Instant validUntil)
            implements Heard {}

    /** {@code feedback.follow-up-due.v1} */
    record FollowUpDue(
            AttendanceId attendance, EventId event, int generation, int monthsAfter, Instant at, Instant validUntil)
            implements Heard {}

    /** {@code feedback.answered.v1} */
    record FeedbackAnswered(AttendanceId writer) implements Heard {}

    /** The published words about where it is. */
    record Place(String venueName, String venueAddress) {}
}
