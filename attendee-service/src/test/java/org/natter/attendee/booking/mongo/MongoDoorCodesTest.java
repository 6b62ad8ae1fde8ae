package org.natter.attendee.booking.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.DoorCodesContract;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** On the store that comes with Natter. */
class MongoDoorCodesTest extends DoorCodesContract {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private final MongoOperations mongo = new MongoTemplate(
            new SimpleMongoClientDatabaseFactory(STORE.connectionString().replace("/?", "/codes?")));

    @Override
    protected DoorCodes empty() {
        mongo.dropCollection("door_code");
        return new MongoDoorCodes(mongo);
    }

    @Override
    protected long count(DoorCodes kept) {
        return mongo.getCollection("door_code").countDocuments();
    }
}
