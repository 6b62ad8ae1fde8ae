package org.natter.web.services;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The key pair behind every call, under {@code natter.access}. Prints masked.
 *
 * @param privateKey the signing key: a file's path, made at the first start if absent, or the JWK itself as JSON
 * @param publicKeys the file to write the public half to, as the JWK set that services read; empty writes none
 */
@Validated
@ConfigurationProperties("natter.access")
record AccessSettings(
        @NotBlank String privateKey, @DefaultValue("") String publicKeys) {

    @Override
    public String toString() {
        return "AccessSettings[masked]";
    }
}
