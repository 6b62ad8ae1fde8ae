package org.natter.feedback;

import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.Store;
import org.natter.messaging.kit.TestStore;

/** On the store in memory. */
class InvitationReactionTest extends InvitationReactionBody {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Override
    Store where() {
        return STORE;
    }

    @Override
    protected Optional<TestStore> breakable() {
        return Optional.of(STORE);
    }
}
