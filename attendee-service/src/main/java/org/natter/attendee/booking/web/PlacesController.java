package org.natter.attendee.booking.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import org.natter.access.Refuses;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.booking.SectorsComing;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many places there are; numbers only. Kept and offered places are not free. */
@RestController
class PlacesController {

    private static final int MOST = 50;

    private final SeatLedgers ledgers;
    private final Clock clock;

    PlacesController(SeatLedgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * @param forNewcomers how many of the free places somebody new could have: none while others wait for one
     * @param room the same in words, and whether what is taken is only on offer
     * @param coming kinds of library that five people or more come from, and five or more from others
     */
    record Places(
            EventId event,
            int places,
            int booked,
            int waiting,
            int offered,
            int free,
            int forNewcomers,
            RoomLeft room,
            boolean open,
            List<Sector> coming) {}

    @Operation(summary = "How many places there are, in numbers")
    @Refuses(UnknownEvent.class)
    @GetMapping("/events/{event}/places")
    Places places(@PathVariable EventId event) {
        return ledgers.find(event).map(this::placesOf).orElseThrow(() -> UnknownEvent.withId(event));
    }

    /**
     * The same of several events at once, in no order.
     *
     * @param event of which events; one nobody knows is left out, and so is whatever comes after the fiftieth
     */
    @Operation(summary = "How many places there are at each of several events")
    @GetMapping("/places")
    List<Places> placesOfEach(@RequestParam List<EventId> event) {
        return ledgers.find(event.stream().distinct().limit(MOST).toList()).stream()
                .map(this::placesOf)
                .toList();
    }

    private Places placesOf(SeatLedger ledger) {
        return new Places(
                ledger.card().event(),
                ledger.places(),
                ledger.count(SeatStanding.BOOKED),
                ledger.count(SeatStanding.WAITING),
                ledger.count(SeatStanding.OFFERED),
                ledger.free(),
                ledger.freeForNewcomers(),
                ledger.room(),
                ledger.isOpen(clock.instant()),
                SectorsComing.of(ledger, clock.instant()));
    }
}
