package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that keeps asks to sign in promises. */
public abstract class SignInAsksContract {

    private static final Instant NOW = Instant.parse("2026-10-15T17:30:00Z");

    private SignInAsks asks = new SignInAsksInMemory();

    /** An empty one. */
    protected abstract SignInAsks empty();

    @BeforeEach
    void begin() {
        asks = empty();
    }

    @Test
    void whatWasTypedIsFoundUntilItIsDone() {
        var ask = ask(1, NOW);
        asks.note(ask);
        assertThat(asks.find(ask.id())).contains(ask);

        asks.done(ask.id());
        asks.done(ask.id());

        assertThat(asks.find(ask.id())).isEmpty();
        assertThat(asks.left(List.of())).isEmpty();
    }

    @Test
    void whatIsLeftIsToldTheOldestFirstApartFromSome() {
        asks.note(ask(1, NOW.plusSeconds(2)));
        asks.note(ask(2, NOW));
        asks.note(ask(3, NOW.plusSeconds(1)));

        assertThat(asks.left(List.of())).containsExactly(id(2), id(3), id(1));
        assertThat(asks.left(List.of(id(3), id(9)))).containsExactly(id(2), id(1));
    }

    @Test
    void whatWasAskedBeforeThenIsForgottenAndNothingElse() {
        asks.note(ask(1, NOW.minus(Duration.ofMillis(1))));
        asks.note(ask(2, NOW));

        asks.forgetBefore(NOW);

        assertThat(asks.left(List.of())).containsExactly(id(2));
    }

    private static SignInAsk ask(int number, Instant at) {
        return new SignInAsk(id(number), new EmailAddress("wren@college.example"), "b".repeat(64), at);
    }

    private static String id(int number) {
        return String.format("%032x", number);
    }
}
