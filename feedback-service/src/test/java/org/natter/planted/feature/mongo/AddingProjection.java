package org.natter.planted.feature.mongo;

import org.springframework.data.mongodb.core.query.Update;

class AddingProjection {
    Update add() {
        return new Update().inc("here", 1);
    }
}
