package org.natter.local;

import java.util.stream.IntStream;
import org.natter.local.stack.Ports;

/** Ports nobody listens on just now, and no other test will. */
public final class FreePort {

    private FreePort() {}

    public static int any() {
        return Ports.oneFree();
    }

    /** How far to move all ports, so that none comes among those handed out to outgoing connections. */
    public static int shift() {
        return IntStream.generate(() -> any() % (Ports.MOST_MOVED - 1_000) + 1_000)
                .filter(shift -> Ports.shiftedBy(shift).areFree())
                .findFirst()
                .orElseThrow();
    }
}
