package org.natter.feedback.invitation.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the due events are kept.
 *
 * @param settle how long after news about an event we look at it, so that news from several topics is seen together
 */
@ConfigurationProperties("natter.due-events")
record DueEventsSettings(@DefaultValue("2s") Duration settle) {}
