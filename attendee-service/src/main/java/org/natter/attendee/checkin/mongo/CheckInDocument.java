package org.natter.attendee.checkin.mongo;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.ArrivedBy;
import org.natter.attendee.checkin.CheckIn;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** How a check-in is written down. */
record CheckInDocument(
        String attendance,
        String event,
        List<ArrivalDocument> since,
        List<ArrivalDocument> seen,
        List<Instant> undone) {

    static CheckInDocument of(CheckIn checkIn) {
        return new CheckInDocument(
                checkIn.attendance().value(),
                checkIn.event().value(),
                checkIn.since().stream().map(ArrivalDocument::of).toList(),
                checkIn.seen().stream().map(ArrivalDocument::of).toList(),
                checkIn.undone());
    }

    CheckIn toCheckIn() {
        return new CheckIn(
                new AttendanceId(attendance),
                new EventId(event),
                since.stream().map(ArrivalDocument::toArrival).toList(),
                seen.stream().map(ArrivalDocument::toArrival).toList(),
                undone);
    }

    record ArrivalDocument(String press, Instant at, ArrivedBy by, String helper) {

        static ArrivalDocument of(Arrival arrival) {
            return new ArrivalDocument(arrival.id().value(), arrival.at(), arrival.by(), arrival.helper());
        }

        Arrival toArrival() {
            return new Arrival(new CheckInId(press), at, by, helper);
        }
    }
}
