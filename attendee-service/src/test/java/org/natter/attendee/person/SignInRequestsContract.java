package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that keeps wishes to sign in promises. */
public abstract class SignInRequestsContract {

    private static final Instant NOW = Instant.parse("2026-10-15T17:30:00Z");

    private SignInRequests requests = new SignInRequestsInMemory();

    /** An empty one. */
    protected abstract SignInRequests empty();

    @BeforeEach
    void begin() {
        requests = empty();
    }

    @Test
    void oneIsUsedOnceWhoeverPresses() {
        var request = request(1, NOW);
        requests.keep(request);
        assertThat(requests.find(request.id())).contains(request);

        var used = IntStream.range(0, 20)
                .parallel()
                .filter(press -> requests.use(request.id()))
                .count();

        assertThat(used).isOne();
        assertThat(requests.find(request.id())).isEmpty();
    }

    @Test
    void keptOnceMoreItStaysUsed() {
        var request = request(1, NOW);
        requests.keep(request);
        requests.use(request.id());

        requests.keep(request);

        assertThat(requests.find(request.id())).isEmpty();
        assertThat(requests.use(request.id())).isFalse();
    }

    @Test
    void nobodyUsesWhatWasNeverKept() {
        assertThat(requests.find(request(1, NOW).id())).isEmpty();
        assertThat(requests.use(request(1, NOW).id())).isFalse();
    }

    @Test
    void whatWasAskedForBeforeThenIsForgottenAndNothingElse() {
        requests.keep(request(1, NOW.minus(Duration.ofMillis(1))));
        requests.keep(request(2, NOW));

        requests.forgetBefore(NOW);

        assertThat(requests.find(request(1, NOW).id())).isEmpty();
        assertThat(requests.find(request(2, NOW).id())).isPresent();
    }

    private static SignInRequest request(int number, Instant at) {
        return new SignInRequest(
                String.format("%032x", number), new PersonId(String.format("%032x", 7)), "b".repeat(64), at);
    }
}
