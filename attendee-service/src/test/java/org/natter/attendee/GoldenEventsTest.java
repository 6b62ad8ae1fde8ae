package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.EventId;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;

/** Booking reads the golden messages. */
@WholeService
class GoldenEventsTest {

    private static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");

    private final Consumer<Message<byte[]>> bookingEvents;
    private final SeatLedgers ledgers;

    @Autowired
    GoldenEventsTest(@Qualifier("bookingEvents") Consumer<Message<byte[]>> bookingEvents, SeatLedgers ledgers) {
        this.bookingEvents = bookingEvents;
        this.ledgers = ledgers;
    }

    @Test
    void theGoldenMessagesOpenAndCloseALedgerInAnyOrder() {
        bookingEvents.accept(ContractSamples.read("natter.events", "event.changed.v1", "later-start")
                .message());
        bookingEvents.accept(ContractSamples.read("natter.events", "event.published.v1", "riverside")
                .message());
        assertThat(ledger().obeyed()).isEqualTo(2);
        assertThat(ledger().state()).isEqualTo(LedgerState.OPEN);
        assertThat(ledger().card().title()).isEqualTo("Riverside pub evening");

        bookingEvents.accept(ContractSamples.read("natter.events", "event.cancelled.v1", "boiler")
                .message());
        assertThat(ledger().state()).isEqualTo(LedgerState.CALLED_OFF);

        bookingEvents.accept(ContractSamples.read("natter.events", "event.concluded.v1", "riverside")
                .message());
        assertThat(ledger().state()).isEqualTo(LedgerState.CONCLUDED);
    }

    private SeatLedger ledger() {
        return ledgers.find(RIVERSIDE).orElseThrow();
    }
}
