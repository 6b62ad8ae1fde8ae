package org.natter.planted.kettle.mongo;

import org.springframework.data.mongodb.core.query.Update;

/** Planted: an increment by Spring's builder. */
final class AddsBySpring {

    Update pour() {
        return new Update().inc("cups", 1);
    }
}
