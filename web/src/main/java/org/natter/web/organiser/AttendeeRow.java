package org.natter.web.organiser;

import java.util.List;
import java.util.function.Supplier;
import org.natter.times.SpokenTime;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;

/**
 * One person in a list of an event, with times as people write them; nothing about whom they met.
 *
 * @param booked has a place that was booked, here or not
 * @param stood how they stood whether or not the event was called off
 * @param arrived when they came; of whom it was noted on another day, that day
 * @param noted whether it was noted on another day
 * @param earlier whether they came on an earlier day of an event that still goes on
 * @param afterwards whether it was noted on the day, after the end
 * @param since the day from which they have stood so
 */
public record AttendeeRow(
        AttendanceId attendance,
        String name,
        String organisation,
        Sector sector,
        boolean newcomer,
        boolean walkIn,
        boolean booked,
        AttendeeRowStatus status,
        AttendeeRowStatus stood,
        String code,
        int position,
        String asked,
        String since,
        String arrived,
        boolean noted,
        boolean earlier,
        boolean afterwards,
        String offerUntil,
        boolean host) {

    static AttendeeRow of(Attendee seen, ArrivalWords words) {
        var spoken = SpokenTime.in(words.zone());
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
                seen.walkIn(),
                seen.status() == BookingStatus.BOOKED && !seen.walkIn(),
                statusOf(seen),
                stoodOf(seen),
                seen.code(),
                position == null ? 0 : position,
                spoken.dayAndTime(seen.at(), words.now()),
                spoken.day(seen.at(), words.now()),
                arrived == null ? "" : words.of(arrived),
                arrived != null && !words.onTheDay(arrived),
                arrived != null && words.earlier(arrived),
                arrived != null && words.afterwards(arrived),
                until == null ? "" : spoken.dayAndTime(until, words.now()),
                seen.host());
    }

    /** The last letters of the code, which tell two people of one name apart. */
    public String codeEnd() {
        return codeEnd(code);
    }

    static String codeEnd(String code) {
        return code.substring(Math.max(0, code.length() - 3));
    }

    /** Attendee-service may not have heard of an event published a moment ago: nobody has booked then. */
    static List<Attendee> orNobody(Supplier<List<Attendee>> question) {
        try {
            return question.get();
        } catch (ServiceRefusal refusal) {
            if (refusal.isAbsent()) {
                return List.of();
            }
            throw refusal;
        }
    }

    private static AttendeeRowStatus statusOf(Attendee seen) {
        if (seen.checkedInAt() != null) {
            return AttendeeRowStatus.HERE;
        }
        return seen.walkIn() && (seen.status() == BookingStatus.BOOKED || seen.status() == BookingStatus.CANCELLED)
                ? AttendeeRowStatus.NOT_IN_AFTER_ALL
                : AttendeeRowStatus.of(seen.status());
    }

    /** Whoever walked in asked for no place and had none. */
    private static AttendeeRowStatus stoodOf(Attendee seen) {
        if (!seen.walkIn() || seen.stood() != BookingStatus.BOOKED && seen.stood() != BookingStatus.CANCELLED) {
            return AttendeeRowStatus.beforeItWasCalledOff(seen.stood());
        }
        return seen.checkedInAt() == null ? AttendeeRowStatus.NOT_IN_AFTER_ALL : AttendeeRowStatus.WALKED_IN;
    }

    /** Whether this person is in the room, or came. */
    public boolean here() {
        return status == AttendeeRowStatus.HERE;
    }

    /** The key of when they came; of whom that was noted later, that it was. */
    public String arrival() {
        return afterwards ? "list.noted.afterwards" : noted ? "list.noted" : "list.arrived";
    }

    /** The same in the one list of the door, where each row says how it stands. */
    public String standing(boolean over) {
        return noted || afterwards ? arrival() : over || earlier ? "check-in.over.at" : "check-in.since";
    }

    /** Whether this person has something that an organiser can cancel for them. */
    public boolean cancellable() {
        return expected() || status == AttendeeRowStatus.WAITING || status == AttendeeRowStatus.OFFERED;
    }

    /** Whether this person has a place and is not here. */
    public boolean expected() {
        return status == AttendeeRowStatus.BOOKED;
    }

    @Override
    public String toString() {
        return "AttendeeRow[" + attendance + ", " + status + "]";
    }
}
