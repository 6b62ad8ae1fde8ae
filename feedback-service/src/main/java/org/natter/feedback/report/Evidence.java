package org.natter.feedback.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Again;
import org.natter.feedback.measure.Crowd;
import org.natter.feedback.measure.Guest;
import org.natter.feedback.measure.Pull;

/**
 * All that was told of one event and reports are taken of, by whom it concerns; in no order.
 *
 * <p>Never leaves this service: what is published of it is an {@link EventReport} or a {@link SeasonReport}.
 *
 * @param hosts who hosted the event, whether they came or not
 * @param counts what was counted across events; absent until that has come
 */
public record Evidence(
        EventId event,
        Map<AttendanceId, GuestTold> guests,
        Map<AttendanceId, AbsenceReason> absences,
        Set<AttendanceId> here,
        Map<AttendanceId, AnswerTold> answers,
        List<OutcomeTold> outcomes,
        Set<AttendanceId> hosts,
        @Nullable CountsTold counts) {

    private static final int FEW_HOSTS = 2;
    private static final int ROOM_TO_HOSTS = 5;

    public Evidence {
        guests = Map.copyOf(guests);
        absences = Map.copyOf(absences);
        here = Set.copyOf(here);
        answers = Map.copyOf(answers);
        outcomes = List.copyOf(outcomes);
        hosts = Set.copyOf(hosts);
    }

    /** Of an event without hosts, before anything was counted across events. */
    public Evidence(
            EventId event,
            Map<AttendanceId, GuestTold> guests,
            Map<AttendanceId, AbsenceReason> absences,
            Set<AttendanceId> here,
            Map<AttendanceId, AnswerTold> answers,
            List<OutcomeTold> outcomes) {
        this(event, guests, absences, here, answers, outcomes, Set.of(), null);
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

    /**
     * The same people without the hosts, who talk with everybody, and without what they said and what was said of them. Hosts
     * are few: where more than a fifth of the room are named, and more than two, nobody is left out, since what is told would
     * be of a group that somebody composed.
     */
    public Crowd crowdWithoutHosts() {
        var hosting = here.stream().filter(hosts::contains).count();
        return hosting > Math.max(FEW_HOSTS, here.size() / ROOM_TO_HOSTS)
                ? crowd()
                : crowd().only(guest -> !hosts.contains(guest.attendance()));
    }

    /** Known pairs in the room and whether they talked, where enough people stand behind it. */
    Optional<Pull> pull() {
        return Optional.ofNullable(counts)
                .flatMap(told -> told.familiar().stream().findFirst());
    }

    /** Pairs who had met at an earlier event and whether they talked again, where enough people stand behind it. */
    Optional<Again> again() {
        return Optional.ofNullable(counts).flatMap(told -> told.again().stream().findFirst());
    }

    /** The same with these hosts. */
    Evidence withHosts(Set<AttendanceId> some) {
        return new Evidence(event, guests, absences, here, answers, outcomes, some, counts);
    }

    /** The same with what was counted across events. */
    Evidence withCounts(CountsTold told) {
        return new Evidence(event, guests, absences, here, answers, outcomes, hosts, told);
    }

    /** The same with the reasons of more people who did not come. */
    Evidence withAbsences(Map<AttendanceId, AbsenceReason> more) {
        var all = new HashMap<>(absences);
        all.putAll(more);
        return new Evidence(event, guests, all, here, answers, outcomes, hosts, counts);
    }

    /** The same without the reasons of those who answered: they were there, and stayed away for none. */
    Evidence withoutReasonsOfWhoAnswered() {
        var away = new HashMap<>(absences);
        away.keySet().removeAll(answers.keySet());
        return new Evidence(event, guests, away, here, answers, outcomes, hosts, counts);
    }

    /** The same without what these people answered. */
    Evidence withoutAnswersOf(Set<AttendanceId> some) {
        var counted = new HashMap<>(answers);
        counted.keySet().removeAll(some);
        return new Evidence(event, guests, absences, here, counted, outcomes, hosts, counts);
    }

    private Guest guest(AttendanceId attendance) {
        var told = guests.get(attendance);
        return told == null
                ? new Guest(attendance, Sector.NOT_SAID, false)
                : new Guest(attendance, told.sector(), told.newcomer());
    }
}
