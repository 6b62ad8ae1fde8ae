package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.ContainerStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** On a MongoDB replica set, where there is Docker and the image. */
class ReplicaSetPeopleTest extends MongoPeopleBody {

    @RegisterExtension
    static final ContainerStore STORE = new ContainerStore();

    @Override
    MongoOperations emptyStore() {
        var store = new MongoTemplate(MongoClients.create(STORE.connectionString()), "people");
        store.getDb().drop();
        return store;
    }
}
