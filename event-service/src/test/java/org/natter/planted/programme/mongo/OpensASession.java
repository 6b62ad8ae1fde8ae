package org.natter.planted.programme.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;

class OpensASession {

    ClientSession session(MongoClient client) {
        return client.startSession();
    }
}
