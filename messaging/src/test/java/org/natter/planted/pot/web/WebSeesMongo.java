package org.natter.planted.pot.web;

import org.natter.planted.pot.mongo.MongoSees;

/** Planted: the web edge sees the mongo edge. */
record WebSeesMongo(MongoSees other) {}
