package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What every place that keeps check-ins promises; each test is about somebody else. */
interface CheckInsContract {

    CheckIns checkIns();

    @Test
    default void aCheckInIsKeptAsItWasDecided() {
        var wren = AttendanceId.random();

        var after = checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.arrive(press(2), true));

        assertThat(after.here()).contains(press(2));
        assertThat(after.event()).isEqualTo(RIVERSIDE);
        assertThat(checkIns().find(wren)).contains(after);

        checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.arrive(press(1), true));
        var undone = checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.undo(STARTS));

        assertThat(undone.here()).isEmpty();
        assertThat(undone.seen()).containsExactly(press(2), press(1));
        assertThat(undone.undone()).containsExactly(STARTS);
        assertThat(checkIns().find(wren)).contains(undone);
    }

    @Test
    default void nothingDecidedWritesNothing() {
        var wren = AttendanceId.random();

        var after = checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.undo(STARTS));

        assertThat(after).isEqualTo(CheckIn.notYet(wren, RIVERSIDE));
        assertThat(checkIns().find(wren)).isEmpty();
    }

    @Test
    default void whatFailsInADecisionReachesTheCallerAndWritesNothing() {
        var wren = AttendanceId.random();

        assertThatThrownBy(() -> checkIns().change(wren, RIVERSIDE, checkIn -> {
                    throw new IllegalStateException("undecided");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("undecided");
        assertThat(checkIns().find(wren)).isEmpty();
    }

    @Test
    default void severalAreFoundAtOnceAndNobodyElse() {
        var wren = AttendanceId.random();
        var tobias = AttendanceId.random();
        var here = checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.arrive(press(1), true));

        assertThat(checkIns().find(List.of(wren, tobias, wren)))
                .containsOnlyKeys(wren)
                .containsValue(here);
        assertThat(checkIns().find(List.of())).isEmpty();
    }

    @Test
    default void whoIsHereIsCountedByEvent() {
        var pub = new EventId("9".repeat(32));
        var wren = AttendanceId.random();
        var tobias = AttendanceId.random();
        checkIns().change(wren, pub, checkIn -> checkIn.arrive(press(1), true));
        checkIns().change(tobias, pub, checkIn -> checkIn.arrive(press(2), true));
        checkIns().change(AttendanceId.random(), RIVERSIDE, checkIn -> checkIn.arrive(press(3), true));
        assertThat(checkIns().here(pub)).isEqualTo(2);

        checkIns().change(wren, pub, checkIn -> checkIn.undo(STARTS));

        assertThat(checkIns().here(pub)).isOne();
        assertThat(checkIns().here(new EventId("8".repeat(32)))).isZero();
    }

    @Test
    default void pressesAtOnceAreOneCheckInByTheEarliest() {
        var wren = AttendanceId.random();

        IntStream.range(1, 20)
                .parallel()
                .forEach(number -> checkIns().change(wren, RIVERSIDE, checkIn -> checkIn.arrive(press(number), true)));

        assertThat(checkIns().find(wren).orElseThrow().here()).contains(press(1));
    }

    private static Arrival press(int number) {
        return new Arrival(new CheckInId(String.format("%032x", number)), STARTS.plusSeconds(number), "helper");
    }
}
