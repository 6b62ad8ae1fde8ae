package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.mongodb.core.MongoOperations;

/** What a service does at its start: refuse wrong settings, and get on without Kafka. */
class StartTest {

    /** Settings are read before it would serve, and it takes as long to build as all the rest. */
    private static final String WITHOUT_A_WEB_SERVER = "spring.main.web-application-type=none";

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    /** Each wrong setting with what is said of it; all at once, since all are said at once. */
    @Test
    void wrongSettingsRefuseToStartAndEachIsNamed() {
        var binder = "spring.cloud.stream.kafka.binder.";
        var kafka = "spring.cloud.stream.kafka.";
        var tea = "spring.cloud.stream.bindings.guestsTea-in-0.consumer.";
        var wrong = Map.ofEntries(
                asItIs(binder + "producer-properties.acks=1"),
                asItIs(binder + "producer-properties.enable.idempotence=false"),
                asItIs(binder + "producer-properties.linger.ms=5"),
                asItIs(binder + "producer-properties.delivery.timeout.ms=1000"),
                asItIs(binder + "producer-properties.max.in.flight.requests.per.connection=6"),
                asItIs(binder + "consumer-properties.auto.offset.reset=latest"),
                asItIs(binder + "consumer-properties.enable.auto.commit=true"),
                asItIs(binder + "header-mapper-bean-name=other"),
                asItIs(binder + "auto-add-partitions=true"),
                asItIs(binder + "auto-create-topics=true"),
                asItIs(kafka + "bindings.guestsTea-in-0.consumer.configuration.auto.offset.reset=latest"),
                asItIs(kafka + "bindings.guestsTea-in-0.consumer.enable-dlq=true"),
                Map.entry(kafka + "default.consumer.enableDlq=true", kafka + "default.consumer.enable-dlq=true"),
                asItIs(kafka + "default.producer.sync=false"),
                Map.entry(tea + "max-attempts=3", "guestsTea-in-0 retries in the binder: max-attempts=3"),
                Map.entry(
                        tea + "use-native-decoding=false",
                        "guestsTea-in-0 is decoded by the binder: use-native-decoding=false"),
                Map.entry(
                        "spring.cloud.stream.default.producer.use-native-encoding=false",
                        "is encoded by the binder: use-native-encoding=false"));

        var refusal = catchThrowable(() -> TeaService.start(
                STORE.connectionString() + "&w=1&journal=false&readConcernLevel=local",
                "127.0.0.1:1",
                Stream.concat(wrong.keySet().stream(), Stream.of(WITHOUT_A_WEB_SERVER))
                        .toArray(String[]::new)));

        assertThat(NestedExceptionUtils.getMostSpecificCause(refusal))
                .hasMessageStartingWith("Refusing to start, messages could be lost: ")
                .message()
                .contains(wrong.values())
                .contains("write concern", "read concern");
    }

    private static Map.Entry<String, String> asItIs(String setting) {
        return Map.entry(setting, setting);
    }

    @ParameterizedTest
    @CsvSource({
        "spring.cloud.stream.bindings.guestsTea-in-0.group, '', group",
        "spring.cloud.function.definition, '', guestsTea",
        "spring.cloud.function.definition, guestsTea;guestsTea2, guestsTea2",
        "spring.cloud.stream.bindings.guestsTea-in-0.destination, natter.coffee, natter.coffee",
        "spring.cloud.stream.bindings.guestsCoffee-in-0.group, tea-service.guests, guestsCoffee",
    })
    void bindingsThatDoNotFitRefuseToStartAndAreNamed(String name, String value, String named) {
        var refusal = catchThrowable(() ->
                TeaService.start(STORE.connectionString(), "127.0.0.1:1", name + "=" + value, WITHOUT_A_WEB_SERVER));

        assertThat(NestedExceptionUtils.getMostSpecificCause(refusal)).hasMessageContaining(named);
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsRefusesToStart() throws Exception {
        try (var broker = new TestBroker();
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TeaService.TOPIC, 12, (short) 1)))
                    .all()
                    .get();

            assertThatThrownBy(() -> TeaService.start(STORE.connectionString(), broker.bootstrapServers()))
                    .rootCause()
                    .hasMessageContaining("12 partitions");
        }
    }

    /** Also what is set aside: after that nobody can replay it. */
    @Test
    void whatIsSaidOnATopicIsKeptThereForTwentyOneDays() throws Exception {
        try (var broker = new TestBroker();
                var service = TeaService.start(STORE.connectionString(), broker.bootstrapServers());
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(service.isRunning()).isTrue();
            var topics = Stream.of(TeaService.TOPIC, TeaService.TOPIC + ".tea-service.guests.dlt")
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();

            var settings = admin.describeConfigs(topics).all().get();

            assertThat(topics)
                    .allSatisfy(topic -> assertThat(
                                    settings.get(topic).get("retention.ms").value())
                            .isEqualTo(String.valueOf(Duration.ofDays(21).toMillis())));
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void withKafkaAwayItStartsTakesCommandsAndTellsThemWhenKafkaComes() {
        var broker = new TestBroker();
        try (var store = new TestStore()) {
            broker.stop();
            var began = System.nanoTime();
            try (var service =
                    TeaService.start(store.connectionString(), broker.bootstrapServers(), "natter.messaging.poll=1s")) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                AggregateCollection<Pot, PotDomainEvent> pots = service.getBean(AggregateCollection.class);
                pots.create("9a", new Pot(9, List.of()), TeaService.pour("ina"));
                for (int i = 0; i < 250; i++) {
                    pots.change("9a", pot -> TeaService.pour("ina"));
                }
                assertThat(took).isLessThan(Duration.ofSeconds(30));
                assertThat(service.getBean(MeterRegistry.class)
                                .get("natter.dead.letters.undecided")
                                .gauge()
                                .value())
                        .as("what was set aside cannot be counted")
                        .isNaN();
                await("the oldest are parked")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> service.getBean(MongoOperations.class)
                                        .getCollection("event_log")
                                        .countDocuments()
                                >= 51);
                var oldest = service.getBean(MeterRegistry.class)
                        .get("natter.outbox.oldest")
                        .gauge();
                await("the age of what waits").atMost(Duration.ofSeconds(10)).until(() -> oldest.value() > 0);

                broker.start();

                await("all told")
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> service.getBean(TeaService.class).handled.contains("pot/9a/251"));
                assertThat(service.getBean(TeaService.class).handled).doesNotHaveDuplicates();
                await("nothing waits").atMost(Duration.ofSeconds(10)).until(() -> oldest.value() == 0);
                assertThat(broker.read(TeaService.TOPIC).stream()
                                .map(record -> Broker.headers(record).get("ce_id"))
                                .toList())
                        .startsWith("pot/9a/1", "pot/9a/2", "pot/9a/3")
                        .endsWith("pot/9a/250", "pot/9a/251")
                        .hasSize(251);
            }
        } finally {
            broker.close();
        }
    }
}
