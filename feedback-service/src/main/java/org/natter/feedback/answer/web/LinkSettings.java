package org.natter.feedback.answer.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of personal links.
 *
 * @param feedbackKeys a comma list of {@code keyId:base64key}, shared with attendee-service; each opens links, each is
 *     at least 32 bytes long
 */
@ConfigurationProperties("natter.links")
record LinkSettings(@DefaultValue("") String feedbackKeys) {
    @Override
    public String toString() {
        return "LinkSettings[*]";
    }
}
