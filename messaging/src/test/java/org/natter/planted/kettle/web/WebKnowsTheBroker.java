package org.natter.planted.kettle.web;

import org.apache.kafka.common.TopicPartition;

/** Planted: Kafka in the web edge. */
record WebKnowsTheBroker(TopicPartition partition) {}
