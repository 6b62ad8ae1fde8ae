package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document names exactly the bindings that the four applications configure, and who writes which topic. */
class AsyncApiBindingsTest {

    private static final List<String> APPLICATIONS =
            List.of("event-service", "attendee-service", "feedback-service", "web");
    private static final String BINDINGS = "spring.cloud.stream.bindings.";

    record Reading(String binding, String topic, String group) implements Comparable<Reading> {

        @Override
        public int compareTo(Reading other) {
            return binding.compareTo(other.binding);
        }
    }

    @Test
    void receivingOperationsAreTheConfiguredBindings() {
        var configured = new TreeSet<Reading>();
        for (var application : APPLICATIONS) {
            var settings = settingsOf(application);
            settings.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(BINDINGS) && name.endsWith("-in-0.destination"))
                    .map(name -> name.substring(BINDINGS.length(), name.length() - ".destination".length()))
                    .forEach(binding -> configured.add(new Reading(
                            binding.substring(0, binding.length() - "-in-0".length()),
                            settings.getProperty(BINDINGS + binding + ".destination"),
                            settings.getProperty(BINDINGS + binding + ".group"))));
        }

        assertThat(documentedReadings()).isEqualTo(configured);
    }

    @Test
    void sendingOperationsAreTheTopicsThatApplicationsOwn() {
        var owned = APPLICATIONS.stream()
                .map(application -> settingsOf(application).getProperty("natter.messaging.topic", ""))
                .filter(topic -> !topic.isEmpty())
                .toList();

        var told = operations()
                .filter(operation -> "send".equals(operation.get("action")))
                .map(AsyncApiBindingsTest::topicOf)
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(owned);
    }

    private static TreeSet<Reading> documentedReadings() {
        var documented = new TreeSet<Reading>();
        fields(document().get("operations")).forEach((name, node) -> {
            var operation = fields(node);
            if ("receive".equals(operation.get("action"))) {
                var kafka = fields(fields(operation.get("bindings")).get("kafka"));
                documented.add(new Reading(name, topicOf(operation), (String) kafka.get("groupId")));
            }
        });
        return documented;
    }

    private static Stream<Map<String, Object>> operations() {
        return fields(document().get("operations")).values().stream().map(AsyncApiBindingsTest::fields);
    }

    private static String topicOf(Map<String, Object> operation) {
        var reference = (String) fields(operation.get("channel")).get("$ref");
        return "natter." + reference.substring("#/channels/".length());
    }

    private static Map<String, Object> document() {
        try (var stream = new ClassPathResource("contracts/asyncapi.yaml").getInputStream()) {
            return fields(new Yaml().load(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settingsOf(String application) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(application + ".yaml"));
        var settings = yaml.getObject();
        assertThat(settings).as(application).isNotNull();
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object node) {
        return (Map<String, Object>) node;
    }
}
