package org.natter.planted.pot.schedule;

import org.natter.planted.pot.kafka.KafkaSees;

/** Planted: the schedule edge sees the kafka edge. */
record ScheduleSeesKafka(KafkaSees other) {}
