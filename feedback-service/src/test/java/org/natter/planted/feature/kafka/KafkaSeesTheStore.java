package org.natter.planted.feature.kafka;

import org.springframework.data.mongodb.core.MongoOperations;

class KafkaSeesTheStore {
    MongoOperations store(MongoOperations store) {
        return store;
    }
}
