package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    @Test
    void whatCameUpBesideAPartThatDidNotIsStoppedAgain(@TempDir Path folder) throws Exception {
        var ports = Ports.free();
        var others = new ArrayList<ServerSocket>();
        try (var data = DataDirectory.open(folder.resolve("data"));
                var stack = LocalStack.lasting(data, ports, RealParts.none(), line -> {
                    if (others.isEmpty()) { // all ports were free when it looked
                        others.add(listeningOn(ports.mailbox()));
                    }
                })) {

            assertThatThrownBy(stack::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Address already in use");

            assertThat(List.of(ports.kafka(), ports.controller(), ports.mongodb(), ports.smtp()))
                    .allSatisfy(port -> listeningOn(port).close());
        } finally {
            for (var other : others) {
                other.close();
            }
        }
    }

    @Test
    void aPartThatCannotListenLeavesNothingOfItselfBehind(@TempDir Path folder) throws Exception {
        var ports = Ports.free();
        var others = new ArrayList<ServerSocket>();
        try (var data = DataDirectory.open(folder.resolve("data"));
                var stack = LocalStack.lasting(data, ports, RealParts.none(), line -> {
                    if (others.isEmpty()) {
                        others.add(listeningOn(ports.kafka()));
                    }
                })) {

            assertThatThrownBy(stack::start).isInstanceOf(CannotStart.class);

            listeningOn(ports.controller()).close();
        } finally {
            for (var other : others) {
                other.close();
            }
        }
    }

    /** It would look like a new installation, open to its first visitor. */
    @Test
    void anEmptiedStoreUnderALogThatIsFullStopsTheStart(@TempDir Path folder) throws Exception {
        try (var data = DataDirectory.open(folder.resolve("data"));
                var stack = LocalStack.lasting(data, Ports.free(), RealParts.none(), line -> {})) {
            var partition = Files.createDirectories(data.path("broker").resolve("natter.events-0"));
            Files.writeString(partition.resolve("00000000000000000000.log"), "told");

            assertThatThrownBy(stack::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is gone, though Kafka's log is there: put a backup of it back");
        }
    }

    private static ServerSocket listeningOn(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port, taken);
        }
    }
}
