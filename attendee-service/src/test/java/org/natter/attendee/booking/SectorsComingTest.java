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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.Sector;

class SectorsComingTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private SeatLedger ledger = aLedger().with(40).places();

    @Test
    void aKindIsNamedWhereFivePeopleAreOfItAndFiveOfOthers() {
        book(4, HEALTH);
        book(5, COLLEGE);
        assertThat(coming()).isEmpty();

        book(1, NOT_SAID);
        assertThat(coming()).containsExactly(COLLEGE);

        book(5, PUBLIC);
        assertThat(coming()).containsExactly(PUBLIC, COLLEGE);
    }

    @Test
    void whoeverDidNotSayIsNoKind() {
        book(9, NOT_SAID);
        book(9, OTHER);

        assertThat(coming()).isEmpty();
    }

    @Test
    void onlyWhoIsBookedAndDidNotJustWalkInIsComing() {
        book(5, COLLEGE);
        book(5, PUBLIC);
        ledger = after(ledger, ledger.cancel(attendance(1), CancelReason.TIME, NOW));
        ledger = after(ledger, ledger.ask(attendance(99), choices(COLLEGE), NOW));
        ledger = after(ledger, ledger.admit(attendance(98), choices(COLLEGE), NOW));

        assertThat(coming()).isEmpty();
    }

    @Test
    void whoBooksTodayIsSeenTomorrow() {
        book(5, COLLEGE);
        book(5, PUBLIC);

        assertThat(SectorsComing.of(ledger, NOW.plus(Duration.ofHours(2)))).isEmpty();
        assertThat(coming()).containsExactly(PUBLIC, COLLEGE);
    }

    @Test
    void onceItHasBegunNobodyIsComingAnyMore() {
        book(5, COLLEGE);
        book(5, PUBLIC);
        var start = ledger.card().startsAt();

        assertThat(SectorsComing.of(ledger, start.minusMillis(1))).containsExactly(PUBLIC, COLLEGE);
        assertThat(SectorsComing.of(ledger, start)).isEmpty();
    }

    private List<Sector> coming() {
        return SectorsComing.of(ledger, TOMORROW);
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
