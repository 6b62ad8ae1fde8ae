package org.natter.local.story;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.natter.web.services.ServiceDown;

/**
 * Asks again a second later what a service refused because too much was going on, or has not answered, as its page tells
 * people to; every command may be sent twice. Counts how often.
 */
final class Again {

    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final AtomicInteger times = new AtomicInteger();

    /** @throws ServiceDown if the service is still down after five minutes */
    <B> B until(Supplier<B> request) {
        var begun = System.nanoTime();
        while (true) {
            try {
                return request.get();
            } catch (ServiceDown busy) {
                if (System.nanoTime() - begun > LONGEST) {
                    throw busy;
                }
                times.incrementAndGet();
                LockSupport.parkNanos(A_SECOND);
            }
        }
    }

    int times() {
        return times.get();
    }
}
