package org.natter.web.planted.live;

import com.mongodb.client.MongoClient;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;

/** Breaks four rules on purpose. */
final class KnowsTooMuch {

    MongoClient store;
    HttpClient http;
    ObjectInputStream stream;
}
