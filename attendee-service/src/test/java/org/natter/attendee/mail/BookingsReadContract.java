package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.ids.HexId;

/** What everybody who asks about bookings may rely on, whoever answers: one event with somebody booked and somebody waiting. */
interface BookingsReadContract {

    Bookings bookings();

    EventId event();

    AttendanceId booked();

    AttendanceId waiting();

    @Test
    default void eachBookingIsFoundAsItStands() {
        assertThat(bookings().of(booked())).map(Booking::status).contains(BookingStatus.BOOKED);
        assertThat(bookings().of(waiting())).map(Booking::position).contains(1);
        assertThat(bookings().of(List.of(booked(), waiting(), unknown()))).containsOnlyKeys(booked(), waiting());
        assertThat(bookings().of(unknown())).isEmpty();
    }

    @Test
    default void theCardIsTheEvents() {
        var nothing = new EventId(HexId.random());

        assertThat(bookings().card(event())).map(EventCard::event).contains(event());
        assertThat(bookings().card(nothing)).isEmpty();
        assertThat(bookings().cards(List.of(event(), nothing))).containsOnlyKeys(event());
        assertThat(bookings().cards(List.of(nothing))).isEmpty();
        var card = bookings().card(event()).orElseThrow();
        assertThat(bookings().cards(List.of(event()))).containsEntry(event(), card);
        assertThat(bookings().cardsEndingFrom(card.endsAt())).contains(card);
        assertThat(bookings().cardsEndingFrom(card.endsAt().plusMillis(1))).doesNotContain(card);
    }

    @Test
    default void whoStandsSoIsListedInTheOrderOfAsking() {
        assertThat(bookings().standing(event(), EnumSet.of(SeatStanding.BOOKED, SeatStanding.WAITING)))
                .containsExactly(booked(), waiting());
        assertThat(bookings().standing(event(), EnumSet.of(SeatStanding.WAITING)))
                .containsExactly(waiting());
        assertThat(bookings().standing(new EventId(HexId.random()), Set.of(SeatStanding.BOOKED)))
                .isEmpty();
    }

    private static AttendanceId unknown() {
        return new AttendanceId(HexId.random());
    }
}
