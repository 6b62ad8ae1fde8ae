package org.natter.feedback;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.ContainerStore;
import org.natter.messaging.kit.Store;

/** On a MongoDB replica set, where there is Docker and the image. */
class EvidenceProjectionContainerTest extends EvidenceProjectionBody {

    @RegisterExtension
    static final ContainerStore STORE = new ContainerStore();

    @Override
    Store where() {
        return STORE;
    }
}
