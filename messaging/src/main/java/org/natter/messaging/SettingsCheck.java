package org.natter.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Compares the settings that delivery rests on with what they must be.
 *
 * <p>Guarantee: a wrong one stops the start, and the exception names every wrong one.
 */
final class SettingsCheck {

    private static final String DEFAULTS = "spring.cloud.stream.kafka.default.";
    private static final String BINDINGS = "spring.cloud.stream.kafka.bindings.";

    private static final Map<String, Predicate<String>> PRODUCER = Map.of(
            "acks", is("all"),
            "enable.idempotence", is("true"),
            "max.in.flight.requests.per.connection", value -> Integer.parseInt(value) <= 5,
            "linger.ms", is("0"),
            "delivery.timeout.ms", is("120000"));

    private static final Map<String, Predicate<String>> CONSUMER = Map.of(
            "auto.offset.reset", is("earliest"),
            "enable.auto.commit", is("false"),
            "group.protocol", value -> value.equals("consumer") || value.equals("classic"));

    private final KafkaAccess kafka;
    private final Subscriptions subscriptions;
    private final BindingServiceProperties bindings;
    private final MongoDatabaseFactory store;
    private final MessagingSettings settings;

    SettingsCheck(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            BindingServiceProperties bindings,
            MongoDatabaseFactory store,
            MessagingSettings settings) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.bindings = bindings;
        this.store = store;
        this.settings = settings;
    }

    /** @throws IllegalStateException naming every wrong setting */
    void check() {
        var wrong = new ArrayList<String>();
        checkClients(wrong);
        checkBinder(wrong);
        checkBindings(wrong);
        checkStore(wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Refusing to start, messages could be lost: " + String.join("; ", wrong));
        }
    }

    private void checkClients(List<String> wrong) {
        checkMap(wrong, "producer-properties", PRODUCER);
        checkMap(wrong, "consumer-properties", CONSUMER);
        overrides(wrong, DEFAULTS + "producer.configuration", PRODUCER);
        overrides(wrong, DEFAULTS + "consumer.configuration", CONSUMER);
        if (settings.topic() != null) {
            overrides(wrong, BINDINGS + settings.topic() + ".producer.configuration", PRODUCER);
        }
        subscriptions
                .all()
                .forEach(subscription ->
                        overrides(wrong, BINDINGS + subscription.binding() + ".consumer.configuration", CONSUMER));
    }

    private void checkMap(List<String> wrong, String name, Map<String, Predicate<String>> rules) {
        var values = new HashMap<>(kafka.map("configuration"));
        values.putAll(kafka.map(name));
        rules.forEach((key, rule) -> {
            var value = values.get(key);
            if (value == null || !rule.test(value)) {
                wrong.add(KafkaAccess.BINDER + name + "." + key + "=" + value);
            }
        });
    }

    private void overrides(List<String> wrong, String prefix, Map<String, Predicate<String>> rules) {
        kafka.under(prefix).forEach((key, value) -> {
            var rule = rules.get(key);
            if (rule != null && !rule.test(value)) {
                wrong.add(prefix + "." + key + "=" + value);
            }
        });
    }

    private void checkBinder(List<String> wrong) {
        require(wrong, KafkaAccess.BINDER + "header-mapper-bean-name", MessagingConfiguration.HEADER_MAPPER);
        require(wrong, KafkaAccess.BINDER + "auto-create-topics", "false");
        require(wrong, KafkaAccess.BINDER + "auto-add-partitions", "false");
        require(wrong, DEFAULTS + "producer.sync", "true");
        forbid(wrong, DEFAULTS + "consumer.enable-dlq");
        if (settings.topic() != null) {
            unless(wrong, BINDINGS + settings.topic() + ".producer.sync", "true");
        }
        subscriptions
                .all()
                .forEach(subscription -> forbid(wrong, BINDINGS + subscription.binding() + ".consumer.enable-dlq"));
    }

    private void checkBindings(List<String> wrong) {
        subscriptions.all().forEach(subscription -> {
            var consumer = bindings.getConsumerProperties(subscription.binding());
            if (consumer.getMaxAttempts() != 1) {
                wrong.add(subscription.binding() + " retries in the binder: max-attempts=" + consumer.getMaxAttempts());
            }
            if (!consumer.isUseNativeDecoding()) {
                wrong.add(subscription.binding() + " is decoded by the binder: use-native-decoding=false");
            }
        });
        if (settings.topic() != null
                && !bindings.getProducerProperties(settings.topic()).isUseNativeEncoding()) {
            wrong.add(settings.topic() + " is encoded by the binder: use-native-encoding=false");
        }
    }

    private void checkStore(List<String> wrong) {
        var database = store.getMongoDatabase();
        var writes = database.getWriteConcern();
        if (!"majority".equals(writes.getWObject()) || !Boolean.TRUE.equals(writes.getJournal())) {
            wrong.add("the store's write concern is " + writes + ", not " + WriteConcern.MAJORITY.withJournal(true));
        }
        if (!ReadConcern.MAJORITY.equals(database.getReadConcern())) {
            wrong.add("the store's read concern is " + database.getReadConcern().asDocument() + ", not majority");
        }
    }

    private void require(List<String> wrong, String name, String value) {
        if (!value.equals(kafka.value(name))) {
            wrong.add(name + "=" + kafka.value(name));
        }
    }

    private void unless(List<String> wrong, String name, String value) {
        if (kafka.value(name) != null) {
            require(wrong, name, value);
        }
    }

    private void forbid(List<String> wrong, String name) {
        if ("true".equals(kafka.value(name))) {
            wrong.add(name + "=true");
        }
    }

    private static Predicate<String> is(String expected) {
        return expected::equals;
    }
}
