package org.natter.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.natter.ids.Sha256;
import org.natter.messaging.HeldWrites.Failure;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Decodes headers and body and looks the type up; counts under {@code natter.messages}. */
final class TableInbound implements Inbound {

    static final Pattern ID = Pattern.compile("([a-z][a-z-]*)/([^/]+)/(\\d{1,18})(?:\\.\\d{1,9})?");

    private final MessageBodies bodies;
    private final HeldWrites writes;
    private final MeterRegistry meters;
    private final MessageSchemas schemas;
    private final List<Table> tables = new CopyOnWriteArrayList<>();

    TableInbound(MessageBodies bodies, HeldWrites writes, MeterRegistry meters, MessageSchemas schemas) {
        this.bodies = bodies;
        this.writes = writes;
        this.meters = meters;
        this.schemas = schemas;
    }

    @Override
    public Consumer<Message<byte[]>> from(String topic, MessageHandlers handlers) {
        var table = new Table(topic, handlers);
        tables.add(table);
        return new TableFunction(table, message -> take(message, table));
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(tables);
    }

    private void take(Message<?> message, Table table) {
        if (message.getPayload() instanceof List<?> payloads) {
            takeAll(records(message.getHeaders(), payloads), table);
        } else {
            count(table, take(new Record(message.getPayload(), message.getHeaders()), table));
        }
    }

    private void takeAll(List<Record> records, Table table) {
        if (table.handlers().areTogether()) {
            takeTogether(records, table);
            return;
        }
        for (var place = 0; place < records.size(); place++) {
            try {
                count(table, take(records.get(place), table));
            } catch (RuntimeException failed) {
                throw at(place, failed);
            }
        }
    }

    /** What stands before a record that fails is written all the same, so that it alone is behind. */
    private void takeTogether(List<Record> records, Table table) {
        var heard = new ArrayList<Outcome>();
        RuntimeException failed = null;
        HeldWrites.Outcomes written;
        try (var batch = writes.begin()) {
            for (var place = 0; failed == null && place < records.size(); place++) {
                batch.at(place);
                try {
                    heard.add(take(records.get(place), table));
                } catch (RuntimeException thrown) {
                    failed = thrown;
                }
            }
            written = batch.write();
        } catch (RuntimeException trouble) {
            throw at(0, trouble);
        }
        var unwritten = written.first();
        for (var place = 0; place < unwritten.map(Failure::message).orElse(heard.size()); place++) {
            var outcome = heard.get(place);
            count(table, outcome.isHeld() ? Outcome.of(written.of(place)) : outcome);
        }
        if (unwritten.isPresent()) {
            throw at(unwritten.get().message(), unwritten.get().thrown());
        }
        if (failed != null) {
            throw at(heard.size(), failed);
        }
    }

    private static BatchListenerFailedException at(int place, RuntimeException failed) {
        return new BatchListenerFailedException("A record of the batch failed", failed, place);
    }

    private void count(Table table, Outcome outcome) {
        meters.counter("natter.messages", "topic", table.topic(), "outcome", outcome.word())
                .increment();
    }

    @SuppressWarnings("unchecked") // the framework's own shape of a batch
    private static List<Record> records(Map<String, ?> headers, List<?> payloads) {
        if (!(headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS) instanceof List<?> each)
                || each.size() != payloads.size()) {
            throw new IllegalStateException("A batch without its records' headers");
        }
        var records = new ArrayList<Record>();
        for (var place = 0; place < payloads.size(); place++) {
            records.add(new Record(payloads.get(place), (Map<String, ?>) each.get(place)));
        }
        return records;
    }

    private Outcome take(Record record, Table table) {
        if (!(record.payload() instanceof byte[] bytes)) {
            return new Outcome("null");
        }
        var type = required(record.headers(), "type");
        var handler = table.handlers().handlerOf(type);
        if (handler.isEmpty()) {
            return new Outcome(table.handlers().ignores(type) ? "passed" : "unknown");
        }
        var source = metadata(type, record.headers(), bytes);
        schemas.require(table.topic(), bytes, source);
        return Outcome.of(handle(handler.get(), bytes, source));
    }

    /** A bug may show as an {@code Error}, at which the container would stop for good. A full heap is no bug of one record. */
    private Effect handle(MessageHandlers.Handler<?> handler, byte[] bytes, MessageMetadata source) {
        try {
            return handler.handle(bytes, source, bodies);
        } catch (OutOfMemoryError full) {
            throw full;
        } catch (Error bug) {
            throw new IllegalStateException("The handler of " + source.type() + " broke", bug);
        }
    }

    private static MessageMetadata metadata(String type, Map<String, ?> headers, byte[] bytes) {
        var id = ID.matcher(required(headers, "id"));
        if (!id.matches()) {
            throw UndecodableMessage.header("ce_id");
        }
        return new MessageMetadata(
                id.group(),
                type,
                id.group(1),
                id.group(2),
                Long.parseLong(id.group(3)),
                required(headers, "subject"),
                time(required(headers, "time")),
                Sha256.hex(bytes));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw UndecodableMessage.header("ce_time");
        }
    }

    private static String required(Map<String, ?> headers, String name) {
        var text = OwnHeaders.text(headers, name);
        if (text == null || text.isBlank()) {
            throw UndecodableMessage.header("ce_" + name);
        }
        return text;
    }

    /** One record as it came, its payload perhaps Kafka's null. */
    private record Record(Object payload, Map<String, ?> headers) {}

    /** What is counted of a record. */
    private record Outcome(String word) {

        static Outcome of(Effect effect) {
            return new Outcome(effect.name().toLowerCase(Locale.ROOT));
        }

        boolean isHeld() {
            return equals(of(Effect.HELD));
        }
    }

    /** A binding's function that still knows its table. */
    record TableFunction(Table table, Consumer<Message<byte[]>> taking) implements Consumer<Message<byte[]>> {

        @Override
        public void accept(Message<byte[]> message) {
            taking.accept(message);
        }
    }
}
