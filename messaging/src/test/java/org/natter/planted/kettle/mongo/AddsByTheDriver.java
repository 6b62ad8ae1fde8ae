package org.natter.planted.kettle.mongo;

import com.mongodb.client.model.Updates;
import org.bson.conversions.Bson;

/** Planted: an increment by the driver's builder. */
final class AddsByTheDriver {

    Bson pour() {
        return Updates.inc("cups", 1);
    }
}
