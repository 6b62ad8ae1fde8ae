package org.natter.attendee.booking;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.query.Query;

/** The ledgers of the service itself, on the store that comes with Natter; nobody sweeps meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoSeatLedgersTest extends SeatLedgersContract {

    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private ServiceOnStore service;

    @BeforeAll
    void start() {
        service = ServiceOnStore.start(
                AttendeeServiceApplication.application(),
                STORE,
                "--natter.access.public-keys={\"keys\":[]}",
                "--natter.links.feedback-keys=" + KEY,
                "--natter.links.own-keys=" + KEY,
                "--natter.booking.poll=1h",
                "--natter.mail.senders=0");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    protected SeatLedgers empty() {
        service.store().remove(new Query(), "seats");
        return service.part(SeatLedgers.class);
    }
}
