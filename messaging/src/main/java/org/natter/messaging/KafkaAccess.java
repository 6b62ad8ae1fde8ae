package org.natter.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Configurations of clients beside the binder's own, from the binder's settings: topics, dead letters, looking at them.
 *
 * <p>Guarantee: the same brokers and the same security settings as the binder's.
 */
final class KafkaAccess {

    static final String BINDER = "spring.cloud.stream.kafka.binder.";

    private static final int LOOK_BYTES = 4 * 1_048_576;

    private final Environment environment;

    KafkaAccess(Environment environment) {
        this.environment = environment;
    }

    Map<String, Object> admin() {
        var config = common();
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        return config;
    }

    Map<String, Object> deadLetterProducer() {
        var config = common();
        config.putAll(map("producer-properties"));
        config.keySet().retainAll(ProducerConfig.configNames());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return config;
    }

    /** Reads by position; belongs to no group and commits nothing. */
    Map<String, Object> looker() {
        var config = common();
        config.keySet().retainAll(ConsumerConfig.configNames());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20); // what it looks for is there already
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        // Hundreds of records of a megabyte each must never lie in memory together.
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LOOK_BYTES);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LOOK_BYTES / 4);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        return config;
    }

    /** A map below {@code spring.cloud.stream.kafka.binder}. */
    Map<String, String> map(String name) {
        return under(BINDER + name);
    }

    Map<String, String> under(String name) {
        return Binder.get(environment)
                .bind(ConfigurationPropertyName.adapt(name, '.'), Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /** One setting under any of its spellings; null if it is nowhere. */
    @Nullable
    String value(String name) {
        return Binder.get(environment)
                .bind(ConfigurationPropertyName.adapt(name, '.'), Bindable.of(String.class))
                .orElse(null);
    }

    private Map<String, Object> common() {
        var config = new HashMap<String, Object>(map("configuration"));
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.getRequiredProperty(BINDER + "brokers"));
        return config;
    }
}
