package org.natter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks each token once: web keeps one for half a minute, and a signature costs more to check than most questions to answer.
 *
 * <p>Guarantee: a token that was good is taken as good within its own life alone, by our clock, and only if it is the same to the
 * letter; so a key that was withdrawn is worth nothing after two minutes at the latest. What was refused is checked again.
 */
final class CheckedTokens implements JwtDecoder {

    private static final int KEPT = 1_000;

    private final JwtDecoder checks;
    private final Clock clock;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    CheckedTokens(JwtDecoder checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var known = good.getIfPresent(token);
        if (known != null && isWithinItsLife(known)) {
            return known;
        }
        var checked = checks.decode(token);
        good.put(token, checked);
        return checked;
    }

    private boolean isWithinItsLife(Jwt token) {
        var now = clock.instant();
        return isInOrder(token.getIssuedAt(), now) && isInOrder(now, token.getExpiresAt());
    }

    private static boolean isInOrder(@Nullable Instant earlier, @Nullable Instant later) {
        return earlier != null && later != null && !earlier.isAfter(later);
    }
}
