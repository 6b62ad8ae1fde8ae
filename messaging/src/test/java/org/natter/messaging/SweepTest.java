package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One that fails holds up nobody and comes back later and later. */
class SweepTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final List<String> due = new ArrayList<>(List.of("first", "bad", "last"));
    private final Set<String> failing = new HashSet<>(Set.of("bad"));
    private final List<String> tried = new ArrayList<>();
    private boolean blind;
    private final Sweep<String> sweep = new Sweep<>(
            "cups",
            now -> {
                if (blind) {
                    tried.add("looked");
                    throw new IllegalStateException("no store");
                }
                return due;
            },
            (cup, now) -> {
                tried.add(cup);
                if (failing.contains(cup)) {
                    throw new IllegalStateException("spilt");
                }
            });

    @Test
    void aFailingOneHoldsUpNobody() {
        sweep.run(NOON);

        assertThat(tried).containsExactly("first", "bad", "last");
    }

    @Test
    void itComesBackAfterPausesThatGrowToAMinute() {
        var tries = new ArrayList<Integer>();
        for (int second = 0; second <= 200; second++) {
            tried.clear();
            sweep.run(NOON.plusSeconds(second));
            if (tried.contains("bad")) {
                tries.add(second);
            }
            assertThat(tried).contains("first", "last");
        }

        assertThat(tries).containsExactly(0, 1, 3, 7, 15, 31, 63, 123, 183);
    }

    @Test
    void aSuccessForgetsThePauses() {
        sweep.run(NOON);
        sweep.run(NOON.plusSeconds(1));
        failing.clear();
        sweep.run(NOON.plusSeconds(3));
        failing.add("bad");
        sweep.run(NOON.plusSeconds(4));
        tried.clear();

        sweep.run(NOON.plusSeconds(5));

        assertThat(tried).contains("bad");
    }

    @Test
    void whatIsDueNoMoreIsForgotten() {
        sweep.run(NOON);
        sweep.run(NOON.plusSeconds(1));
        due.remove("bad");
        sweep.run(NOON.plusSeconds(2));
        due.add("bad");
        tried.clear();

        sweep.run(NOON.plusSeconds(2));

        assertThat(tried).contains("bad");
    }

    @Test
    void aStoreThatCannotBeAskedIsAskedLaterAndLater() {
        blind = true;
        for (int second = 0; second <= 10; second++) {
            sweep.run(NOON.plusSeconds(second));
        }
        assertThat(tried).containsExactly("looked", "looked", "looked", "looked");
        blind = false;

        sweep.run(NOON.plusSeconds(15));

        assertThat(tried).contains("first", "last");
    }
}
