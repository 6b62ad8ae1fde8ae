package org.natter.web.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation can set for web, under {@code natter}; checked at the start.
 *
 * @param baseUrl the address people type, without a slash at the end; https makes cookies {@code __Host-}
 * @param region the id of the region whose events the public pages show; empty means all
 * @param setUpWord the word that whoever sets the network up has to know; empty has each start make one up
 * @param contact where people who have a question may write to; empty where nobody reads such mail, and no page says "ask"
 * @param session how long a session lasts
 * @param mail how sign-in codes leave
 */
@Validated
@ConfigurationProperties("natter")
public record WebSettings(
        @NotNull URI baseUrl,
        @DefaultValue("") String region,
        @DefaultValue("") String setUpWord,
        @DefaultValue("") @Email String contact,
        @Valid @DefaultValue Session session,
        @Valid @DefaultValue Mail mail) {

    /** Whether people reach web over https. */
    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** The longest pause and the longest life of a session. */
    public record Session(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration absolute) {}

    /** The SMTP server, as {@code smtp://host:port} or {@code smtps://user:password@host:port}, and the sender. */
    public record Mail(
            @DefaultValue("smtp://127.0.0.1:1025") URI smtpUrl,
            @DefaultValue("natter@natter.invalid") String from) {

        @Override
        public String toString() {
            return "Mail[" + from + "]";
        }
    }
}
