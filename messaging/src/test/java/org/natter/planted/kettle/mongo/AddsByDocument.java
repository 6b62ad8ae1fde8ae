package org.natter.planted.kettle.mongo;

import org.bson.Document;

/** Planted: an increment in a document. */
final class AddsByDocument {

    Document pour() {
        return new Document("$inc", new Document("cups", 1));
    }
}
