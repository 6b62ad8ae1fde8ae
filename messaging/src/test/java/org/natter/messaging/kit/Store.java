package org.natter.messaging.kit;

/** A store that tests run on: the one in memory or a MongoDB replica set. */
public interface Store {

    /** Where drivers connect: {@code spring.mongodb.uri}; the database's name is the caller's. */
    String connectionString();
}
