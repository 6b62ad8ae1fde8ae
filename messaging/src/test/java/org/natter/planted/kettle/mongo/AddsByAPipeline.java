package org.natter.planted.kettle.mongo;

import java.util.List;
import org.bson.Document;

/** Planted: an increment by an expression. */
final class AddsByAPipeline {

    Document pour() {
        return new Document("$set", new Document("cups", new Document("$add", List.of("$cups", 1))));
    }
}
