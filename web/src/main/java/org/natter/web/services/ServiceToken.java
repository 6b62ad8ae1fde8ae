package org.natter.web.services;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Mints a token for one call: signed by ES256, for one service, good for a minute. */
@Component
final class ServiceToken {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final ECKey key;
    private final Clock clock;

    ServiceToken(AccessSettings settings, Clock clock) {
        this.key = SigningKey.of(settings);
        this.clock = clock;
    }

    /** The token as it goes into the {@code Authorization} header, without the word Bearer. */
    String mint(Caller caller, Backend service) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer("natter-web")
                .audience(service.audience())
                .subject(caller.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("role", caller.role());
        caller.scope().forEach(claims::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException("natter.access.private-key cannot sign by ES256", unusable);
        }
    }
}
