package org.natter.messaging;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.ContainerBroker;

/** On Kafka's own image, where there is Docker and the image. */
class SetAsideContainerTest extends SetAsideBody {

    @RegisterExtension
    static final ContainerBroker BROKER = new ContainerBroker();

    @Override
    Broker broker() {
        return BROKER;
    }

    @Override
    Broker anotherBroker() {
        return new ContainerBroker();
    }
}
