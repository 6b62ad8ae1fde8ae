package org.natter.feedback.invitation.mongo;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.ListReplies;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document an event that was asked about, under its id. */
@Component
class MongoListReplies implements ListReplies {

    private static final String COLLECTION = "list_reply";

    private final MongoOperations mongo;

    MongoListReplies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Boolean> find(EventId event) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(Filters.eq(event.value()))
                        .first())
                .map(reply -> reply.getBoolean("complete"));
    }

    @Override
    public Set<EventId> saidComplete(Collection<EventId> among) {
        return mongo
                .getCollection(COLLECTION)
                .find(Filters.in("_id", among.stream().map(EventId::value).toList()))
                .into(new ArrayList<>())
                .stream()
                .filter(reply -> reply.getBoolean("complete"))
                .map(reply -> new EventId(reply.getString("_id")))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void keep(EventId event, boolean complete) {
        Inserts.unlessThere(
                mongo.getCollection(COLLECTION), new Document("_id", event.value()).append("complete", complete));
    }
}
