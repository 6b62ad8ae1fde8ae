package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class CheckedTokensTest {

    private static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");
    private static final Tokens WEB = new Tokens("tea-room");

    private final MovableClock clock = new MovableClock(NOW);
    private final AtomicInteger checks = new AtomicInteger();
    private final JwtDecoder tokens = new CheckedTokens(counting(), clock);

    @Test
    void aTokenIsCheckedOnceInItsLife() {
        var token = WEB.sign(claims());

        var first = tokens.decode(token);
        clock.move(Duration.ofSeconds(60));

        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void afterItsLifeItIsCheckedAgainAndRefusedInTheEnd() {
        var token = WEB.sign(claims());
        tokens.decode(token);

        clock.move(Duration.ofSeconds(61));
        tokens.decode(token); // within the skew that the checks allow
        clock.move(Duration.ofSeconds(60));

        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(3);
    }

    @Test
    void aClockPutBackHasItCheckedAgain() {
        var token = WEB.sign(claims());
        tokens.decode(token);

        clock.show(NOW.minusSeconds(300));

        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void oneLetterMakesItAnotherToken() {
        var token = WEB.sign(claims());
        tokens.decode(token);
        var altered = token.substring(0, token.length() - 8) + "AAAAAAAA";

        assertThatThrownBy(() -> tokens.decode(altered)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(altered)).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(3);
    }

    private JwtDecoder counting() {
        var decoder = TokenChecks.decoder(AccessKeys.of(WEB.publicKeys()), "tea-room", clock);
        return token -> {
            checks.incrementAndGet();
            return decoder.decode(token);
        };
    }

    private static JWTClaimsSet claims() {
        return WEB.claims("OWNER", NOW)
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }
}
