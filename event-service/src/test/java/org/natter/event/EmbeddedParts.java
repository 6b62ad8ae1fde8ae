package org.natter.event;

import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's context its own store, broker and signing key. */
public final class EmbeddedParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var store = new TestStore();
        var broker = new TestBroker();
        var tokens = new Tokens();
        context.getBeanFactory().registerSingleton("testTokens", tokens);
        context.getBeanFactory().registerSingleton("testBroker", broker);
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + store.connectionString(),
                        "spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers(),
                        "natter.access.public-keys=" + tokens.publicKeys())
                .applyTo(context);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            store.close();
        }));
    }
}
