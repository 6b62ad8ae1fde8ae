package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvenStepsTest {

    @Test
    void someMillisecondsMoreAreTheSameStep() {
        assertThat(EvenSteps.steps(Duration.ofMillis(18).toNanos()))
                .isEqualTo(EvenSteps.steps(Duration.ofMillis(25).toNanos()))
                .isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(EvenSteps.steps(Duration.ofMillis(100).toNanos()))
                .isEqualTo(Duration.ofMillis(200).toNanos());
    }

    @Test
    void anAnswerIsNeverThereBeforeItsStep() {
        var began = System.nanoTime();

        assertThat(EvenSteps.after(() -> "done")).isEqualTo("done");

        assertThat(System.nanoTime() - began)
                .isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
    }

    @Test
    void norIsARefusal() {
        var began = System.nanoTime();

        assertThatThrownBy(() -> EvenSteps.after(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(System.nanoTime() - began)
                .isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
    }
}
