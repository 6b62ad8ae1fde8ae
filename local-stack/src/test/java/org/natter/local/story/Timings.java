package org.natter.local.story;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How long each of many requests of one kind takes, whoever makes them. */
final class Timings {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    <B> B time(Supplier<B> request) {
        var asked = System.nanoTime();
        var answer = request.get();
        nanos.add(System.nanoTime() - asked);
        return answer;
    }

    Percentiles percentiles() {
        return Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
