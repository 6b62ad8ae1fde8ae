package org.natter.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What a token must be: signed by ES256 with one of web's keys, issued by web, for this service and no other, about
 * somebody, in one role, for two minutes at most, and in force now by our clock, give or take a minute.
 */
final class TokenChecks implements JWTClaimsSetVerifier<SecurityContext> {

    private static final String ISSUER = "natter-web";
    private static final String ROLE = "role";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final List<String> audience;
    private final Clock clock;

    private TokenChecks(String service, Clock clock) {
        this.audience = List.of(service);
        this.clock = clock;
    }

    /** Reads a service's tokens; any that fails a check is a bad one, whatever the reason. */
    static JwtDecoder decoder(JWKSource<SecurityContext> keys, String service, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier(new TokenChecks(service, clock));
        var decoder = new NimbusJwtDecoder(processor);
        // Judged already, on the claims as they came: the decoder gives a token an iat that has none.
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    /** Who calls, by a token that was checked: its one role is the one authority. */
    static AbstractAuthenticationToken caller(Jwt checked) {
        var role = new SimpleGrantedAuthority("ROLE_" + checked.getClaimAsString(ROLE));
        return new JwtAuthenticationToken(checked, List.of(role));
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        require(ISSUER.equals(claims.getIssuer()), "another issuer");
        require(audience.equals(claims.getAudience()), "another audience");
        require(isText(claims.getSubject()), "no subject");
        require(isText(claims.getClaim(ROLE)), "no role");

        var issued = instant(claims.getIssueTime(), "no iat");
        var expires = instant(claims.getExpirationTime(), "no exp");
        require(Duration.between(issued, expires).compareTo(LONGEST_LIFE) <= 0, "too long a life");

        var now = clock.instant();
        require(!expires.isBefore(now.minus(SKEW)), "expired");
        // Without this a token could be made today for any minute of next year.
        require(!issued.isAfter(now.plus(SKEW)), "not issued yet");
        var notBefore = claims.getNotBeforeTime();
        require(notBefore == null || !notBefore.toInstant().isAfter(now.plus(SKEW)), "not in force yet");
    }

    private static boolean isText(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank();
    }

    private static Instant instant(@Nullable Date claim, String otherwise) throws BadJWTException {
        if (claim == null) {
            throw new BadJWTException(otherwise);
        }
        return claim.toInstant();
    }

    private static void require(boolean held, String otherwise) throws BadJWTException {
        if (!held) {
            throw new BadJWTException(otherwise);
        }
    }
}
