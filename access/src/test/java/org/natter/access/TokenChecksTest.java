package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Good tokens, and one for each way in which a token can be bad. */
class TokenChecksTest {

    private static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");
    private static final Tokens WEB = new Tokens("tea-room");

    private final JwtDecoder decoder =
            TokenChecks.decoder(AccessKeys.of(WEB.publicKeys()), "tea-room", new MovableClock(NOW));

    @Test
    void goodTokenSaysWhoCallsInWhichOneRole() {
        var token = decoder.decode(WEB.sign(claims().build()));
        var caller = TokenChecks.caller(token);

        assertThat(caller.getName()).isEqualTo("kofi");
        assertThat(caller.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_OWNER");
    }

    static List<Arguments> good() {
        return List.of(
                Arguments.of("of the longest life", claims().expirationTime(at(120))),
                Arguments.of(
                        "run out within the minute",
                        claims().issueTime(at(-120)).expirationTime(at(-60))),
                Arguments.of(
                        "from a clock that goes fast",
                        claims().issueTime(at(60)).expirationTime(at(120))),
                Arguments.of("in force soon", claims().notBeforeTime(at(60))),
                Arguments.of(
                        "with further claims", claims().claim("room", "back").claim("table", 4)),
                Arguments.of("of several words in one role", claims().claim("role", "ATTENDEE OWNER")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void tokenIsTaken(String what, JWTClaimsSet.Builder claims) {
        assertThatCode(() -> decoder.decode(WEB.sign(claims.build()))).doesNotThrowAnyException();
    }

    static List<Arguments> bad() {
        return List.of(
                Arguments.of("for another service", claims().audience("kitchen")),
                Arguments.of("for two services", claims().audience(List.of("tea-room", "kitchen"))),
                Arguments.of("twice for this service", claims().audience(List.of("tea-room", "tea-room"))),
                Arguments.of("for nobody", claims().audience((String) null)),
                Arguments.of("of another issuer", claims().issuer("somebody")),
                Arguments.of("without an issuer", claims().issuer(null)),
                Arguments.of("about nobody", claims().subject(null)),
                Arguments.of("about an empty name", claims().subject(" ")),
                Arguments.of("without a role", claims().claim("role", null)),
                Arguments.of("with an empty role", claims().claim("role", "")),
                Arguments.of("with a list of roles", claims().claim("role", List.of("ATTENDEE", "OWNER"))),
                Arguments.of("with a role that is a number", claims().claim("role", 1)),
                Arguments.of("without an end", claims().expirationTime(null)),
                Arguments.of("without a beginning", claims().issueTime(null)),
                Arguments.of("run out", claims().issueTime(at(-120)).expirationTime(at(-61))),
                Arguments.of("too long lived by a second", claims().expirationTime(at(121))),
                Arguments.of("for a whole day", claims().expirationTime(at(86_400))),
                Arguments.of(
                        "long lived and soon over",
                        claims().issueTime(at(-86_400)).expirationTime(at(30))),
                Arguments.of("of next hour", claims().issueTime(at(3_600)).expirationTime(at(3_660))),
                Arguments.of("from a clock too fast", claims().issueTime(at(61)).expirationTime(at(121))),
                Arguments.of("not in force for long", claims().notBeforeTime(at(61))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void tokenIsRefused(String what, JWTClaimsSet.Builder claims) {
        assertRefused(WEB.sign(claims.build()));
    }

    @Test
    void tokenThatNobodySignedIsRefused() {
        var signed = WEB.sign(claims().build());

        assertRefused(new PlainJWT(claims().build()).serialize());
        assertRefused(signed.substring(0, signed.lastIndexOf('.') + 1));
        assertRefused(withHeader("{\"alg\":\"none\"}", signed));
        assertRefused(withHeader("{\"alg\":\"None\"}", signed));
    }

    @Test
    void tokenOfAStrangerIsRefusedAlsoUnderTheNameOfWebsKey() {
        assertRefused(new Tokens("tea-room").sign(claims().build()));
        assertRefused(new Tokens("tea-room", "stranger").sign(claims().build()));
    }

    /** The public key is no secret; whoever takes it for one would let everybody sign. */
    @Test
    void tokenSignedBySharedSecretIsRefusedWhenTheSecretIsThePublicKey() throws Exception {
        var key = JWKSet.parse(WEB.publicKeys()).getKeys().get(0).toECKey();
        var secrets = Stream.of(
                key.toECPublicKey().getEncoded(),
                key.toJSONString().getBytes(StandardCharsets.UTF_8),
                WEB.publicKeys().getBytes(StandardCharsets.UTF_8));

        assertThat(secrets).allSatisfy(secret -> assertRefused(signed(JWSAlgorithm.HS256, new MACSigner(secret))));
    }

    @Test
    void tokenOfAnotherAlgorithmIsRefusedAlsoIfItsKeyIsWebs() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID("web-1").generate();
        var p384 = new ECKeyGenerator(Curve.P_384).keyID("web-1").generate();
        var known = new JWKSet(List.of(rsa, p384)).toString(true);
        var other = TokenChecks.decoder(AccessKeys.of(known), "tea-room", new MovableClock(NOW));

        assertThatThrownBy(() -> other.decode(signed(JWSAlgorithm.RS256, new RSASSASigner(rsa))))
                .isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> other.decode(signed(JWSAlgorithm.ES384, new ECDSASigner(p384))))
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void tokenThatWasChangedOrIsNoneIsRefused() {
        var parts = WEB.sign(claims().build()).split("\\.");
        var host = WEB.sign(claims().claim("role", "OTHER").build()).split("\\.");

        assertRefused(parts[0] + "." + host[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1]);
        assertRefused("rubbish");
        assertRefused("a.b.c");
    }

    @Test
    void keyThatIsNotKnownIsLookedForInTheFileOnceMore(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), WEB.publicKeys());
        var following = TokenChecks.decoder(AccessKeys.of(file.toString()), "tea-room", new MovableClock(NOW));
        var next = new Tokens("tea-room", "web-2");
        var token = next.sign(claims().build());
        assertThatThrownBy(() -> following.decode(token)).isInstanceOf(BadJwtException.class);

        Files.writeString(file, next.publicKeys());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(following.decode(token).getSubject()).isEqualTo("kofi");
    }

    @Test
    void spoiltFileMakesNoTokenMoreThanBad(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), WEB.publicKeys());
        var following = TokenChecks.decoder(AccessKeys.of(file.toString()), "tea-room", new MovableClock(NOW));
        Files.writeString(file, "no keys");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThatThrownBy(() -> following.decode(new Tokens("tea-room", "web-2").sign(claims().build())))
                .isInstanceOf(BadJwtException.class);
        assertThat(following.decode(WEB.sign(claims().build())).getSubject()).isEqualTo("kofi");
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).as(token).isInstanceOf(BadJwtException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return WEB.claims("OWNER", NOW);
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        var token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("web-1").build(), claims().build());
        token.sign(signer);
        return token.serialize();
    }

    private static String withHeader(String header, String token) {
        var parts = token.split("\\.");
        parts[0] = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return String.join(".", Arrays.asList(parts));
    }
}
