package org.natter.attendee.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * Takes back the place of whoever was let in at the door and never arrived, since the press broke off in between: the next may
 * have it, and whoever had a place in line has it again. One is taken back once it stood so at two looks ten minutes apart, which
 * no press takes. The time runs for the place, though, not for a press: one that is repeated in the very moment in which the
 * place is taken back lets nobody in, and the next press does. One that is repeated later lets them in all the same.
 */
public final class SweepingAdmissions {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long before it begins and after it ends an event is looked at. */
    private static final Duration AROUND = Duration.ofDays(1);

    private final SeatLedgers ledgers;
    private final CheckIns checkIns;
    private Map<Admission, Instant> alone = Map.of();

    public SweepingAdmissions(SeatLedgers ledgers, CheckIns checkIns) {
        this.ledgers = ledgers;
        this.checkIns = checkIns;
    }

    /** Somebody let in at an event, by ids alone. */
    public record Admission(EventId event, AttendanceId attendance) {}

    /** One look: those who were not here at one ten minutes ago or earlier, and still are not. */
    public synchronized List<Admission> due(Instant now) {
        var seen = new HashMap<Admission, Instant>();
        withoutArrival(now).forEach(one -> seen.put(one, alone.getOrDefault(one, now)));
        alone = seen;
        return seen.keySet().stream()
                .filter(one -> !now.isBefore(alone.getOrDefault(one, now).plus(PATIENCE)))
                .toList();
    }

    /** Whoever arrives in this very moment has the place. */
    public void takeBack(Admission admission, Instant now) {
        var attendance = admission.attendance();
        ledgers.change(admission.event(), seats -> seats.takeAdmissionBack(attendance, now));
        if (checkIns.find(attendance).flatMap(CheckIn::here).isPresent()) {
            ledgers.change(
                    admission.event(),
                    seats -> seats.seat(attendance)
                            .map(seat -> seats.admitOverLimit(attendance, seat.choices(), now))
                            .orElse(List.of()));
        }
    }

    private Stream<Admission> withoutArrival(Instant now) {
        var events = ledgers.cardsEndingFrom(now.minus(AROUND)).stream()
                .filter(card -> card.startsAt().isBefore(now.plus(AROUND)))
                .map(EventCard::event)
                .toList();
        return ledgers.find(events).stream().flatMap(ledger -> withoutArrival(ledger, ledger.admitted()));
    }

    private Stream<Admission> withoutArrival(SeatLedger ledger, Collection<AttendanceId> admitted) {
        var pressed = checkIns.find(admitted);
        return admitted.stream()
                .filter(attendance -> pressed.get(attendance) == null
                        || pressed.get(attendance).here().isEmpty())
                .map(attendance -> new Admission(ledger.card().event(), attendance));
    }
}
