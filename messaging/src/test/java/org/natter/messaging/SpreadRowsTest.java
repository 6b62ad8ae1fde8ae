package org.natter.messaging;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.Store;
import org.natter.messaging.kit.TestStore;

/** On the store in memory. */
class SpreadRowsTest extends SpreadRowsBody {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Override
    Store store() {
        return STORE;
    }
}
