package org.natter.web.organiser;

import java.time.ZoneId;
import org.natter.times.SpokenTime;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.AttendeeApi.Attendee;
import org.natter.web.services.Sector;

/** One person in a list of an event, with times as people write them; nothing about whom they met. */
public record AttendeeRow(
        AttendanceId attendance,
        String name,
        String organisation,
        Sector sector,
        boolean newcomer,
        AttendeeRowStatus status,
        String code,
        int position,
        String asked,
        String arrived,
        String offerUntil) {

    static AttendeeRow of(Attendee seen, ZoneId zone) {
        var organisation = seen.organisation();
        var position = seen.position();
        var arrived = seen.checkedInAt();
        var until = seen.offerUntil();
        return new AttendeeRow(
                seen.attendance(),
                seen.name(),
                organisation == null ? "" : organisation,
                seen.sector(),
                seen.newcomer(),
                seen.checkedInAt() != null ? AttendeeRowStatus.HERE : AttendeeRowStatus.of(seen.status()),
                seen.code(),
                position == null ? 0 : position,
                SpokenTime.in(zone).dayAndTime(seen.at()),
                arrived == null ? "" : SpokenTime.in(zone).time(arrived),
                until == null ? "" : SpokenTime.in(zone).dayAndTime(until));
    }

    /** Whether this person has a place, here or not. */
    public boolean hasPlace() {
        return status == AttendeeRowStatus.BOOKED || status == AttendeeRowStatus.HERE;
    }

    @Override
    public String toString() {
        return "AttendeeRow[" + attendance + ", " + status + "]";
    }
}
