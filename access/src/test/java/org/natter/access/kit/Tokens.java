package org.natter.access.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Tokens for one service as web signs them, under a key of their own. */
public final class Tokens {

    private static final int KEPT = 1_000;

    private final String service;
    private final ECKey key;
    private final Cache<JWTClaimsSet, String> signed =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public Tokens(String service) {
        this(service, "web-1");
    }

    /** With a key by another name. */
    public Tokens(String service, String key) {
        this.service = service;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyID(key).generate();
        } catch (JOSEException noSuchCurve) {
            throw new IllegalStateException(noSuchCurve);
        }
    }

    /** Whom the tokens are for. */
    public String service() {
        return service;
    }

    /** What {@code natter.access.public-keys} may be set to: the public half, as a JWK set. */
    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    /** Claims of a good token of a minute, to be added to, or spoilt by a test. */
    public JWTClaimsSet.Builder claims(String role, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("natter-web")
                .audience(service)
                .subject("kofi")
                .claim("role", role)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    /** The same token for the same claims, as web keeps one for its next calls. */
    public String sign(JWTClaimsSet claims) {
        return signed.get(claims, this::signAnew);
    }

    private String signAnew(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
            var token = new SignedJWT(header.build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
