package org.natter.web.organiser;

import java.time.ZoneId;
import org.natter.web.forms.When;
import org.natter.web.services.AttendeeServiceClient.AttendeeView;

/** One person in a list of an event, with times as people write them; nothing about whom they met. */
public record Line(
        String attendance,
        String name,
        String organisation,
        String sector,
        boolean newcomer,
        String status,
        String code,
        int position,
        String asked,
        String arrived,
        String offerUntil) {

    static Line of(AttendeeView seen, ZoneId zone) {
        var organisation = seen.organisation();
        var sector = seen.sector();
        var code = seen.code();
        var position = seen.position();
        var at = seen.at();
        var arrived = seen.checkedInAt();
        var until = seen.offerUntil();
        return new Line(
                seen.attendance(),
                seen.name(),
                organisation == null ? "" : organisation,
                sector == null ? "NOT_SAID" : sector,
                seen.newcomer(),
                seen.here() ? "HERE" : seen.status(),
                code == null ? "" : code,
                position == null ? 0 : position,
                at == null ? "" : When.dayAndTime(at, zone),
                arrived == null ? "" : When.time(arrived, zone),
                until == null ? "" : When.dayAndTime(until, zone));
    }

    /** Whether this person has a place, here or not. */
    public boolean hasPlace() {
        return status.equals("BOOKED") || status.equals("HERE");
    }

    @Override
    public String toString() {
        return "Line[" + attendance + ", " + status + "]";
    }
}
