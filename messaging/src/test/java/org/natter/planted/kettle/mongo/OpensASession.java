package org.natter.planted.kettle.mongo;

import com.mongodb.client.ClientSession;

/** Planted: a session. */
record OpensASession(ClientSession session) {}
