package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** It is time to ask somebody how it was, or what came of it. */
public sealed interface FeedbackDue {

    AttendanceId attendance();

    EventId event();

    /** Of the personal link, from 1; a raised one is a fresh link that somebody asked for. */
    int generation();

    Instant at();

    Instant validUntil();

    MailKind mail();

    String cause();

    /** What the mail needs besides; may be empty. */
    default String detail() {
        return "";
    }

    /** {@code feedback.invitation-due.v1} */
    record InvitationDue(
            AttendanceId attendance, EventId event, int generation, Question kind, Instant at, Instant validUntil)
            implements FeedbackDue {

        /** Which of the two first questions. */
        public enum Question {
            HOW_WAS_IT,
            DID_YOU_MAKE_IT
        }

        @Override
        public MailKind mail() {
            return kind == Question.HOW_WAS_IT ? MailKind.HOW_WAS_IT : MailKind.DID_YOU_MAKE_IT;
        }

        @Override
        public String cause() {
            return "feedback-invitation/" + attendance + "/" + generation;
        }
    }

    /** {@code feedback.reminder-due.v1} */
    record ReminderDue(AttendanceId attendance, EventId event, int generation, Instant at, Instant validUntil)
            implements FeedbackDue {

        @Override
        public MailKind mail() {
            return MailKind.STILL_TIME;
        }

        @Override
        public String cause() {
            return "feedback-reminder/" + attendance + "/" + generation;
        }
    }

    /** {@code feedback.follow-up-due.v1} */
    record FollowUpDue(
            AttendanceId attendance, EventId event, int generation, int monthsAfter, Instant at, Instant validUntil)
            implements FeedbackDue {

        /** What the causes of all follow-up mails begin with. */
        static final String CAUSES = "follow-up/";

        @Override
        public MailKind mail() {
            return MailKind.FOLLOW_UP;
        }

        @Override
        public String cause() {
            return CAUSES + attendance + "/" + monthsAfter + "/" + generation;
        }

        @Override
        public String detail() {
            return Integer.toString(monthsAfter);
        }
    }
}
