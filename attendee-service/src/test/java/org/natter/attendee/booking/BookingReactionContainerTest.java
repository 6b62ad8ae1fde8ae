package org.natter.attendee.booking;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.ContainerStore;
import org.natter.messaging.kit.Store;

/** On a MongoDB replica set, where there is Docker and the image. */
class BookingReactionContainerTest extends BookingReactionBody {

    @RegisterExtension
    static final ContainerStore STORE = new ContainerStore();

    @Override
    Store where() {
        return STORE;
    }
}
