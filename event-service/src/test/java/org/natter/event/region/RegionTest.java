package org.natter.event.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    @Test
    void aNameIsTidied() {
        var region = new Region(FENLAND, "  Fenland \n and  Cam ", ZoneId.of("Europe/London"));

        assertThat(region.name()).isEqualTo("Fenland and Cam");
    }

    @Test
    void aNameFitsOnABadgeAndAZoneIsAPlaces() {
        assertThatThrownBy(() -> new Region(FENLAND, " ", ZoneId.of("Europe/London")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(FENLAND, "F".repeat(81), ZoneId.of("Europe/London")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(FENLAND, "Fenland", ZoneId.of("+01:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "GMT+1", "", "europe/london", "EST5EDT"})
    void aBareOffsetOrAnUnknownPlaceIsNoZone(String zone) {
        assertThat(Region.isNamedZone(zone)).isFalse();
    }

    @Test
    void anOrganiserReachesOneRegionAndTheOwnerAll() {
        var elsewhere = new RegionId("ffffffffffffffffffffffffffffffff");

        assertThat(RegionScope.of(FENLAND).covers(FENLAND)).isTrue();
        assertThat(RegionScope.of(FENLAND).covers(elsewhere)).isFalse();
        assertThat(RegionScope.everywhere().covers(elsewhere)).isTrue();
    }
}
