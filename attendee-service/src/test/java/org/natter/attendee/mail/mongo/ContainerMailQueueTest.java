package org.natter.attendee.mail.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** On a MongoDB replica set. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerMailQueueTest extends MongoMailQueueContract {

    @Container
    static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    private static final AtomicReference<MongoClient> CLIENT = new AtomicReference<>();

    @BeforeAll
    static void connect() {
        CLIENT.set(MongoClients.create(MONGO.getReplicaSetUrl()));
    }

    @AfterAll
    static void disconnect() {
        CLIENT.get().close();
    }

    @Override
    protected MongoClient client() {
        return CLIENT.get();
    }
}
