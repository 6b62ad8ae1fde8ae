package org.natter.access.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

    private final AtomicReference<Instant> now;

    public MovableClock(Instant begins) {
        this.now = new AtomicReference<>(begins);
    }

    /** Onwards, never back. */
    public void move(Duration onwards) {
        now.updateAndGet(before -> before.plus(onwards.abs()));
    }

    /** To any moment, also one that has passed. */
    public void show(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Instants have no zone, and nobody reads a local time from this clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
