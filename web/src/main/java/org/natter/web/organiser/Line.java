package org.natter.web.organiser;

import java.time.ZoneId;
import org.natter.web.forms.When;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.AttendeeApi.Attendee;
import org.natter.web.services.Sector;

/** One person in a list of an event, with times as people write them; nothing about whom they met. */
public record Line(
        AttendanceId attendance,
        String name,
        String organisation,
        Sector sector,
        boolean newcomer,
        LineStatus status,
        String code,
        int position,
        String asked,
        String arrived,
        String offerUntil) {

    static Line of(Attendee seen, ZoneId zone) {
        var organisation = seen.organisation();
        var position = seen.position();
        var arrived = seen.checkedInAt();
        var until = seen.offerUntil();
        return new Line(
                seen.attendance(),
                seen.name(),
                organisation == null ? "" : organisation,
                seen.sector(),
                seen.newcomer(),
                seen.checkedInAt() != null ? LineStatus.HERE : LineStatus.of(seen.status()),
                seen.code(),
                position == null ? 0 : position,
                When.dayAndTime(seen.at(), zone),
                arrived == null ? "" : When.time(arrived, zone),
                until == null ? "" : When.dayAndTime(until, zone));
    }

    /** Whether this person has a place, here or not. */
    public boolean hasPlace() {
        return status == LineStatus.BOOKED || status == LineStatus.HERE;
    }

    @Override
    public String toString() {
        return "Line[" + attendance + ", " + status + "]";
    }
}
