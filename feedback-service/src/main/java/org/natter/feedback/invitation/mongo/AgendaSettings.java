package org.natter.feedback.invitation.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the agenda is kept.
 *
 * @param settle how long after news about an event we look at it, so that news from several topics is seen together
 */
@ConfigurationProperties("natter.agenda")
record AgendaSettings(@DefaultValue("2s") Duration settle) {}
