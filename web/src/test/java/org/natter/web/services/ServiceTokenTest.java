package org.natter.web.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.access.kit.MovableClock;

class ServiceTokenTest {

    private static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");
    private static final Caller WREN = Caller.attendee("wren");

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(NOW);
    private ServiceToken tokens;

    @BeforeEach
    void makeAKey() {
        tokens = new ServiceToken(new AccessSettings(folder.resolve("key.json").toString(), ""), clock);
    }

    @Test
    void keepsACallersTokenUntilHalfItsLifeIsOver() throws ParseException {
        var first = tokens.of(WREN, Backend.ATTENDEE);

        clock.move(Duration.ofSeconds(29));
        assertThat(tokens.of(Caller.attendee("wren"), Backend.ATTENDEE)).isEqualTo(first);

        clock.move(Duration.ofSeconds(1));
        var next = SignedJWT.parse(tokens.of(WREN, Backend.ATTENDEE)).getJWTClaimsSet();
        assertThat(next.getIssueTime()).isEqualTo(Date.from(NOW.plusSeconds(30)));
        assertThat(next.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(90)));
    }

    @Test
    void givesNobodyTheTokenOfAnother() throws ParseException {
        var wren = tokens.of(WREN, Backend.ATTENDEE);

        assertThat(tokens.of(WREN, Backend.FEEDBACK)).isNotEqualTo(wren);
        assertThat(tokens.of(Caller.attendee("leo"), Backend.ATTENDEE)).isNotEqualTo(wren);
        var older = tokens.of(Caller.answer("place", "pub", 1), Backend.FEEDBACK);
        var newer = tokens.of(Caller.answer("place", "pub", 2), Backend.FEEDBACK);
        assertThat(SignedJWT.parse(older).getJWTClaimsSet().getClaim("gen")).isEqualTo(1L);
        assertThat(SignedJWT.parse(newer).getJWTClaimsSet().getClaim("gen")).isEqualTo(2L);
    }

    @Test
    void mintsAnewWhenTheClockWasPutBack() throws ParseException {
        tokens.of(WREN, Backend.ATTENDEE);

        clock.show(NOW.minusSeconds(3600));

        var token = SignedJWT.parse(tokens.of(WREN, Backend.ATTENDEE));
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW.minusSeconds(3600)));
    }
}
