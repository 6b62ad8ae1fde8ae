package org.natter.planted.pot.smtp;

import org.natter.planted.pot.kafka.KafkaSees;

/** Planted: the smtp edge sees the kafka edge. */
record SmtpSeesKafka(KafkaSees other) {}
