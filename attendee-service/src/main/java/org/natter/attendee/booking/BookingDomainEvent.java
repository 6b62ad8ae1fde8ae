package org.natter.attendee.booking;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What happens to a seat ledger. Each fact says itself what it changes. */
public sealed interface BookingDomainEvent {

    SeatLedger applyTo(SeatLedger before);

    /** A newer published fact about the event was obeyed: its card, places and state are as event-service says. */
    record ProgrammeObeyed(EventCard card, int places, LedgerState state, long version) implements BookingDomainEvent {
        @Override
        public SeatLedger applyTo(SeatLedger before) {
            return before.obeying(this);
        }
    }

    /** A line is nobody's, or nobody asks after its forgotten wish any more: it goes. */
    record SeatDropped(EventId event, AttendanceId attendance) implements BookingDomainEvent {
        @Override
        public SeatLedger applyTo(SeatLedger before) {
            return before.without(attendance);
        }
    }

    /** One attendance's line is as {@code seat} says now; in its old place, or at the end if it is new. */
    sealed interface SeatFact extends BookingDomainEvent {

        EventId event();

        Seat seat();

        @Override
        default SeatLedger applyTo(SeatLedger before) {
            return before.with(seat());
        }
    }

    /** Somebody asked; a place is kept for them, if there was one, until the button is pressed. */
    record PlaceAskedFor(EventId event, Seat seat) implements SeatFact {
        @Override
        public SeatLedger applyTo(SeatLedger before) {
            return before.withLast(seat);
        }
    }

    /** At the end of the waiting list. */
    record WaitingListJoined(EventId event, Seat seat) implements SeatFact {
        @Override
        public SeatLedger applyTo(SeatLedger before) {
            return before.withLast(seat);
        }
    }

    /** Nobody pressed the button in time. */
    record HoldLapsed(EventId event, Seat seat) implements SeatFact {}

    /** An unconfirmed wish was taken back; nobody outside ever heard of it. */
    record WishTakenBack(EventId event, Seat seat) implements SeatFact {}

    /** A day after it was let go, a wish is forgotten: first here, then what was typed. */
    record WishForgotten(EventId event, Seat seat) implements SeatFact {}

    /** Another choice before the button was pressed. */
    record WishChanged(EventId event, Seat seat) implements SeatFact {}

    /** This attendance has a place now. */
    record PlaceBooked(EventId event, Seat seat) implements SeatFact {}

    /** Let in at the door: on the same line if there is one, else on a new one. */
    record WalkInAdmitted(EventId event, Seat seat) implements SeatFact {}

    /** Not let in at the door after all: on the waiting list as before. */
    record PutBackInLine(EventId event, Seat seat) implements SeatFact {}

    /** Not let in at the door after all: the place that was on offer is again. */
    record OfferPutBack(EventId event, Seat seat) implements SeatFact {}

    /** Not let in at the door after all, and nothing that others had heard of was theirs before. */
    record AdmissionTakenBack(EventId event, Seat seat, Instant at) implements SeatFact {}

    /** A place is kept for this waiting attendance until then. */
    record PlaceOffered(EventId event, Seat seat) implements SeatFact {}

    /** The owner does not come, and said so here or to an organiser, as the seat says. */
    record PlaceCancelled(EventId event, Seat seat, CancelReason reason) implements SeatFact {}

    /** An offer ended without a word. */
    record OfferLapsed(EventId event, Seat seat) implements SeatFact {}

    /** Another choice of somebody booked; the standing is what it was. */
    record BookedListingChosen(EventId event, Seat seat) implements SeatFact {}

    /** Another choice of somebody waiting. */
    record WaitingListingChosen(EventId event, Seat seat) implements SeatFact {}

    /** Another choice of somebody with an offer. */
    record OfferedListingChosen(EventId event, Seat seat) implements SeatFact {}
}
