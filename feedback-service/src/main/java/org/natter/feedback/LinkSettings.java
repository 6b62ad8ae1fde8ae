package org.natter.feedback;

import org.natter.ids.LinkTokens;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of personal links ({@code natter.links.*}).
 *
 * @param feedbackKeys a comma list of {@code keyId:base64key}, shared with attendee-service; each opens links
 */
@ConfigurationProperties("natter.links")
record LinkSettings(@DefaultValue("") String feedbackKeys) {

    LinkTokens tokens() {
        return LinkTokens.under("natter.links.feedback-keys", feedbackKeys);
    }

    @Override
    public String toString() {
        return "LinkSettings[*]";
    }
}
