package org.natter.attendee.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.natter.access.Refuses;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many places there are; numbers only. Kept and offered places are not free. */
@RestController
class PlacesController {

    private final SeatLedgers ledgers;
    private final Clock clock;

    PlacesController(SeatLedgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** @param forNewcomers how many of the free places somebody new could have: none while others wait for one */
    record Places(int places, int booked, int waiting, int offered, int free, int forNewcomers, boolean open) {}

    @Operation(summary = "How many places there are, in numbers")
    @Refuses(UnknownEvent.class)
    @GetMapping("/events/{event}/places")
    Places places(@PathVariable EventId event) {
        return ledgers.find(event)
                .map(ledger -> new Places(
                        ledger.places(),
                        ledger.count(SeatStanding.BOOKED),
                        ledger.count(SeatStanding.WAITING),
                        ledger.count(SeatStanding.OFFERED),
                        ledger.free(),
                        ledger.freeForNewcomers(),
                        ledger.isOpen(clock.instant())))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
