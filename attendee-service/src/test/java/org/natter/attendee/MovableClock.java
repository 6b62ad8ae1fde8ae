package org.natter.attendee;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it, forwards only. Begins two weeks before the Riverside pub evening. */
public final class MovableClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-01T11:30:00Z"));

    @TestConfiguration(proxyBeanMethods = false)
    static class Setting {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    public void move(Duration onwards) {
        now.updateAndGet(before -> before.plus(onwards.abs()));
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
