package org.natter.event.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    @Test
    void aNameIsTidied() {
        Region region = Region.asTyped(FENLAND, "  Fenland \n and  Cam ", "Europe/London");

        assertThat(region.name()).isEqualTo("Fenland and Cam");
        assertThat(region.zone().getId()).isEqualTo("Europe/London");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var unfit = catchThrowableOfType(UnfitRegion.class, () -> Region.asTyped(FENLAND, " ", "Fenland"));

        assertThat(unfit.flaws()).containsExactly(RegionFlaw.NAME_MISSING, RegionFlaw.ZONE_UNKNOWN);
    }

    @Test
    void aNameFitsOnABadge() {
        var unfit =
                catchThrowableOfType(UnfitRegion.class, () -> Region.asTyped(FENLAND, "F".repeat(81), "Europe/London"));

        assertThat(unfit.flaws()).containsExactly(RegionFlaw.NAME_TOO_LONG);
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
