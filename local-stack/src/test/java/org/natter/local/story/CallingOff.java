package org.natter.local.story;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.natter.web.services.EventApi.CallOffReason;

/**
 * A full event is called off, and everybody is mailed: from the organiser's press to the last mail in the mailbox. A change of
 * place would show the same senders after the ten minutes for which such mails are held.
 */
final class CallingOff {

    static final String WHAT = "called off, mails";

    private static final String TITLE = "A day called off";
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 11, 12, 9, 30);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final Bench bench;

    CallingOff(Bench bench) {
        this.bench = bench;
    }

    void measure(int people) {
        var event = bench.publish(TITLE, STARTS, people);
        bench.region().book(event, bench.guests(people));
        bench.region().awaitBooked(event, people);
        bench.countBooked(people);
        var organiser = bench.organiser();
        var version = bench.services()
                .events()
                .event(organiser, event.id())
                .orElseThrow()
                .version();
        var since = bench.clock().instant();

        bench.begin();
        var pressed = System.nanoTime();
        bench.services().events().callOff(organiser, event.id(), version, new CallOffReason("The roof has come down."));
        var answered = System.nanoTime();
        var first = 0L;
        for (var come = 0; come < people; LockSupport.parkNanos(GLANCE)) {
            come = bench.mails().count(TITLE + " is off", since);
            first = first == 0 && come > 0 ? System.nanoTime() : first;
            if (System.nanoTime() - pressed > LONGEST) {
                throw new IllegalStateException("Only " + come + " of " + people + " mails came in ten minutes.");
            }
        }
        var last = System.nanoTime();

        var figures = new LinkedHashMap<String, Object>();
        figures.put("perSecond", people / ((last - pressed) / 1e9));
        figures.put("answered", (answered - pressed) / NANOS_IN_A_MILLISECOND);
        figures.put("first", (first - pressed) / NANOS_IN_A_MILLISECOND);
        figures.put("last", (last - pressed) / NANOS_IN_A_MILLISECOND);
        figures.put("machineEach", bench.machineMillis() / people);
        bench.sheet().say(WHAT, people, figures);
    }
}
