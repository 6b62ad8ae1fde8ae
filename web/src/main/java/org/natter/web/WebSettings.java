package org.natter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
 * @param services where the three services answer
 * @param access what web signs its calls with
 * @param session how long a session lasts
 * @param mail how sign-in codes leave
 */
@Validated
@ConfigurationProperties("natter")
public record WebSettings(
        @NotNull URI baseUrl,
        @DefaultValue("") String region,
        @Valid @NotNull Services services,
        @Valid @NotNull Access access,
        @Valid @DefaultValue Session session,
        @Valid @DefaultValue Mail mail) {

    /** Whether people reach web over https. */
    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** The base addresses of the services. */
    public record Services(
            @NotNull URI event,
            @NotNull URI attendee,
            @NotNull URI feedback) {}

    /**
     * The key pair behind every call. Prints masked.
     *
     * @param privateKey the signing key: a file's path, made at the first start if absent, or the JWK itself as JSON
     * @param publicKeys the file to write the public half to, as the JWK set that services read; empty writes none
     */
    public record Access(
            @NotBlank String privateKey, @DefaultValue("") String publicKeys) {

        @Override
        public String toString() {
            return "Access[masked]";
        }
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
