package org.natter.feedback;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.natter.ids.LinkTokens;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole service on a broker and a store of its own, with a clock to set and a key to sign with.
 *
 * <p>Speaks Kafka and HTTP only, as others do.
 */
public final class FeedbackHarness implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    public static final String SAMIR = "1a2b3c4d5e6f708192a3b4c5d6e7f809";
    public static final String RIVERSIDE = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String FENLAND = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static final String KEY = "own-2026:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";
    private static final LinkTokens LINKS = LinkTokens.under("keys", KEY);

    private final TestBroker broker = new TestBroker();
    private final TestStore store = new TestStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-10-15T20:00:00Z"));
    private final Tokens web = new Tokens("feedback-service");
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;
    private final List<ConsumerRecord<String, byte[]>> told = new CopyOnWriteArrayList<>();
    private ConfigurableApplicationContext service;
    private KafkaConsumer<String, byte[]> listener;
    private final String poll;

    public FeedbackHarness() {
        this("200ms");
    }

    /** With another pause between two looks at the clock. */
    public FeedbackHarness(String poll) {
        this.poll = poll;
        service = started();
        producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "key.serializer", StringSerializer.class.getName(),
                "value.serializer", ByteArraySerializer.class.getName()));
        listener = listening();
    }

    /** Stops the service as a deployment would; broker and store go on. */
    public void stop() {
        service.close();
    }

    public void start() {
        service = started();
    }

    /** The running service, whole. */
    public ConfigurableApplicationContext service() {
        return service;
    }

    public void clockShows(String instant) {
        clock.show(Instant.parse(instant));
    }

    public Instant now() {
        return clock.instant();
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** Sends a golden message as its owner would. */
    public void tell(String topic, String type, String sample) {
        tell(topic, type, sample, body -> {}, null);
    }

    /** Sends a golden message with another body, and with another message id where one is given. */
    public void tell(String topic, String type, String sample, Consumer<ObjectNode> change, String id) {
        var golden = ContractSamples.read(topic, type, sample);
        var body = (ObjectNode) golden.body().deepCopy();
        change.accept(body);
        var subject = Stream.of("attendance", "outcome", "writer")
                .filter(body::has)
                .map(field -> body.get(field).asString())
                .findFirst()
                .orElseGet(() -> golden.headers().get("ce_subject"));
        var record = new ProducerRecord<>(topic, golden.key(), JSON.writeValueAsBytes(body));
        golden.headers()
                .forEach((name, value) -> record.headers()
                        .add(name, header(name, value, subject, id).getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service has told so far on its own topic, of one type, in order. */
    public List<ConsumerRecord<String, byte[]>> told(String type) {
        listener.poll(Duration.ofMillis(100)).forEach(told::add);
        return told.stream()
                .filter(record -> type.equals(header(record, "ce_type")))
                .toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public Reply call(String method, String path, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("content-type", "application/json");
        }
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** Calls by which golden exchanges are made. */
    public HttpCalls calls() {
        return new HttpCalls(service.getEnvironment(), web, clock);
    }

    public Reply manage(String path) {
        var port = service.getEnvironment().getProperty("local.management.port");
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    /** An answer to a call: status and body, which is null where there is none. */
    public record Reply(int status, JsonNode body, String text, String contentType) {}

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("content-type").orElse("");
            var json = type.contains("json") ? JSON.readTree(response.body()) : null;
            return new Reply(response.statusCode(), json, response.body(), type);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a call about a personal link, as attendee-service signs it. */
    public static String link(String purpose, int generation, String attendance) {
        return JSON.writeValueAsString(Map.of("token", LINKS.sign(purpose, generation, attendance)));
    }

    /** A token as web mints it. */
    public String token(String role, String subject, Map<String, Object> claims) {
        return signedByWeb(claims(role, subject, claims).build());
    }

    public String answering(String attendance) {
        return token("ANSWER", attendance, Map.of("gen", 1, "event", RIVERSIDE));
    }

    public String anybody() {
        return token("PUBLIC", "public", Map.of());
    }

    public String organiser(String region) {
        return token("ORGANISER", "0".repeat(32), Map.of("region", region));
    }

    public JWTClaimsSet.Builder claims(String role, String subject, Map<String, Object> more) {
        var claims = web.claims(role, clock.instant()).subject(subject);
        more.forEach(claims::claim);
        return claims;
    }

    public String signedByWeb(JWTClaimsSet claims) {
        return web.sign(claims);
    }

    private ConfigurableApplicationContext started() {
        return FeedbackServiceApplication.application()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("movableClock", Clock.class, () -> clock))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.connectionString(),
                        "--natter.access.public-keys=" + web.publicKeys(),
                        "--natter.links.feedback-keys=" + KEY,
                        "--natter.due-events.poll=" + poll,
                        "--natter.due-events.settle=0s");
    }

    private KafkaConsumer<String, byte[]> listening() {
        var settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
        var consumer = new KafkaConsumer<String, byte[]>(settings);
        consumer.subscribe(List.of("natter.feedback"));
        return consumer;
    }

    private int port() {
        return ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    private static String header(String name, String value, String subject, String id) {
        if (name.equals("ce_subject")) {
            return subject;
        }
        return name.equals("ce_id") && id != null ? id : value;
    }

    @Override
    public void close() {
        listener.close();
        producer.close();
        service.close();
        broker.close();
        store.close();
    }
}
