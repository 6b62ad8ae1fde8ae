package org.natter.feedback.invitation.kafka;

import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.SeatStanding;

/** What we read of {@code attendance.booked.v1}. */
record AttendanceBooked(AttendanceId attendance, EventId event, boolean listed) {

    AttendanceNews told() {
        return new AttendanceNews(attendance, event);
    }

    SeatStanding standing() {
        return listed ? SeatStanding.BOOKED : SeatStanding.BOOKED_UNLISTED;
    }
}
