package org.natter.planted.kettle.kafka;

import org.bson.Document;

/** Planted: a store in the kafka edge. */
record KafkaKnowsTheStore(Document document) {}
