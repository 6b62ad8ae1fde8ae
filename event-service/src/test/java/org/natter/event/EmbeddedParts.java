package org.natter.event;

import java.time.Instant;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.natter.messaging.kit.RequestWork;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's context its own store, broker and signing key, and a clock that stands at noon on 5 January 2026. */
public final class EmbeddedParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var store = new TestStore();
        var broker = new TestBroker();
        var tokens = new Tokens("event-service");
        context.getBeanFactory().registerSingleton("testTokens", tokens);
        context.getBeanFactory().registerSingleton("testBroker", broker);
        context.getBeanFactory().registerSingleton("requestWork", new RequestWork());
        context.getBeanFactory()
                .registerSingleton("movableClock", new MovableClock(Instant.parse("2026-01-05T12:00:00Z")));
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
