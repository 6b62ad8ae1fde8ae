package org.natter.attendee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * attendee-service's own settings ({@code natter.*}).
 *
 * @param baseUrl where web's pages are; every link in a mail begins with it
 * @param links the keys of personal links
 * @param buildHistories a word at which histories are built anew while people read them, once for each; empty for not
 */
@Validated
@ConfigurationProperties("natter")
record AttendeeSettings(
        @NotNull URI baseUrl,
        @Valid @NotNull Links links,
        @NotNull @DefaultValue("") String buildHistories) {

    /**
     * @param feedbackKeys {@code keyId:base64,…} shared with feedback-service; the first signs, all verify
     * @param ownKeys the same for booking and sign-in links, known to this service alone
     */
    record Links(@NotBlank String feedbackKeys, @NotBlank String ownKeys) {

        @Override
        public String toString() {
            return "Links[…]";
        }
    }
}
