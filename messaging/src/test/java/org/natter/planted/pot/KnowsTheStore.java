package org.natter.planted.pot;

import org.bson.Document;

/** Planted: a store outside the mongo edges. */
record KnowsTheStore(Document document) {}
