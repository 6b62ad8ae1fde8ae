package org.natter.attendee;

import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's context its own store, broker and signing key. */
public final class EmbeddedParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The published example key is refused. */
    private static final String KEY = "bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var store = new TestStore();
        var broker = new TestBroker();
        var tokens = new Tokens();
        context.getBeanFactory().registerSingleton("signedTokens", tokens);
        context.getBeanFactory().registerSingleton("testBroker", broker);
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + store.connectionString(),
                        "spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers(),
                        "natter.access.public-keys=" + tokens.publicKeys(),
                        "natter.links.feedback-keys=k1:" + KEY,
                        "natter.links.own-keys=k1:" + KEY,
                        "natter.mail.senders=0")
                .applyTo(context);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            store.close();
        }));
    }
}
