package org.natter.feedback.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Crowd;
import org.natter.feedback.measure.Guest;

/**
 * All that was told of one event and reports are taken of, by whom it concerns; in no order.
 *
 * <p>Never leaves this service: what is published of it is an {@link EventReport} or a {@link SeasonReport}.
 */
public record Evidence(
        EventId event,
        Map<AttendanceId, GuestTold> guests,
        Map<AttendanceId, AbsenceReason> absences,
        Set<AttendanceId> here,
        Map<AttendanceId, AnswerTold> answers,
        List<OutcomeTold> outcomes) {

    public Evidence {
        guests = Map.copyOf(guests);
        absences = Map.copyOf(absences);
        here = Set.copyOf(here);
        answers = Map.copyOf(answers);
        outcomes = List.copyOf(outcomes);
    }

    /** An event of which nothing was told yet. */
    public static Evidence none(EventId event) {
        return new Evidence(event, Map.of(), Map.of(), Set.of(), Map.of(), List.of());
    }

    /** Those who were checked in, and what those of them who answered said of each other. */
    public Crowd crowd() {
        return new Crowd(
                here.stream().map(this::guest).collect(Collectors.toSet()),
                answers.values().stream().map(AnswerTold::voice).toList());
    }

    /** The same with the reasons of more people who did not come. */
    Evidence withAbsences(Map<AttendanceId, AbsenceReason> more) {
        var all = new HashMap<>(absences);
        all.putAll(more);
        return new Evidence(event, guests, all, here, answers, outcomes);
    }

    private Guest guest(AttendanceId attendance) {
        var told = guests.get(attendance);
        return told == null
                ? new Guest(attendance, Sector.NOT_SAID, false)
                : new Guest(attendance, told.sector(), told.newcomer());
    }
}
