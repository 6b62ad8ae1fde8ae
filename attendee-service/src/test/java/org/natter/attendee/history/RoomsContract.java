package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.history.ToldInHistories.event;
import static org.natter.attendee.history.ToldInHistories.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.Effect;

/** What every place that keeps events and who was there promises; each test is about events of its own. */
interface RoomsContract {

    Instant STARTS = Instant.parse("2026-03-11T16:30:00Z");

    Rooms rooms();

    @Test
    default void whatWasNeverHeardOfIsLeftOut() {
        var pub = anEvent();

        assertThat(rooms().of(List.of(pub))).isEmpty();
        assertThat(rooms().facts(List.of(pub))).isEmpty();
        assertThat(rooms().facts(pub)).isEmpty();
    }

    @Test
    default void theNewestWordAboutAnEventWinsWhateverComesLast() {
        var pub = anEvent();

        assertThat(rooms().onEvent(event(pub, "Pub", STARTS), message("event", pub.value(), 2)))
                .isEqualTo(Effect.APPLIED);
        assertThat(rooms().onEvent(event(pub, "Quiz", STARTS), message("event", pub.value(), 1)))
                .isEqualTo(Effect.ALREADY_NEWER);
        assertThat(rooms().facts(pub)).map(Room.Facts::title).contains("Pub");

        rooms().onCalledOff(event(pub, "Pub", STARTS), message("event", pub.value(), 3));
        assertThat(rooms().facts(List.of(pub)).get(pub).wasCalledOff()).isTrue();
    }

    @Test
    default void guestsStandThereWhicheverWordComesFirst() {
        var pub = anEvent();
        var wren = AttendanceId.random();
        var tobias = AttendanceId.random();
        rooms().onCheckedIn(new CheckInNews(wren, pub), message("check-in", wren.value(), 1));
        rooms().onSeat(new SeatNews(wren, pub, Sector.COLLEGE, true), message("seats", wren.value(), 1));
        rooms().onCheckInUndone(new CheckInNews(tobias, pub), message("check-in", tobias.value(), 2));
        rooms().onCheckedIn(new CheckInNews(tobias, pub), message("check-in", tobias.value(), 1));
        assertThat(rooms().facts(List.of(pub))).as("guests alone").isEmpty();

        rooms().onEvent(event(pub, "Pub", STARTS), message("event", pub.value(), 1));

        var room = rooms().of(List.of(pub)).get(pub);
        assertThat(room.present()).containsExactly(wren);
        assertThat(room.newcomers()).containsExactly(wren);
        assertThat(room.sectorOf(wren)).isEqualTo(Sector.COLLEGE);
        assertThat(room.told()).map(Room.Facts::startsAt).contains(STARTS);
    }

    @Test
    default void ofOthersOneGuestIsToldAlone() {
        var own = anEvent();
        var other = anEvent();
        var wren = AttendanceId.random();
        var tobias = AttendanceId.random();
        for (var event : List.of(own, other)) {
            rooms().onEvent(event(event, "Pub", STARTS), message("event", event.value(), 1));
            for (var guest : List.of(wren, tobias)) {
                rooms().onCheckedIn(new CheckInNews(guest, event), message("check-in", guest + "" + event, 1));
            }
        }

        var rooms = rooms().of(List.of(own), Map.of(other, wren));

        assertThat(rooms).containsOnlyKeys(own, other);
        assertThat(rooms.get(own).present()).containsExactlyInAnyOrder(wren, tobias);
        assertThat(rooms.get(other).present()).containsExactly(wren);
        assertThat(rooms.get(other).told()).isPresent();
    }

    private static EventId anEvent() {
        return new EventId(HexId.random());
    }
}
