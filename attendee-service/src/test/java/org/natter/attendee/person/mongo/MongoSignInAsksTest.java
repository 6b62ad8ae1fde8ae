package org.natter.attendee.person.mongo;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.person.SignInAsks;
import org.natter.attendee.person.SignInAsksContract;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** On the store that comes with Natter. */
class MongoSignInAsksTest extends SignInAsksContract {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private final MongoOperations mongo = new MongoTemplate(
            new SimpleMongoClientDatabaseFactory(STORE.connectionString().replace("/?", "/sign-in-asks?")));

    @Override
    protected SignInAsks empty() {
        mongo.dropCollection("sign_in_ask");
        return new MongoSignInAsks(mongo);
    }
}
