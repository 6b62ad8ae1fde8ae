package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Inbound;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;

/** Each table names every type of its topic; booking's reads the golden messages. */
@WholeService
class HandlerTablesTest {

    private static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");

    private final List<Inbound.Table> tables;
    private final Consumer<Message<byte[]>> bookingEvents;
    private final SeatLedgers ledgers;

    @Autowired
    HandlerTablesTest(
            Inbound inbound, @Qualifier("bookingEvents") Consumer<Message<byte[]>> bookingEvents, SeatLedgers ledgers) {
        this.tables = inbound.tables();
        this.bookingEvents = bookingEvents;
        this.ledgers = ledgers;
    }

    @Test
    void everyTypeIsHandledOrIgnoredByName() {
        assertThat(tables)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(table -> assertThat(namesIn(table)).isEqualTo(ContractSamples.types(table.topic())));
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

    private static Set<String> namesIn(Inbound.Table table) {
        return Stream.of(table.handlers().handled(), table.handlers().ignored())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
