package org.natter.attendee.person.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** On the store that comes with Natter. */
class EmbeddedPeopleTest extends MongoPeopleBody {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Override
    MongoOperations emptyStore() {
        var address = STORE.connectionString().replace("/?", "/people?");
        var store = new MongoTemplate(new SimpleMongoClientDatabaseFactory(address));
        store.getDb().drop();
        return store;
    }
}
