package org.natter.attendee.mail.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.natter.messaging.kit.TestStore;

/** On the store in memory. */
class MongoMailBookTest extends MongoMailBookContract {

    private static final TestStore STORE = new TestStore();
    private static final MongoClient CLIENT = MongoClients.create(STORE.connectionString());

    @AfterAll
    static void disconnect() {
        CLIENT.close();
        STORE.close();
    }

    @Override
    protected MongoClient client() {
        return CLIENT;
    }

    @Override
    protected String connectionString() {
        return STORE.connectionString();
    }
}
