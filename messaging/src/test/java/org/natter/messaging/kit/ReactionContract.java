package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/**
 * What every reaction promises: a message that leads to a command leads to it once.
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

    /** Whatever must be there before a cause is obeyed; nothing unless overridden. */
    protected void prepare() {}

    @BeforeEach
    void emptyTheStore() {
        StoredRows.empty(store(), collections());
        prepare();
    }

    @Test
    void theSameCauseTwiceIsOneEffect() {
        var before = StoredRows.aggregatesOf(store(), collections());
        binding().accept(cause().message());
        var once = StoredRows.aggregatesOf(store(), collections());

        binding().accept(cause().message());

        assertThat(once).isNotEqualTo(before);
        assertThat(StoredRows.aggregatesOf(store(), collections())).isEqualTo(once);
    }

    @Test
    void anOlderCauseAfterANewerOneChangesNothing() {
        binding().accept(newerCause().message());
        var obeyed = StoredRows.aggregatesOf(store(), collections());

        binding().accept(cause().message());

        assertThat(newerCause().version()).isGreaterThan(cause().version());
        assertThat(StoredRows.aggregatesOf(store(), collections())).isEqualTo(obeyed);
    }
}
