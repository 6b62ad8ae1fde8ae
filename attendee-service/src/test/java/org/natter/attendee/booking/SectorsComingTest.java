package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;
import static org.natter.attendee.booking.SeatLedgerFixture.after;
import static org.natter.attendee.booking.SeatLedgerFixture.attendance;
import static org.natter.attendee.person.Sector.COLLEGE;
import static org.natter.attendee.person.Sector.HEALTH;
import static org.natter.attendee.person.Sector.NOT_SAID;
import static org.natter.attendee.person.Sector.OTHER;
import static org.natter.attendee.person.Sector.PUBLIC;

import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.SectorsComing.SectorCount;
import org.natter.attendee.person.Sector;

class SectorsComingTest {

    private SeatLedger ledger = aLedger().with(40).places();

    @Test
    void aKindOfFewerThanFivePeopleIsNotNamed() {
        book(4, HEALTH);
        book(5, COLLEGE);
        book(6, PUBLIC);

        assertThat(SectorsComing.of(ledger)).containsExactly(new SectorCount(PUBLIC, 6), new SectorCount(COLLEGE, 5));
    }

    @Test
    void whoeverDidNotSayIsNoKind() {
        book(9, NOT_SAID);
        book(9, OTHER);

        assertThat(SectorsComing.of(ledger)).isEmpty();
    }

    @Test
    void onlyWhoIsBookedIsComing() {
        book(5, COLLEGE);
        ledger = after(ledger, ledger.ask(attendance(99), choices(COLLEGE), NOW));
        assertThat(SectorsComing.of(ledger)).containsExactly(new SectorCount(COLLEGE, 5));

        ledger = after(ledger, ledger.cancel(attendance(1), CancelReason.TIME, NOW));
        assertThat(SectorsComing.of(ledger)).isEmpty();
    }

    private void book(int people, Sector sector) {
        for (var added = 0; added < people; added++) {
            var attendance = attendance(ledger.seats().size() + 1);
            ledger = after(ledger, ledger.ask(attendance, choices(sector), NOW));
            ledger = after(ledger, ledger.confirm(attendance, NOW));
        }
    }

    private static BookingChoices choices(Sector sector) {
        return new BookingChoices(sector, false, true);
    }
}
