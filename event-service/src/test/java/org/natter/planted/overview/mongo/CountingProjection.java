package org.natter.planted.overview.mongo;

import org.springframework.data.mongodb.core.query.Update;

class CountingProjection {

    Update oneMore() {
        return new Update().inc("booked", 1);
    }
}
