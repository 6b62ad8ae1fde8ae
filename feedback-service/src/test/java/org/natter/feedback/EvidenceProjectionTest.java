package org.natter.feedback;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.Store;
import org.natter.messaging.kit.TestStore;

/** On the store in memory. */
class EvidenceProjectionTest extends EvidenceProjectionBody {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Override
    Store where() {
        return STORE;
    }
}
