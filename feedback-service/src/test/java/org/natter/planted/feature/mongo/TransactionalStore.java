package org.natter.planted.feature.mongo;

import com.mongodb.client.ClientSession;

class TransactionalStore {
    void within(ClientSession session) {
        session.startTransaction();
    }
}
