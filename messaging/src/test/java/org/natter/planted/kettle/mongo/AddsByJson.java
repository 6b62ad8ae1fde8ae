package org.natter.planted.kettle.mongo;

import org.bson.Document;

/** Planted: an increment in a text. */
final class AddsByJson {

    Document pour() {
        return Document.parse("{ $mul: { cups: 2 } }");
    }
}
