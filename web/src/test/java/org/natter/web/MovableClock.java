package org.natter.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves. */
public final class MovableClock extends Clock {

    static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void move(Duration onwards) {
        now.updateAndGet(before -> before.plus(onwards));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
