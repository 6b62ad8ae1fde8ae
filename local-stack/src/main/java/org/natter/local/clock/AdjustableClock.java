package org.natter.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A clock that ticks like the machine's, ahead of it or behind it by an offset that can be moved on.
 *
 * <p>Answers are whole milliseconds. The clock only ever moves forward by hand, and its offset is kept in a file, so a
 * restarted demo goes on from where it was.
 */
public final class AdjustableClock extends Clock {

    private static final LocalTime MORNING = LocalTime.of(10, 5);

    private final Clock machine;
    private final ZoneId zone;
    private final Path file;
    private volatile Duration offset;

    private AdjustableClock(Clock machine, ZoneId zone, Path file, Duration offset) {
        this.machine = machine;
        this.zone = zone;
        this.file = file;
        this.offset = offset;
    }

    /** The clock kept in the file, or a new one that starts at the instant if there is no such file yet. */
    public static AdjustableClock keptIn(Path file, Instant start, ZoneId zone) {
        var machine = Clock.systemUTC();
        try {
            if (Files.exists(file)) {
                var kept = Files.readString(file).strip();
                return new AdjustableClock(machine, zone, file, Duration.parse(kept));
            }
            var clock = new AdjustableClock(machine, zone, file, Duration.between(machine.instant(), start));
            clock.keep();
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's clock could not be read from " + file, e);
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A view of this clock in another zone; it moves with this one. */
    @Override
    public Clock withZone(ZoneId other) {
        var here = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return here.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return here.withZone(another);
            }
        };
    }

    /**
     * Moves the clock on to the instant; it ticks on from there.
     *
     * @throws IllegalArgumentException if the instant has passed already
     */
    public synchronized void moveTo(Instant then) {
        var now = instant();
        if (then.isBefore(now)) {
            throw new IllegalArgumentException("The clock only moves forward; it is " + now + " already.");
        }
        offset = offset.plus(Duration.between(now, then));
        keep();
    }

    /** Moves on to the next five past ten in the morning, when the mails of the day after have just gone out. */
    public synchronized void moveToNextMorning() {
        var now = instant().atZone(zone);
        var morning = now.with(MORNING);
        moveTo((morning.isAfter(now) ? morning : now.plusDays(1).with(MORNING)).toInstant());
    }

    /** Moves on to five past ten in the morning, the given number of months from now. */
    public synchronized void moveByMonths(int months) {
        moveTo(instant().atZone(zone).plusMonths(months).with(MORNING).toInstant());
    }

    private void keep() {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, offset + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's clock could not be kept in " + file, e);
        }
    }
}
