package org.natter.local.story;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** On whose behalf a call is made; becomes the claims of a token, as web mints them. */
record Pass(String subject, String role, Map<String, Object> scope) {

    private static final Duration LIFE = Duration.ofSeconds(60);

    Pass {
        scope = Map.copyOf(scope);
    }

    static Pass everybody() {
        return new Pass("public", "PUBLIC", Map.of());
    }

    static Pass owner(String organiser) {
        return new Pass(organiser, "OWNER", Map.of());
    }

    static Pass organiser(String organiser, String region) {
        return new Pass(organiser, "ORGANISER", Map.of("region", region));
    }

    static Pass door(String helper, String event) {
        return new Pass(helper, "DOOR", Map.of("event", event));
    }

    static Pass attendee(String person) {
        return new Pass(person, "ATTENDEE", Map.of());
    }

    static Pass answer(String attendance, String event, int generation) {
        return new Pass(attendance, "ANSWER", Map.of("event", event, "gen", generation));
    }

    String token(ECKey key, String audience, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("natter-web")
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("role", role);
        scope.forEach(claims::claim);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The stack's key does not sign.", e);
        }
    }
}
