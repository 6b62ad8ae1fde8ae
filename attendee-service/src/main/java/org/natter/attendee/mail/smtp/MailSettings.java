package org.natter.attendee.mail.smtp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The post office's settings.
 *
 * @param smtpUrl where mail is handed over: {@code smtp://user:password@host:port}; smtps for TLS from the first byte
 * @param from the address that stands behind the region's name
 * @param poll how often a sender with nothing to do looks for due mail
 * @param senders how many mails are handed over at once
 */
@Validated
@ConfigurationProperties("natter.mail")
record MailSettings(
        @DefaultValue("smtp://127.0.0.1:1025") URI smtpUrl,
        @DefaultValue("natter@natter.invalid") String from,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("3") @Min(0) @Max(16) int senders) {

    @Override
    public String toString() {
        return "MailSettings[" + smtpUrl.getHost() + ":" + smtpUrl.getPort() + "]";
    }
}
