package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.ids.TypedIds;
import org.natter.messaging.kit.TestStore;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** A batch of records through a table, one by one and together. */
class TableInboundTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    record Cup(String of) {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> heard = new ArrayList<>();
    private final String database = "tea-" + UUID.randomUUID();
    private final AtomicInteger mostFields = new AtomicInteger();
    private MongoClient client;
    private Projections projections;
    private GuardedUpsert rows;
    private TableInbound inbound;

    @BeforeEach
    void open() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(STORE.connectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        var fields = event.getCommand().getDocument("projection", new BsonDocument());
                        mostFields.accumulateAndGet(fields.size(), Math::max);
                    }
                })
                .build());
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext());
        converter.afterPropertiesSet();
        projections = new Projections(new SimpleMongoClientDatabaseFactory(client, database), converter);
        rows = projections.into("guest");
        inbound = new TableInbound(
                new MessageBodies(new TypedIdsJson(TypedIds.of())), projections.held(), meters, new MessageSchemas());
    }

    @AfterEach
    void close() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void whatABatchSaysOfARowIsOneWrite() {
        together().accept(batch(told("anna", 1, "tea"), told("anna", 2, "milk"), told("bea", 1, "tea")));

        assertThat(row("anna").get("cup", Document.class)).containsEntry("of", "milk");
        assertThat(row("anna")).containsEntry("v", 1L);
        assertThat(row("bea").get("cup", Document.class)).containsEntry("of", "tea");
        assertThat(counts()).isEqualTo(Map.of("applied", 3.0));
    }

    @Test
    void aBatchOnRowsThatAreThereKeepsTheNewestOfEach() {
        together().accept(batch(told("anna", 2, "milk")));

        together().accept(batch(told("anna", 1, "tea"), told("anna", 3, "coffee"), told("bea", 1, "tea")));

        assertThat(row("anna").get("cup", Document.class)).containsEntry("of", "coffee");
        assertThat(row("anna")).containsEntry("v", 2L);
        assertThat(counts()).isEqualTo(Map.of("applied", 3.0, "already_newer", 1.0));
    }

    /** A store looks for each field in each row, so as many fields as rows would cost their square. */
    @Test
    @SuppressWarnings("unchecked") // an array of a generic type
    void aLargeBatchAsksForFewFieldsOfItsRows() {
        var all = IntStream.range(0, 400)
                .mapToObj(number -> told("guest" + number, 2, "tea"))
                .toArray(Message[]::new);
        together().accept(batch(all));

        together().accept(batch(told("guest7", 1, "milk"), told("guest8", 3, "milk")));
        together().accept(batch(all));

        assertThat(mostFields.get()).isLessThan(40);
        assertThat(counts()).isEqualTo(Map.of("applied", 401.0, "already_newer", 401.0));
        assertThat(row("guest8").get("cup", Document.class)).containsEntry("of", "milk");
    }

    @Test
    void aPathAndOneInsideItInOneBatchEndAsOneAfterTheOther() {
        Consumer<Message<byte[]>> pairs = inbound.from(
                "natter.tea",
                MessageHandlers.handle("tea.poured.v1", Cup.class, (cup, source) -> {
                            rows.write("r", "cup", source, Map.of("of", cup.of()));
                            return rows.write("r", "cup.saucer", other(source), source.subject());
                        })
                        .together());

        pairs.accept(batch(told("anna", 1, "tea"), told("bea", 1, "milk")));
        var inOneBatch = row("r");
        client.getDatabase(database).drop();
        pairs.accept(told("anna", 1, "tea"));
        pairs.accept(told("bea", 1, "milk"));

        assertThat(inOneBatch.get("cup")).isEqualTo(row("r").get("cup"));
    }

    @Test
    void aRecordThatFailsIsNamedAndWhatStandsBeforeItIsTaken() {
        for (var table : List.of(together(), oneByOne())) {
            var batch = batch(told("anna", 1, "tea"), undecodable("bea"), told("carl", 1, "tea"));

            var failed = catchThrowableOfType(BatchListenerFailedException.class, () -> table.accept(batch));

            assertThat(failed.getIndex()).isEqualTo(1);
            assertThat(failed.getCause()).isInstanceOf(UndecodableMessage.class);
            assertThat(row("anna")).isNotNull();
            assertThat(find("carl")).isNull();
            client.getDatabase(database).drop();
        }
    }

    @Test
    void aForkIsNamedAndTheOthersAreWritten() {
        together().accept(batch(told("bea", 1, "tea")));

        var failed = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> together()
                        .accept(batch(told("anna", 1, "tea"), told("bea", 1, "coffee"), told("carl", 1, "tea"))));

        assertThat(failed.getIndex()).isEqualTo(1);
        assertThat(failed.getCause()).isInstanceOf(MessageFork.class);
        assertThat(row("anna")).isNotNull();
        assertThat(row("bea").get("cup", Document.class)).containsEntry("of", "tea");
    }

    /** A name of a field that no store takes: the rest of the batch does not suffer for it. */
    @Test
    void aWriteThatTheStoreRefusesForGoodIsNamedAndTheOthersAreWritten() {
        rows.write("anna", "cup", metadata("anna", 1), "a text that has no fields");
        Consumer<Message<byte[]>> table = inbound.from(
                "natter.tea",
                MessageHandlers.handle(
                                "tea.poured.v1",
                                Cup.class,
                                (cup, source) -> rows.write(source.subject(), "cup.of", other(source), cup.of()))
                        .together());

        var failed = catchThrowableOfType(
                BatchListenerFailedException.class,
                () -> table.accept(batch(told("bea", 1, "tea"), told("anna", 1, "tea"), told("carl", 1, "tea"))));

        assertThat(failed.getIndex()).isEqualTo(1);
        assertThat(row("bea").get("cup", Document.class)).containsEntry("of", "tea");
        assertThat(row("carl").get("cup", Document.class)).containsEntry("of", "tea");
    }

    @Test
    void afterAnyBatchASingleWriteIsWrittenAtOnce() {
        assertThatThrownBy(() -> together().accept(batch(undecodable("anna"))))
                .isInstanceOf(BatchListenerFailedException.class);

        assertThat(rows.write("bea", "cup", metadata("bea", 1), "tea")).isEqualTo(Effect.APPLIED);
    }

    @Test
    void aTableThatIsWrittenTogetherReadsNoRows() {
        var spread = projections.spread("room");
        Consumer<Message<byte[]>> table = inbound.from(
                "natter.tea",
                MessageHandlers.handle("tea.poured.v1", Cup.class, (cup, source) -> {
                            spread.read("e", Document.class);
                            return Effect.IGNORED;
                        })
                        .together());

        assertThatThrownBy(() -> table.accept(batch(told("anna", 1, "tea"))))
                .hasRootCauseMessage("A table that is written together reads no rows");
    }

    @Test
    void nullsAndUnknownTypesInABatchPass() {
        var unknown = MessageBuilder.fromMessage(told("anna", 1, "tea"))
                .setHeader("ce_type", "tea.spilled.v1")
                .build();

        together().accept(batch(nothing(), unknown, told("bea", 1, "tea")));

        assertThat(counts()).isEqualTo(Map.of("null", 1.0, "unknown", 1.0, "applied", 1.0));
    }

    @Test
    void oneByOneEachIsHeardInItsOrder() {
        oneByOne().accept(batch(told("anna", 1, "tea"), told("bea", 1, "tea"), told("anna", 2, "tea")));

        assertThat(heard).containsExactly("pot/anna/1", "pot/bea/1", "pot/anna/2");
        assertThat(counts()).isEqualTo(Map.of("applied", 3.0));
    }

    @Test
    void twoBatchesAtOnceBothLand() throws Exception {
        var table = together();
        var errors = new ArrayList<Throwable>();
        var threads = new ArrayList<Thread>();
        for (var half = 0; half < 2; half++) {
            var of = half;
            var thread = new Thread(() -> {
                for (var version = 1; version <= 50; version++) {
                    table.accept(batch(pathOf("g" + of, version), pathOf("h" + of, version)));
                }
            });
            thread.setUncaughtExceptionHandler((same, thrown) -> errors.add(thrown));
            threads.add(thread);
        }

        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(errors).isEmpty();
        assertThat(row("anna").get("cups", Document.class).values())
                .as("every guest's newest")
                .containsOnly(50)
                .hasSize(4);
    }

    private Message<byte[]> pathOf(String guest, int version) {
        return MessageBuilder.fromMessage(told(guest, version, guest))
                .setHeader("ce_type", "tea.counted.v1")
                .build();
    }

    private Consumer<Message<byte[]>> together() {
        return inbound.from("natter.tea", handlers().together());
    }

    private Consumer<Message<byte[]>> oneByOne() {
        return inbound.from("natter.tea", handlers());
    }

    private MessageHandlers handlers() {
        return MessageHandlers.handle("tea.poured.v1", Cup.class, (cup, source) -> {
                    heard.add(source.id());
                    return rows.write(source.subject(), "cup", source, Map.of("of", cup.of()));
                })
                .on(
                        "tea.counted.v1",
                        Cup.class,
                        (cup, source) -> rows.write("anna", "cups." + cup.of(), source, (int) source.version()));
    }

    private Map<String, Double> counts() {
        var counts = new TreeMap<String, Double>();
        meters.find("natter.messages")
                .counters()
                .forEach(counter -> counts.put(String.valueOf(counter.getId().getTag("outcome")), counter.count()));
        return counts;
    }

    private Document row(String id) {
        var row = find(id);
        assertThat(row).as(id).isNotNull();
        return row;
    }

    private Document find(String id) {
        return client.getDatabase(database)
                .getCollection("guest")
                .find(new Document("_id", id))
                .first();
    }

    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs"}) // a batch's payload is a list, whatever the function's type says
    private static Message<byte[]> batch(Message<byte[]>... records) {
        var payloads = new ArrayList<Object>();
        var headers = new ArrayList<Map<String, Object>>();
        for (Message<?> record : records) {
            payloads.add(record.getPayload());
            headers.add(new LinkedHashMap<>(record.getHeaders()));
        }
        return (Message<byte[]>) (Message<?>) MessageBuilder.withPayload(payloads)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    private static Message<byte[]> told(String guest, int version, String of) {
        return message("{\"of\":\"" + of + "\"}", guest, version);
    }

    private static Message<byte[]> undecodable(String guest) {
        return message("{}", guest, 1);
    }

    @SuppressWarnings("unchecked") // Kafka's null comes as an object of its own
    private static Message<byte[]> nothing() {
        return (Message<byte[]>)
                (Message<?>) MessageBuilder.withPayload(KafkaNull.INSTANCE).build();
    }

    private static Message<byte[]> message(String body, String guest, int version) {
        var headers = new HashMap<String, Object>();
        headers.put("ce_id", "pot/" + guest + "/" + version);
        headers.put("ce_type", "tea.poured.v1");
        headers.put("ce_subject", guest);
        headers.put("ce_time", "2026-10-15T16:00:00Z");
        return MessageBuilder.withPayload(body.getBytes(StandardCharsets.UTF_8))
                .copyHeaders(headers)
                .build();
    }

    private static MessageMetadata metadata(String guest, long version) {
        return new MessageMetadata(
                "pot/" + guest + "/" + version,
                "tea.poured.v1",
                "pot",
                guest,
                version,
                guest,
                TeaService.FOUR,
                "0".repeat(64));
    }

    /** The same message as if another kind of aggregate had told it. */
    private static MessageMetadata other(MessageMetadata source) {
        return new MessageMetadata(
                source.id(),
                source.type(),
                "tin",
                source.aggregateId(),
                source.version(),
                source.subject(),
                source.time(),
                source.hash());
    }
}
