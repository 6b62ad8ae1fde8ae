package org.natter.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The names that places had before: what is offered instead shows the same clocks. */
class TimeZonesTest {

    @Test
    void aFormerNameHasTheClocksOfTodays() throws Exception {
        var known = ZoneId.getAvailableZoneIds();
        var former = former();

        assertThat(former).hasSizeGreaterThan(50).allSatisfy((old, today) -> {
            assertThat(former).doesNotContainKey(today);
            if (known.contains(old) && known.contains(today)) {
                assertThat(ZoneId.of((String) old).getRules())
                        .as("%s", old)
                        .isEqualTo(ZoneId.of((String) today).getRules());
            }
        });
    }

    @Test
    void noPlaceOfTodayIsLost() {
        assertThat(TimeZones.with("").values().stream().flatMap(List::stream).map(TimeZones.Zone::value))
                .contains("Europe/London", "Europe/Amsterdam", "Arctic/Longyearbyen", "Asia/Ho_Chi_Minh")
                .doesNotHaveDuplicates();
    }

    private static Properties former() throws Exception {
        var former = new Properties();
        try (var names = TimeZonesTest.class.getResourceAsStream("/former-time-zones.properties")) {
            former.load(names);
        }
        return former;
    }
}
