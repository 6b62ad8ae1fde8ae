package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/**
 * What every projection promises; a service's subclass names its binding, its collections and a story.
 *
 * <p>Guarantee: it drives the binding's own function, so headers, table, decoding and rows are all real.
 */
public abstract class ProjectionContract {

    /** The binding's function that reads this topic. */
    protected abstract Consumer<Message<byte[]>> binding(String topic);

    /** Where the rows are. */
    protected abstract MongoOperations store();

    /** The names of every collection that the projection writes. */
    protected abstract Collection<String> collections();

    /**
     * Messages in the order they were told: at least one subject in two versions, and at least two sources that meet in one
     * row. Use {@link Sample#withVersion}, {@link Sample#with} and {@link Sample#withAggregate} on golden samples.
     */
    protected abstract List<Sample> story();

    @BeforeEach
    void emptyTheRows() {
        StoredRows.empty(store(), collections());
    }

    @Test
    void theStoryIsRichEnough() {
        var versions = story().stream().collect(Collectors.groupingBy(Sample::source, Collectors.counting()));

        assertThat(versions).hasSizeGreaterThanOrEqualTo(2);
        assertThat(versions.values()).anyMatch(count -> count >= 2);
    }

    @Test
    void twiceIsOnce() {
        play(story());
        var once = rows();

        play(story());

        assertThat(once).isNotEmpty();
        assertThat(rows()).isEqualTo(once);
    }

    @Test
    void olderNeverOverwritesNewer() {
        play(story());
        var newest = rows();
        var backwards = new ArrayList<>(story());
        Collections.reverse(backwards);

        play(backwards);

        assertThat(rows()).isEqualTo(newest);
    }

    @Test
    void aMessageThatComesFirstCreatesItsRow() {
        for (Sample sample : story()) {
            emptyTheRows();

            play(List.of(sample));

            assertThat(rows()).as("after %s alone", sample.id()).isNotEmpty();
        }
    }

    @Test
    void anyOrderEndsEqual() {
        play(story());
        var inOrder = rows();
        for (int seed = 0; seed < 25; seed++) {
            emptyTheRows();
            var shuffled = new ArrayList<>(story());
            Collections.shuffle(shuffled, new Random(seed));

            play(shuffled);

            assertThat(rows()).as("seed %s", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void inBatchesOfAnySizeAndOrderItEndsEqual() {
        play(story());
        var inOrder = rows();
        for (int seed = 0; seed < 25; seed++) {
            emptyTheRows();
            var shuffled = new ArrayList<>(story());
            shuffled.addAll(story());
            Collections.shuffle(shuffled, new Random(seed));

            playInBatches(shuffled, new Random(seed));

            assertThat(rows()).as("seed %s", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void firstWritersAtOnceAllLand() throws Exception {
        play(story());
        var inOrder = rows();
        emptyTheRows();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done :
                    threads.invokeAll(story().stream().map(this::delivery).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(rows()).isEqualTo(inOrder);
    }

    @Test
    void rebuildingFromTheNewestOfEachTypeEqualsTheLiveView() {
        play(story());
        var live = rows();
        emptyTheRows();

        play(newestOfEachType());

        assertThat(rows()).isEqualTo(live);
    }

    private List<Sample> newestOfEachType() {
        Map<String, Sample> newest = new LinkedHashMap<>();
        story().forEach(sample -> newest.merge(
                sample.type() + " " + sample.key() + " " + sample.source(),
                sample,
                (one, other) -> other.version() >= one.version() ? other : one));
        return newest.values().stream()
                .sorted(Comparator.comparingLong(Sample::version))
                .toList();
    }

    private Callable<Object> delivery(Sample sample) {
        return () -> {
            play(List.of(sample));
            return sample;
        };
    }

    private void play(List<Sample> samples) {
        samples.forEach(sample -> binding(sample.topic()).accept(sample.message()));
    }

    private void playInBatches(List<Sample> samples, Random random) {
        var rest = samples;
        while (!rest.isEmpty()) {
            var size = 1 + random.nextInt(rest.size());
            rest.subList(0, size).stream()
                    .collect(Collectors.groupingBy(Sample::topic, LinkedHashMap::new, Collectors.toList()))
                    .forEach((topic, batch) -> binding(topic).accept(ContractSamples.batch(batch)));
            rest = rest.subList(size, rest.size());
        }
    }

    private Map<String, String> rows() {
        return StoredRows.of(store(), collections());
    }
}
