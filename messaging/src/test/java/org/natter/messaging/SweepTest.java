package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One that fails holds up nobody and comes back later and later. */
class SweepTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final List<String> due = new ArrayList<>(List.of("first", "bad", "last"));
    private final Set<String> failing = new HashSet<>(Set.of("bad"));
    private final List<String> tried = new ArrayList<>();
    private boolean blind;
    private final Sweep<String> sweep = new Sweep<>(
            "cups",
            (now, apart) -> {
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
    void whatIsDueNoMoreIsForgottenInTime() {
        sweep.run(NOON);
        sweep.run(NOON.plusSeconds(1));
        due.remove("bad");
        var later = NOON.plus(Duration.ofHours(2));
        sweep.run(later);
        due.add("bad");
        tried.clear();

        sweep.run(later);
        sweep.run(later.plusSeconds(1));

        assertThat(tried.stream().filter("bad"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1000})
    void whatFailsHidesNothingBehindItHoweverLittleIsShownAtOnce(int shownAtOnce) {
        var waiting = new TreeSet<Integer>();
        IntStream.rangeClosed(1, 160).forEach(waiting::add);
        var sweepOfMany = new Sweep<Integer>(
                "cups",
                (now, apart) -> waiting.stream()
                        .filter(cup -> !apart.contains(cup))
                        .limit(shownAtOnce)
                        .toList(),
                (cup, now) -> {
                    tried.add(cup.toString());
                    if (cup <= 150) {
                        throw new IllegalStateException("spilt");
                    }
                    waiting.remove(cup);
                });

        sweepOfMany.run(NOON);

        assertThat(waiting).hasSize(150).allMatch(cup -> cup <= 150);
        assertThat(tried).hasSize(160).doesNotHaveDuplicates();
    }

    @Test
    void whatAClaimHidesForAWhileStillRestsLongerAndLonger() {
        var dueAgain = new AtomicReference<>(NOON);
        var tries = new ArrayList<Integer>();
        var claiming = new Sweep<String>(
                "cups", (now, apart) -> now.isBefore(dueAgain.get()) ? List.of() : List.of("bad"), (cup, now) -> {
                    tries.add((int) Duration.between(NOON, now).toSeconds());
                    dueAgain.set(now.plusSeconds(5));
                    throw new IllegalStateException("spilt");
                });

        IntStream.rangeClosed(0, 200).forEach(second -> claiming.run(NOON.plusSeconds(second)));

        assertThat(tries).containsExactly(0, 5, 10, 15, 23, 39, 71, 131, 191);
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
