package org.natter.attendee.person.mongo;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** On a MongoDB replica set, where there is Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ReplicaSetPeopleTest extends PeopleContract {

    @Container
    static final MongoDBContainer STORE = new MongoDBContainer("mongo:8.0");

    @Override
    MongoOperations emptyStore() {
        MongoTemplate store = new MongoTemplate(new SimpleMongoClientDatabaseFactory(STORE.getReplicaSetUrl("people")));
        store.getDb().drop();
        return store;
    }
}
