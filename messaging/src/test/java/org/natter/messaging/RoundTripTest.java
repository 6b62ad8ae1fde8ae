package org.natter.messaging;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestBroker;

/** On the broker in this JVM. */
class RoundTripTest extends RoundTripBody {

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Override
    Broker broker() {
        return BROKER;
    }
}
