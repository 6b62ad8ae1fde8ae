package org.natter.attendee.person.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.person.SignInRequests;
import org.natter.attendee.person.SignInRequestsContract;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** On the store that comes with Natter. */
class MongoSignInRequestsTest extends SignInRequestsContract {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private final MongoOperations mongo = new MongoTemplate(
            new SimpleMongoClientDatabaseFactory(STORE.connectionString().replace("/?", "/sign-in-requests?")));

    @Override
    protected SignInRequests empty() {
        mongo.dropCollection("sign_in_request");
        return new MongoSignInRequests(mongo);
    }
}
