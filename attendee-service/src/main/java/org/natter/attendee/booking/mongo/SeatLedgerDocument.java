package org.natter.attendee.booking.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Choices;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.Standing;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;

/** How a seat ledger is written down. {@code nextEnd} is computed, for the sweep's query alone. */
record SeatLedgerDocument(
        CardDocument card,
        int places,
        LedgerState state,
        long obeyed,
        List<SeatDocument> seats,
        @Nullable Instant nextEnd) {

    static SeatLedgerDocument of(SeatLedger ledger) {
        return new SeatLedgerDocument(
                CardDocument.of(ledger.card()),
                ledger.places(),
                ledger.state(),
                ledger.obeyed(),
                ledger.seats().stream().map(SeatDocument::of).toList(),
                ledger.nextEnd().orElse(null));
    }

    SeatLedger toLedger() {
        return new SeatLedger(
                card.toCard(),
                places,
                state,
                obeyed,
                seats.stream().map(SeatDocument::toSeat).toList());
    }

    record CardDocument(
            String event,
            String region,
            EventKind kind,
            String title,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String regionName,
            String venueName,
            String venueAddress,
            String findUs,
            int sequence) {

        static CardDocument of(EventCard card) {
            return new CardDocument(
                    card.event().value(),
                    card.region().value(),
                    card.kind(),
                    card.title(),
                    card.startsAt(),
                    card.endsAt(),
                    card.zone().getId(),
                    card.regionName(),
                    card.venueName(),
                    card.venueAddress(),
                    card.findUs(),
                    card.sequence());
        }

        EventCard toCard() {
            return new EventCard(
                    new EventId(event),
                    new RegionId(region),
                    kind,
                    title,
                    startsAt,
                    endsAt,
                    ZoneId.of(zone),
                    regionName,
                    venueName,
                    venueAddress,
                    findUs,
                    sequence);
        }
    }

    record SeatDocument(
            String attendance,
            Standing standing,
            Sector sector,
            boolean newcomer,
            boolean listed,
            boolean walkIn,
            Instant since,
            @Nullable Instant until) {

        static SeatDocument of(Seat seat) {
            return new SeatDocument(
                    seat.attendance().value(),
                    seat.standing(),
                    seat.choices().sector(),
                    seat.choices().newcomer(),
                    seat.choices().listed(),
                    seat.walkIn(),
                    seat.since(),
                    seat.until());
        }

        Seat toSeat() {
            return new Seat(
                    new AttendanceId(attendance),
                    standing,
                    new Choices(sector, newcomer, listed),
                    walkIn,
                    since,
                    until);
        }
    }
}
