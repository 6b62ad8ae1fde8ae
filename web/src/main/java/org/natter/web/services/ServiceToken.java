package org.natter.web.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Mints the token of a call: signed by ES256, on one caller's behalf, for one service, good for a minute. Kept for the same
 * caller's next calls until half its life is over.
 */
@Component
final class ServiceToken {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int KEPT = 1_000;

    private final ECKey key;
    private final Clock clock;
    private final Cache<Use, Minted> minted =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ServiceToken(AccessSettings settings, Clock clock) {
        this.key = SigningKey.of(settings);
        this.clock = clock;
    }

    /** The token as it goes into the {@code Authorization} header, without the word Bearer. */
    String of(Caller caller, Backend service) {
        var now = clock.instant();
        return minted.asMap()
                .compute(
                        new Use(caller, service),
                        (use, kept) ->
                                kept != null && kept.isGoodAt(now) ? kept : new Minted(mint(caller, service, now), now))
                .token();
    }

    private String mint(Caller caller, Backend service, Instant now) {
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

    private record Use(Caller caller, Backend service) {}

    private record Minted(String token, Instant at) {

        /** False also if the clock was put back. */
        boolean isGoodAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(LIFE.dividedBy(2)));
        }
    }
}
