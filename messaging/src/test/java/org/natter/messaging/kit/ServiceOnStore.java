package org.natter.messaging.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/**
 * A whole service on one store, with a binder in memory in Kafka's place: its bindings are called by name.
 *
 * <p>Guarantee: nothing comes in but what a test hands to a binding.
 */
public final class ServiceOnStore implements AutoCloseable {

    private final ConfigurableApplicationContext service;

    private ServiceOnStore(ConfigurableApplicationContext service) {
        this.service = service;
    }

    /** Starts the service on free ports; arguments win over its configuration. */
    public static ServiceOnStore start(SpringApplicationBuilder application, Store store, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.mongodb.uri=" + store.connectionString(),
                "--spring.cloud.stream.default-binder=integration"));
        arguments.addAll(List.of(more));
        return new ServiceOnStore(
                application.sources(TestChannelBinderConfiguration.class).run(arguments.toArray(String[]::new)));
    }

    /** The function of a binding, such as {@code historyFeedback}. */
    @SuppressWarnings("unchecked")
    public Consumer<Message<byte[]>> binding(String name) {
        return Objects.requireNonNull((Consumer<Message<byte[]>>) service.getBean(name, Consumer.class));
    }

    /** One of its parts, to make what must be there first. */
    public <T> T part(Class<T> type) {
        return service.getBean(type);
    }

    /** Where its rows are. */
    public MongoOperations store() {
        return service.getBean(MongoOperations.class);
    }

    @Override
    public void close() {
        service.close();
    }
}
