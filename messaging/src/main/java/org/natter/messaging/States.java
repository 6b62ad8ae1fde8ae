package org.natter.messaging;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** An aggregate's state to and from what is stored under {@code state}, whole or only what changed. */
record States<S, E, D>(AggregateMapping<S, E, D> mapping, MongoConverter converter) {

    private static final int MOST_ELEMENTS = 200;

    S read(Document aggregate) {
        return mapping.toState().apply(converter.read(mapping.document(), aggregate.get("state", Document.class)));
    }

    Document write(S state) {
        var document = new Document();
        converter.write(mapping.toDocument().apply(state), document);
        mapping.beside().forEach((name, value) -> {
            var present = unwrapped(value.apply(state));
            if (present != null) {
                document.append(name, converter.convertToMongoType(present));
            }
        });
        return document;
    }

    /**
     * What has changed in what is stored: the state's record component by component, a list in it element by element. Leaves
     * what writing it whole would leave, at the cost of what differs.
     */
    Changes changes(S before, S after) {
        if (!mapping.document().isRecord()) {
            return Changes.whole(write(after));
        }
        var changes = new Changes(new Document(), new Document());
        var old = mapping.toDocument().apply(before);
        var present = mapping.toDocument().apply(after);
        for (var component : mapping.document().getRecordComponents()) {
            var field = fieldOf(component);
            var value = valueOf(component, present);
            if (value instanceof Map<?, ?> && !value.equals(valueOf(component, old))) {
                changes.set().append("state." + field, write(after).get(field)); // its keys have types of their own
            } else {
                compare("state." + field, valueOf(component, old), value, changes);
            }
        }
        mapping.beside().forEach((name, value) -> {
            compare("state." + name, unwrapped(value.apply(before)), unwrapped(value.apply(after)), changes);
        });
        return changes;
    }

    S after(S before, List<E> events) {
        var state = before;
        for (E event : events) {
            state = mapping.apply().apply(state, event);
        }
        return state;
    }

    String type() {
        return mapping.type();
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after, Changes changes) {
        if (after == null) {
            if (before != null) {
                changes.gone().append(path, "");
            }
        } else if (before instanceof List<?> old && after instanceof List<?> present && present.size() >= old.size()) {
            elements(path, old, present, changes);
        } else if (!after.equals(before)) {
            changes.set().append(path, stored(after));
        }
    }

    /** Each element that differs, also those that were added; a list that most of differs is set whole. */
    private void elements(String path, List<?> before, List<?> after, Changes changes) {
        var set = new Document();
        var index = 0;
        for (var present : after) {
            var old = index < before.size() ? before.get(index) : null;
            if (present != old && !present.equals(old)) {
                set.append(path + "." + index, stored(present));
            }
            index++;
        }
        if (set.size() > MOST_ELEMENTS) {
            changes.set().append(path, stored(after));
        } else {
            changes.set().putAll(set);
        }
    }

    private Object stored(Object value) {
        return Objects.requireNonNull(converter.convertToMongoType(value));
    }

    /** The component's field as the mapping names it: an {@code id} is stored as {@code _id}. */
    private String fieldOf(RecordComponent component) {
        return converter
                .getMappingContext()
                .getRequiredPersistentEntity(mapping.document())
                .getRequiredPersistentProperty(component.getName())
                .getFieldName();
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("The component " + component + " cannot be read", unreadable);
        }
    }

    private static @Nullable Object unwrapped(Object computed) {
        return computed instanceof Optional<?> optional ? optional.orElse(null) : computed;
    }

    /**
     * What a write sets and takes away, by dotted path.
     */
    record Changes(Document set, Document gone) {

        static Changes whole(Object state) {
            return new Changes(new Document("state", state), new Document());
        }
    }
}
