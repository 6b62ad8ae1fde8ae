package org.natter.planted.pot.kafka;

/** Planted: a public type of an edge. */
public interface KafkaSees {}
