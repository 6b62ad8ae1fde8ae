package org.natter.attendee;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Tokens as web signs them, and some that web would never sign. */
public final class Tokens {

    private final ECKey key = newKey();

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("web-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    /** Claims of a good token, to be spoilt by a test. */
    public static JWTClaimsSet.Builder claims(String role, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("natter-web")
                .audience("attendee-service")
                .subject("kofi")
                .claim("role", role)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    public static String signedByAStranger(JWTClaimsSet claims) {
        return sign(claims, newKey());
    }

    public static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, ECKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("web-1").build(), claims);
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
