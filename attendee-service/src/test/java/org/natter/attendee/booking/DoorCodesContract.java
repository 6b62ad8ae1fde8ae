package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.booking.SeatLedgerFixture.attendance;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;

/** What every place that keeps door codes promises. */
public abstract class DoorCodesContract {

    private DoorCodes codes = new DoorCodesInMemory();

    /** An empty one. */
    protected abstract DoorCodes empty();

    /** How many codes are kept. */
    protected abstract long count(DoorCodes kept);

    @BeforeEach
    void begin() {
        codes = empty();
    }

    @Test
    void aCodeIsKnownHoweverOftenItIsNoted() {
        codes.note(attendance(1));
        codes.note(attendance(1));

        assertThat(codes.whose(DoorCode.of(attendance(1)))).containsExactly(attendance(1));
        assertThat(codes.whose(DoorCode.of(attendance(2)))).isEmpty();
        assertThat(count(codes)).isOne();
    }

    @Test
    void aForgottenAttendanceLeavesNoCodeBehind() {
        codes.note(attendance(1));
        codes.note(attendance(2));

        codes.forget(attendance(1));
        codes.forget(attendance(1));

        assertThat(codes.whose(DoorCode.of(attendance(1)))).isEmpty();
        assertThat(codes.whose(DoorCode.of(attendance(2)))).containsExactly(attendance(2));
        assertThat(count(codes)).isOne();
    }

    @Test
    void whoeverHasTheSameCodeByChanceKeepsIt() {
        var pair = twoWithOneCode();
        var code = DoorCode.of(pair.get(0));
        pair.forEach(codes::note);
        assertThat(codes.whose(code)).containsExactlyInAnyOrderElementsOf(pair);

        codes.forget(pair.get(0));
        assertThat(codes.whose(code)).containsExactly(pair.get(1));

        codes.forget(pair.get(1));
        assertThat(codes.whose(code)).isEmpty();
        assertThat(count(codes)).isZero();
    }

    /** Looked for: the first two of a row that meet. */
    private static List<AttendanceId> twoWithOneCode() {
        var seen = new HashMap<DoorCode, AttendanceId>();
        for (var number = 0; ; number++) {
            var next = attendance(number);
            var other = seen.put(DoorCode.of(next), next);
            if (other != null) {
                return List.of(other, next);
            }
        }
    }
}
