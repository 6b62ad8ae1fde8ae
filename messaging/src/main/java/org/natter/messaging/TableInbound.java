package org.natter.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.natter.ids.Sha256;
import org.springframework.messaging.Message;

/** Decodes headers and body and looks the type up; counts under {@code natter.messages}. */
final class TableInbound implements Inbound {

    private static final Pattern ID = Pattern.compile("([a-z][a-z-]*)/([^/]+)/(\\d{1,18})(?:\\.\\d{1,9})?");

    private final MessageBodies bodies;
    private final MeterRegistry meters;
    private final List<Table> tables = new CopyOnWriteArrayList<>();

    TableInbound(MessageBodies bodies, MeterRegistry meters) {
        this.bodies = bodies;
        this.meters = meters;
    }

    @Override
    public Consumer<Message<byte[]>> from(String topic, MessageHandlers handlers) {
        var table = new Table(topic, handlers);
        tables.add(table);
        return new TableFunction(table, message -> {
            var outcome = take(message, handlers);
            meters.counter("natter.messages", "topic", topic, "outcome", outcome)
                    .increment();
        });
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(tables);
    }

    private String take(Message<?> message, MessageHandlers handlers) {
        if (!(message.getPayload() instanceof byte[] bytes)) {
            return "null";
        }
        var headers = message.getHeaders();
        var type = required(headers, "type");
        var handler = handlers.handlerOf(type);
        if (handler.isEmpty()) {
            return handlers.ignores(type) ? "passed" : "unknown";
        }
        var effect = handle(handler.get(), bytes, metadata(type, headers, bytes));
        return effect.name().toLowerCase(Locale.ROOT);
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

    /** A binding's function that still knows its table. */
    record TableFunction(Table table, Consumer<Message<byte[]>> taking) implements Consumer<Message<byte[]>> {

        @Override
        public void accept(Message<byte[]> message) {
            taking.accept(message);
        }
    }
}
