package org.natter.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers are recognised ({@code natter.access.*}).
 *
 * @param publicKeys web's public keys: a JWK set, as the path of the file that web writes or as JSON itself
 */
@ConfigurationProperties("natter.access")
record AccessSettings(@DefaultValue("") String publicKeys) {}
