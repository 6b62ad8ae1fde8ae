package org.natter.web.attendee;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Answers on whole tenths of a second, so that a clock tells nobody how much there was to do: asking for a place takes some
 * milliseconds longer for somebody new than for who has one.
 */
final class EvenSteps {

    private static final long STEP = Duration.ofMillis(100).toNanos();

    private EvenSteps() {}

    /** What the work gives, or throws, at the next whole step. */
    static <T> T after(Supplier<T> work) {
        var began = System.nanoTime();
        try {
            return work.get();
        } finally {
            var end = began + steps(System.nanoTime() - began);
            for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    /** This long, up to the end of its step. */
    static long steps(long nanos) {
        return (nanos / STEP + 1) * STEP;
    }
}
