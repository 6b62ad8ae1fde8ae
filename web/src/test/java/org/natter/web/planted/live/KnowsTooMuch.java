package org.natter.web.planted.live;

import com.mongodb.client.MongoClient;

/** Live pages know no store: breaks a rule on purpose. */
final class KnowsTooMuch {

    MongoClient store;
}
