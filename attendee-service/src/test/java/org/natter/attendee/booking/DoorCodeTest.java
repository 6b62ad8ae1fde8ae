package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;

class DoorCodeTest {

    private static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");

    @Test
    void aCodeIsSixConsonantsAndAlwaysTheSame() {
        assertThat(DoorCode.of(WREN).value()).matches("[BCDFGHJKLMNPQRSTVWXZ]{6}");
        assertThat(DoorCode.of(WREN)).isEqualTo(DoorCode.of(WREN));
    }

    @Test
    void aTypedCodeMayBeSmallAndSpaced() {
        var code = DoorCode.of(WREN).value();

        assertThat(new DoorCode(code.substring(0, 3).toLowerCase(Locale.ROOT) + " - " + code.substring(3)))
                .isEqualTo(DoorCode.of(WREN));
    }
}
