package org.natter.web.organiser;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.natter.web.services.AttendeeApi.Attendee;
import org.natter.web.services.FormId;

/** Who is still to come, who is here, and how many of how many. */
record CheckInPage(int here, int of, List<Press> toCome, List<AttendeeRow> arrived, boolean everyone) {

    static CheckInPage of(List<Attendee> all, String q, ZoneId zone) {
        var lines = all.stream().map(one -> AttendeeRow.of(one, zone)).toList();
        var here = lines.stream()
                .filter(line -> line.status() == AttendeeRowStatus.HERE)
                .toList();
        var expected = lines.stream()
                .filter(line -> line.status() == AttendeeRowStatus.BOOKED)
                .toList();
        return new CheckInPage(
                here.size(),
                here.size() + expected.size(),
                lines.stream()
                        .filter(line -> line.status() == AttendeeRowStatus.BOOKED
                                || (!q.isEmpty() && line.status() != AttendeeRowStatus.HERE))
                        .filter(line -> line.name().toLowerCase(Locale.UK).contains(q.toLowerCase(Locale.UK)))
                        .sorted(Comparator.comparing(line -> line.name().toLowerCase(Locale.UK)))
                        .map(line -> new Press(line, FormId.fresh()))
                        .toList(),
                here,
                expected.isEmpty() && !here.isEmpty());
    }

    /** One button: a person still to come and the id of this press. */
    record Press(AttendeeRow line, FormId id) {}
}
