package org.natter.planted.pot.kafka;

import org.natter.planted.pot.smtp.SmtpSees;

/** Planted: the kafka edge sees the smtp edge. */
record KafkaSeesSmtp(SmtpSees other) {}
