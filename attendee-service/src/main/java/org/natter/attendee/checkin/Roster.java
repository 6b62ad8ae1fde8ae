package org.natter.attendee.checkin;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.UnknownEvent;

/**
 * The who-was-there list: those who chose to be on it and were checked in; if nobody was checked in at all, those who had
 * a place. Never its reader. Whoever went off it stays for those readers whose answers name them, as off the list.
 */
public final class Roster {

    private final SeatLedgers ledgers;
    private final CheckIns checkIns;
    private final People people;
    private final NamedBefore named;

    public Roster(SeatLedgers ledgers, CheckIns checkIns, People people, NamedBefore named) {
        this.ledgers = ledgers;
        this.checkIns = checkIns;
        this.people = people;
        this.named = named;
    }

    /**
     * In the order of names.
     *
     * @throws UnknownEvent if booking never opened for this event
     */
    public List<RosterEntry> of(EventId event, AttendanceId reader) {
        var ledger = ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
        var arrivals = checkIns.find(ledger.standing(Set.of(SeatStanding.BOOKED)));
        var listKept = arrivals.values().stream().anyMatch(Roster::isHere);
        var others = new LinkedHashSet<AttendanceId>();
        listed(ledger)
                .filter(attendance -> !attendance.equals(reader))
                .filter(attendance -> !listKept || isHere(arrivals.get(attendance)))
                .forEach(others::add);
        var all = new LinkedHashSet<>(others);
        all.addAll(named.by(reader));
        return people.named(all).values().stream()
                .map(one ->
                        entry(one, ledger, isHere(arrivals.get(one.attendance())), others.contains(one.attendance())))
                .sorted(Comparator.comparing(RosterEntry::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(RosterEntry::attendance))
                .toList();
    }

    private static Stream<AttendanceId> listed(SeatLedger ledger) {
        return ledger.seats().stream()
                .filter(seat ->
                        seat.standing() == SeatStanding.BOOKED && seat.choices().listed())
                .map(Seat::attendance);
    }

    private static boolean isHere(@Nullable CheckIn checkIn) {
        return checkIn != null && checkIn.here().isPresent();
    }

    private static RosterEntry entry(NamedAttendance named, SeatLedger ledger, boolean here, boolean listed) {
        var attendance = named.attendance();
        return new RosterEntry(
                attendance,
                named.name(),
                ledger.seat(attendance).map(seat -> seat.choices().sector()).orElse(named.sector()),
                here,
                listed);
    }
}
