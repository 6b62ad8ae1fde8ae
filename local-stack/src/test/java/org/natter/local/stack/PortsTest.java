package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areTheOnesEverybodyExpects() {
        var ports = Ports.shiftedBy(0);

        assertThat(ports.addressOf(Application.WEB)).isEqualTo("http://127.0.0.1:8080");
        assertThat(ports.addressOf(Application.EVENT_SERVICE)).isEqualTo("http://127.0.0.1:8081");
        assertThat(ports.addressOf(Application.ATTENDEE_SERVICE)).isEqualTo("http://127.0.0.1:8082");
        assertThat(ports.addressOf(Application.FEEDBACK_SERVICE)).isEqualTo("http://127.0.0.1:8083");
        assertThat(ports.managementAddressOf(Application.WEB)).isEqualTo("http://127.0.0.1:9080");
        assertThat(ports.kafka()).isEqualTo(9092);
    }

    @Test
    void aTakenOneIsNamedWithWhatToDo() throws Exception {
        var ports = Ports.free();
        try (var other = new ServerSocket(ports.mongodb(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();

            assertThatThrownBy(() -> ports.requireFree(RealParts.none()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll("Port " + ports.mongodb() + " (the store)", "--shift-ports");
        }
    }

    @Test
    void aRealPartsPortMayBeTaken() throws Exception {
        var ports = Ports.free();
        var real =
                new RealParts(Optional.empty(), Optional.of("mongodb://elsewhere"), Optional.empty(), Optional.empty());
        try (var other = new ServerSocket(ports.mongodb(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();

            assertThatCode(() -> ports.requireFree(real)).doesNotThrowAnyException();
        }
    }

    @Test
    void areHandedOutOnceThoughNobodyListensYet() {
        var ports = Ports.free();

        assertThat(ClaimedPorts.claim(ports.kafka())).isFalse();
    }
}
