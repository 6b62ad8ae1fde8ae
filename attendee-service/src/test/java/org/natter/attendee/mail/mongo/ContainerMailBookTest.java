package org.natter.attendee.mail.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.ContainerStore;

/** On a MongoDB replica set, where there is Docker and the image. */
class ContainerMailBookTest extends MongoMailBookContract {

    @RegisterExtension
    static final ContainerStore STORE = new ContainerStore();

    private static final AtomicReference<MongoClient> CLIENT = new AtomicReference<>();

    @BeforeAll
    static void connect() {
        CLIENT.set(MongoClients.create(STORE.connectionString()));
    }

    @AfterAll
    static void disconnect() {
        CLIENT.get().close();
    }

    @Override
    protected MongoClient client() {
        return CLIENT.get();
    }

    @Override
    protected String connectionString() {
        return STORE.connectionString();
    }
}
