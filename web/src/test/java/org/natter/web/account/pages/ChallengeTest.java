package org.natter.web.account.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A question to a passkey, which its browser keeps in its session. */
class ChallengeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final MockHttpServletRequest browser = new MockHttpServletRequest();

    @Test
    void isGoodForFiveMinutes() {
        Challenge.TO_SIGN_IN.begin(browser, NOW);

        assertThat(Challenge.TO_SIGN_IN.of(
                        browser, NOW.plus(Duration.ofMinutes(5)).minusSeconds(1)))
                .isPresent();
        assertThat(Challenge.TO_SIGN_IN.of(browser, NOW.plus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    @Test
    void isGoodForOneAnswerAndOnePurpose() {
        Challenge.TO_SIGN_IN.begin(browser, NOW);

        assertThat(Challenge.TO_ADD.take(browser, NOW)).isEmpty();
        assertThat(Challenge.TO_SIGN_IN.take(browser, NOW)).isPresent();
        assertThat(Challenge.TO_SIGN_IN.take(browser, NOW)).isEmpty();
    }
}
