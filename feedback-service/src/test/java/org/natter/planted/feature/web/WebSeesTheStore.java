package org.natter.planted.feature.web;

import org.springframework.data.mongodb.core.MongoOperations;

class WebSeesTheStore {
    MongoOperations store(MongoOperations store) {
        return store;
    }
}
