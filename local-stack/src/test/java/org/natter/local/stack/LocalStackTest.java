package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    private static ServerSocket listeningOn(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port, taken);
        }
    }
}
