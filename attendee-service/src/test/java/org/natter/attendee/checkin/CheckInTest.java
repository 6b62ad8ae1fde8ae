package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckedIn;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

class CheckInTest {

    private static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    private static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    private static final Instant AT_641 = Instant.parse("2026-10-15T17:41:00Z");
    private static final CheckIn NOT_YET = CheckIn.notYet(WREN, RIVERSIDE);

    @Test
    void theFirstPressCounts() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));

        assertThat(here.here()).get().extracting(Arrival::at).isEqualTo(AT_641);
    }

    @Test
    void theSamePressTwiceIsOneCheckIn() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));

        assertThat(here.arrive(press(1, AT_641), true)).isEmpty();
        assertThat(here.isBy(press(1, AT_641).id())).isTrue();
    }

    @Test
    void aSecondHelperChangesNothing() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));

        assertThat(here.arrive(press(2, AT_641.plusMillis(100)), true)).isEmpty();
        assertThat(here.arrive(press(2, AT_641), true)).isEmpty();
        assertThat(here.isBy(press(2, AT_641).id())).isFalse();
    }

    @Test
    void anEarlierPressFromAPhoneWithoutSignalWins() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));

        var earlier = after(here, here.arrive(press(2, AT_641.minusSeconds(60)), true));

        assertThat(earlier.here()).get().extracting(Arrival::at).isEqualTo(AT_641.minusSeconds(60));
        assertThat(earlier.arrive(press(1, AT_641), true)).isEmpty();
    }

    @Test
    void anUndoKeepsBothFactsAndTwiceIsOnce() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));

        var undone = after(here, here.undo(AT_641.plusSeconds(10)));

        assertThat(undone.here()).isEmpty();
        assertThat(undone.seen()).hasSize(1);
        assertThat(undone.undone()).containsExactly(AT_641.plusSeconds(10));
        assertThat(undone.undo(AT_641.plusSeconds(11))).isEmpty();
    }

    @Test
    void aLateCopyOfAnUndonePressDoesNotCheckInAgain() {
        var here = after(NOT_YET, NOT_YET.arrive(press(1, AT_641), true));
        var undone = after(here, here.undo(AT_641.plusSeconds(10)));

        assertThat(undone.arrive(press(1, AT_641), true)).isEmpty();
        assertThat(undone.arrive(press(2, AT_641.plusSeconds(60)), true)).hasSize(1);
    }

    @Test
    void whoeverLeftNoAddressIsHereAndCannotBeReached() {
        var facts = NOT_YET.arrive(press(1, AT_641), false);

        assertThat(facts).containsExactly(new CheckedIn(WREN, RIVERSIDE, press(1, AT_641), false));
        assertThat(after(NOT_YET, facts).here()).isPresent();
    }

    private static Arrival press(int number, Instant at) {
        return new Arrival(new CheckInId(String.format("%032x", number)), at, "asha");
    }

    private static CheckIn after(CheckIn checkIn, List<CheckInDomainEvent> facts) {
        var state = checkIn;
        for (var fact : facts) {
            state = fact.applyTo(state);
        }
        return state;
    }
}
