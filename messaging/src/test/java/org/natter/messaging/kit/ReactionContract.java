package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/**
 * What every reaction promises: a message that leads to a command leads to it once, whether it comes twice, late, again
 * after a newer one, or again after a crash at any of its writes.
 *
 * <p>Guarantee: it drives the binding's own function and compares every aggregate with its version, which each command moves.
 */
public abstract class ReactionContract {

    /** The binding's function. */
    protected abstract Consumer<Message<byte[]>> binding();

    /** Where the aggregates are. */
    protected abstract MongoOperations store();

    /** The names of every collection that the reaction writes. */
    protected abstract Collection<String> collections();

    /** A message that is obeyed. */
    protected abstract Sample cause();

    /** A later one of the same aggregate that is obeyed as well. */
    protected abstract Sample newerCause();

    /**
     * The store in memory, on which a crash can be told to happen at a certain write; empty where the store is a real one.
     */
    protected Optional<TestStore> breakable() {
        return Optional.empty();
    }

    /** Whatever must be there before a cause is obeyed; nothing unless overridden. */
    protected void prepare() {}

    @BeforeEach
    void emptyTheStore() {
        StoredRows.empty(store(), collections());
        prepare();
    }

    @Test
    void theSameCauseTwiceIsOneEffect() {
        var before = aggregates();
        binding().accept(cause().message());
        var once = aggregates();

        binding().accept(cause().message());

        assertThat(once).isNotEqualTo(before);
        assertThat(aggregates()).isEqualTo(once);
    }

    @Test
    void anOlderCauseAfterANewerOneChangesNothing() {
        binding().accept(newerCause().message());
        var obeyed = aggregates();

        binding().accept(cause().message());

        assertThat(newerCause().version()).isGreaterThan(cause().version());
        assertThat(aggregates()).isEqualTo(obeyed);
    }

    @Test
    void whatIsDeliveredAgainFromTheStartChangesNothing() {
        var story = List.of(cause(), newerCause());
        play(story);
        var obeyed = aggregates();

        play(story);
        play(List.of(newerCause(), cause(), cause(), newerCause()));

        assertThat(aggregates()).isEqualTo(obeyed);
    }

    @Test
    void aCrashAtAnyWriteIsMendedByTheNextDelivery() {
        binding().accept(cause().message());
        var whole = aggregates();
        breakable().ifPresent(store -> {
            var crashes = 0;
            while (breaksAtWrite(store, crashes)) {
                binding().accept(cause().message());

                assertThat(aggregates())
                        .as("after a crash at write %s", crashes)
                        .isEqualTo(whole);
                crashes++;
            }
            assertThat(crashes).isPositive();
        });
    }

    /** True if the cause's handling met the crash; false if it was through before. */
    private boolean breaksAtWrite(TestStore store, int write) {
        emptyTheStore();
        var breakage = store.breakAtWrite(write);
        try {
            binding().accept(cause().message());
            return false;
        } catch (MongoException crash) {
            return true;
        } finally {
            breakage.close();
        }
    }

    private void play(List<Sample> samples) {
        samples.forEach(sample -> binding().accept(sample.message()));
    }

    private Map<String, String> aggregates() {
        return StoredRows.aggregatesOf(store(), collections());
    }
}
