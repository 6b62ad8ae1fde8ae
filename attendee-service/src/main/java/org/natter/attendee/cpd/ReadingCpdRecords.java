package org.natter.attendee.cpd;

import java.time.Instant;
import java.util.Optional;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckIn;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.history.History;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.person.Person;

/** Reads one person's CPD record: all reads go by id, the ids come from the person's own record. */
public final class ReadingCpdRecords {

    private final CpdRecords records;
    private final CheckIns checkIns;
    private final SeatLedgers ledgers;
    private final ReadingHistory histories;

    public ReadingCpdRecords(CpdRecords records, CheckIns checkIns, SeatLedgers ledgers, ReadingHistory histories) {
        this.records = records;
        this.checkIns = checkIns;
        this.ledgers = ledgers;
        this.histories = histories;
    }

    /**
     * The person's own record; empty for somebody forgotten meanwhile.
     *
     * @param erased what to call somebody in it who was erased
     */
    public Optional<CpdPage> of(Person owner, Dates dates, String erased, Instant now) {
        return histories
                .of(owner.id(), erased)
                .map(history -> composition(owner, history, now).compose(dates, histories.today(owner.id(), now)));
    }

    private CpdComposition composition(Person owner, History history, Instant now) {
        var attendances = owner.attendances();
        var present = checkIns.find(attendances.values());
        var events = ledgers.find(attendances.keySet()).stream()
                .flatMap(ledger -> owner
                        .attendanceAt(ledger.card().event())
                        .map(attendance -> attended(ledger, Optional.ofNullable(present.get(attendance))))
                        .stream())
                .toList();
        return new CpdComposition(records.of(owner.id()), events, history, now);
    }

    private static AttendedEvent attended(SeatLedger ledger, Optional<CheckIn> door) {
        var card = ledger.card();
        return new AttendedEvent(
                card.event(),
                card.kind(),
                card.title(),
                card.startsAt(),
                card.endsAt(),
                card.zone(),
                door.flatMap(CheckIn::here).map(Arrival::at),
                ledger.state() == LedgerState.CALLED_OFF);
    }
}
