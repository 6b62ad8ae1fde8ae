package org.natter.attendee;

import java.time.Instant;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.natter.messaging.kit.RequestWork;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's context its own store, broker and signing key, and a clock that stands two weeks before the pub evening. */
public final class EmbeddedParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The published example key is refused. */
    private static final String KEY = "bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var store = new TestStore();
        var broker = new TestBroker();
        var tokens = new Tokens("attendee-service");
        context.getBeanFactory().registerSingleton("signedTokens", tokens);
        context.getBeanFactory().registerSingleton("testBroker", broker);
        context.getBeanFactory().registerSingleton("requestWork", new RequestWork());
        context.getBeanFactory()
                .registerSingleton("movableClock", new MovableClock(Instant.parse("2026-10-01T11:30:00Z")));
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
