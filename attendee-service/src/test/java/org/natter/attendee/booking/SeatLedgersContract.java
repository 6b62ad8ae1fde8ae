package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;
import static org.natter.attendee.booking.SeatLedgerFixture.attendance;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.person.EventId;

/** What every place that keeps seat ledgers promises. */
public abstract class SeatLedgersContract {

    private static final EventId NEVER_OPENED = new EventId("00000000000000000000000000000001");

    private SeatLedgers ledgers = new SeatLedgersInMemory();

    /** An empty one. */
    protected abstract SeatLedgers empty();

    @BeforeEach
    void begin() {
        ledgers = empty();
    }

    @Test
    void aLedgerIsKeptAsItWasDecided() {
        var opened = open(2);
        var asked = ledgers.change(RIVERSIDE, ledger -> ledger.ask(WREN, COLLEGE, NOW));

        assertThat(opened.places()).isEqualTo(2);
        assertThat(asked).isEqualTo(ledgers.find(RIVERSIDE));
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seat(WREN))
                .contains(Seat.asked(WREN, COLLEGE, SeatStanding.HELD, NOW, NOW.plus(SeatLedger.HOLD)));
        assertThat(ledgers.find(List.of(RIVERSIDE, NEVER_OPENED))).isEqualTo(List.of(asked.orElseThrow()));
    }

    @Test
    void whatNeverOpenedIsNotOpenedByAChange() {
        assertThat(ledgers.change(NEVER_OPENED, ledger -> ledger.ask(WREN, COLLEGE, NOW)))
                .isEmpty();
        assertThat(ledgers.find(NEVER_OPENED)).isEmpty();
        assertThat(ledgers.find(List.of())).isEmpty();
    }

    @Test
    void nothingDecidedWritesNothing() {
        ledgers.changeOrOpen(RIVERSIDE, () -> SeatLedger.unopened(riverside(NOW)), ledger -> List.of());

        assertThat(ledgers.find(RIVERSIDE)).isEmpty();
        var before = open(1);
        assertThat(ledgers.change(RIVERSIDE, ledger -> List.of())).contains(before);
    }

    @Test
    void aRefusalReachesTheCallerAndWritesNothing() {
        var before = open(1);

        assertThatThrownBy(
                        () -> ledgers.change(RIVERSIDE, ledger -> ledger.ask(WREN, COLLEGE, SeatLedgerFixture.STARTS)))
                .isInstanceOf(BookingClosed.class);
        assertThat(ledgers.find(RIVERSIDE)).contains(before);
    }

    @Test
    void onlyLedgersWithSomethingToEndAreSwept() {
        open(1);
        assertThat(ledgers.withEndsBy(NOW.plus(SeatLedger.HOLD))).isEmpty();

        ledgers.change(RIVERSIDE, ledger -> ledger.ask(WREN, COLLEGE, NOW));

        assertThat(ledgers.withEndsBy(NOW.plus(SeatLedger.HOLD).minusMillis(1))).isEmpty();
        assertThat(ledgers.withEndsBy(NOW.plus(SeatLedger.HOLD))).containsExactly(RIVERSIDE);
    }

    @Test
    void cardsAreThoseThatEndAtAMomentOrLater() {
        open(1);
        var card = ledgers.find(RIVERSIDE).orElseThrow().card();

        assertThat(ledgers.cardsEndingFrom(card.endsAt())).containsExactly(card);
        assertThat(ledgers.cardsEndingFrom(card.endsAt().plusMillis(1))).isEmpty();
        assertThat(ledgers.cards(List.of(RIVERSIDE, RIVERSIDE, new EventId("0".repeat(32)))))
                .containsExactly(card);
        assertThat(ledgers.cards(List.of())).isEmpty();
    }

    @Test
    void changesAtOnceAllCount() {
        open(100);

        IntStream.range(1, 20)
                .parallel()
                .forEach(number -> ledgers.change(RIVERSIDE, ledger -> ledger.ask(attendance(number), COLLEGE, NOW)));

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().taken()).isEqualTo(19);
    }

    private SeatLedger open(int places) {
        return ledgers.changeOrOpen(
                RIVERSIDE,
                () -> SeatLedger.unopened(riverside(SeatLedgerFixture.STARTS)),
                ledger -> ledger.obey(
                        new ProgrammeObeyed(riverside(SeatLedgerFixture.STARTS), places, LedgerState.OPEN, 1), NOW));
    }
}
