package org.natter.messaging;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** An aggregate's state to and from what is stored under {@code state}. */
record States<S, E, D>(AggregateMapping<S, E, D> mapping, MongoConverter converter) {

    S read(Document aggregate) {
        return mapping.toState().apply(converter.read(mapping.document(), aggregate.get("state", Document.class)));
    }

    Object write(S state) {
        var document = new Document();
        converter.write(mapping.toDocument().apply(state), document);
        mapping.beside().forEach((name, value) -> {
            var computed = value.apply(state);
            var present = computed instanceof Optional<?> optional ? optional.orElse(null) : computed;
            if (present != null) {
                document.append(name, converter.convertToMongoType(present));
            }
        });
        return document;
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
}
