package org.natter.attendee.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;

/** The Riverside pub evening and those who would like to come. */
public final class SeatLedgerFixture {

    public static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    public static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    public static final Instant STARTS = Instant.parse("2026-10-15T17:30:00Z");
    /** Two weeks before, half past noon in London. */
    public static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");

    public static final AttendanceId WREN = attendance(1);
    public static final AttendanceId TOBIAS = attendance(2);
    public static final AttendanceId SAMIR = attendance(3);
    public static final AttendanceId VIVIEN = attendance(4);
    public static final BookingChoices COLLEGE = new BookingChoices(Sector.COLLEGE, false, true);

    private SeatLedger ledger;

    private SeatLedgerFixture(SeatLedger ledger) {
        this.ledger = ledger;
    }

    public static SeatLedgerFixture aLedger() {
        return new SeatLedgerFixture(SeatLedger.opened(riverside(STARTS), 1, LedgerState.OPEN, 1));
    }

    public static EventCard riverside(Instant startsAt) {
        return riverside(RIVERSIDE, startsAt);
    }

    public static EventCard riverside(EventId event, Instant startsAt) {
        return new EventCard(
                event,
                FENLAND,
                EventKind.SOCIAL,
                "Riverside pub evening",
                startsAt,
                startsAt.plus(Duration.ofMinutes(150)),
                ZoneId.of("Europe/London"),
                "Fenland and Cam",
                "The Moorhen",
                "2 Sluice Lane, Ousebridge",
                "The long table by the window",
                0);
    }

    public static AttendanceId attendance(int number) {
        return new AttendanceId(String.format("%032x", number));
    }

    public SeatLedgerFixture with(int places) {
        ledger = new SeatLedger(ledger.card(), places, ledger.state(), ledger.obeyed(), ledger.seats());
        return this;
    }

    /** Lets the reader write {@code with(2).places()}. */
    public SeatLedger places() {
        return ledger;
    }

    public SeatLedgerFixture booked(AttendanceId... attendances) {
        for (var attendance : attendances) {
            ledger = after(ledger, ledger.ask(attendance, COLLEGE, NOW));
            ledger = after(ledger, ledger.confirm(attendance, NOW));
        }
        return this;
    }

    public static SeatLedger after(SeatLedger ledger, List<BookingDomainEvent> facts) {
        var state = ledger;
        for (var fact : facts) {
            state = fact.applyTo(state);
        }
        return state;
    }
}
