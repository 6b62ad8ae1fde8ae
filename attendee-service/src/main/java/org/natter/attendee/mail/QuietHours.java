package org.natter.attendee.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** From 20:00 to 08:00 on the event's own clock nothing is sent that can wait. */
final class QuietHours {

    private static final LocalTime END = LocalTime.of(8, 0);
    private static final LocalTime BEGIN = LocalTime.of(20, 0);

    private QuietHours() {}

    /** This moment, or the end of the quiet hours it lies in. */
    static Instant orTheirEnd(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        if (local.toLocalTime().isBefore(END)) {
            return local.toLocalDate().atTime(END).atZone(zone).toInstant();
        }
        if (!local.toLocalTime().isBefore(BEGIN)) {
            return local.toLocalDate().plusDays(1).atTime(END).atZone(zone).toInstant();
        }
        return moment;
    }
}
