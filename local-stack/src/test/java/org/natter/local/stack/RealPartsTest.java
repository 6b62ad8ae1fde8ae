package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPartsTest {

    private static final Ports PORTS = Ports.shiftedBy(0);

    /** The link for setting the network up is said with it, so that whoever started Natter elsewhere can follow it. */
    @Test
    void peopleReachWebWhereTheEnvironmentSaysElseOnThisMachine() {
        var elsewhere = RealParts.namedIn(Map.of("NATTER_BASE_URL", "https://natter.example"));

        assertThat(elsewhere.reachedAt(PORTS)).isEqualTo("https://natter.example");
        assertThat(elsewhere.onThisMachine().reachedAt(PORTS)).isEqualTo("http://127.0.0.1:8080");
        assertThat(RealParts.namedIn(Map.of("NATTER_BASE_URL", " ")).reachedAt(PORTS))
                .isEqualTo("http://127.0.0.1:8080");
    }
}
