package org.natter.planted.kettle.mongo;

import com.mongodb.client.model.Updates;
import java.util.function.BiFunction;
import org.bson.conversions.Bson;

/** Planted: an increment by reference. */
final class AddsByReference {

    BiFunction<String, Number, Bson> pour() {
        return Updates::inc;
    }
}
