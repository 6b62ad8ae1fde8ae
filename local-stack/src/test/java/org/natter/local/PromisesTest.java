package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/promises.md} names exists, so that no promise there is held by nothing. */
class PromisesTest {

    private static final String PROMISES = NamedTests.read(NamedTests.TOP.resolve("docs/promises.md"));

    @Test
    void everyTestThatAPromiseNamesExists() {
        var missing = new ArrayList<String>();
        PROMISES.lines().filter(line -> line.startsWith("|")).forEach(row -> missing.addAll(NamedTests.missingIn(row)));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFaultThatWasFoundHasItsRow() {
        var named = new TreeSet<String>();
        PROMISES.lines()
                .filter(line -> line.startsWith("|"))
                .map(row -> row.split("[|]")[1])
                .forEach(first -> named.addAll(List.of(first.strip().split("[^A-Z0-9]+"))));

        assertThat(named).containsAll(faults());
        assertThat(PROMISES)
                .contains(IntStream.rangeClosed(1, 15)
                        .mapToObj(number -> "\n| " + number + " | ")
                        .toList());
    }

    @Test
    void aNameOfNoTestIsMissed() {
        assertThat(NamedTests.missingIn(
                        "| F0 | A thing holds | `PromisesTest.everyTestThatAPromiseNamesExists`, `aNameOf…` | |"))
                .isEmpty();
        assertThat(NamedTests.missingIn(
                        "| F0 | A thing holds | `PromisesTest.nobodyWroteThis`, `norThisOne…` | `NoSuchTest` |"))
                .containsExactly("PromisesTest.nobodyWroteThis", "norThisOne…", "NoSuchTest");
    }

    @Test
    void setUpAndHelpersHoldNothing() {
        assertThat(NamedTests.missingIn(
                        "| F0 | A thing holds | `CpdPagesTest.aRecord`, `RestSamplesTest.choosesToBeListed` | |"))
                .containsExactly("CpdPagesTest.aRecord", "RestSamplesTest.choosesToBeListed");
    }

    private static List<String> faults() {
        return IntStream.rangeClosed(1, 31).mapToObj(number -> "F" + number).toList();
    }
}
