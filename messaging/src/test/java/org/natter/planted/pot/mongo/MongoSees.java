package org.natter.planted.pot.mongo;

/** Planted: a public type of an edge. */
public interface MongoSees {}
