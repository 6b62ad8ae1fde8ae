package org.natter.web.organiser;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.AttendeeApi.Attendee;
import org.natter.web.services.AttendeeApi.DoorAnswer;
import org.natter.web.services.AttendeeApi.DoorResult;
import org.natter.web.services.EventId;
import org.natter.web.services.FormId;

/** What the last press came to, in words, an icon and a colour. */
record CheckInResult(
        DoorResult kind,
        String style,
        String name,
        String first,
        @Nullable AttendanceId attendance,
        boolean newcomer,
        String at,
        String by,
        FormId id) {

    private static final Set<DoorResult> NOT_HERE =
            EnumSet.of(DoorResult.CANCELLED, DoorResult.NOT_CONFIRMED, DoorResult.OTHER_EVENT, DoorResult.NOT_FOUND);
    private static final Set<DoorResult> AGAIN =
            EnumSet.of(DoorResult.WAITING, DoorResult.CANCELLED, DoorResult.NOT_CONFIRMED);

    /** @param helper the first name behind an account's id, empty if there is none */
    static CheckInResult of(
            DoorResult kind,
            Optional<AttendanceId> who,
            List<Attendee> all,
            ZoneId zone,
            Function<@Nullable String, String> helper) {
        var person = who.flatMap(
                id -> all.stream().filter(one -> one.attendance().equals(id)).findFirst());
        var name = person.map(Attendee::name).orElse("");
        return new CheckInResult(
                kind,
                kind == DoorResult.WELCOME ? "in" : NOT_HERE.contains(kind) ? "not-here" : "already",
                name,
                name.split(" ")[0],
                person.map(Attendee::attendance).orElse(null),
                person.map(Attendee::newcomer).orElse(false),
                person.map(Attendee::checkedInAt)
                        .map(at -> SpokenTime.in(zone).time(at))
                        .orElse(""),
                person.map(one -> helper.apply(one.checkedInBy())).orElse(""),
                FormId.fresh());
    }

    /** The door without a result. */
    static String shownAt(EventId event) {
        return "redirect:/organise/events/" + event + "/check-in";
    }

    /** The door with what the service said. */
    static String shownAt(EventId event, DoorAnswer answer) {
        return shownAt(event, answer.result(), Optional.ofNullable(answer.attendance()));
    }

    /** The door with a result about somebody, or about nobody it knows. */
    static String shownAt(EventId event, DoorResult kind, Optional<AttendanceId> who) {
        return shownAt(event) + "?result=" + kind + who.map(id -> "&who=" + id).orElse("");
    }

    /** The key of its sentence. */
    public String message() {
        var kindly = kind == DoorResult.WELCOME && newcomer
                ? ".first"
                : kind == DoorResult.ALREADY_IN && !by.isEmpty() ? ".by" : "";
        return "check-in.result." + kind + kindly;
    }

    /** Whether pressing again lets them in. */
    public boolean again() {
        return AGAIN.contains(kind) && attendance != null;
    }

    /** Whether there is something to undo. */
    public boolean undo() {
        return kind == DoorResult.WELCOME && attendance != null;
    }
}
