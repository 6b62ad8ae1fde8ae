package org.natter.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"20 May 2026", "20/5/2026", "2026-05-20", " 20  may 2026 "})
    void aDayIsReadAsItIsTyped(String typed) {
        assertThat(TypedDay.sent(typed)).isEqualTo("2026-05-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "31 February 2026", "5/20/2026", "2026-02-31", "-999999999-01-01", "+12026-05-20"})
    void anotherStaysAsItWasTypedInABoxThatShowsIt(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
        assertThat(TypedDay.sent(typed)).isEqualTo(typed);
        assertThat(TypedDay.box(typed)).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-05-20"})
    void allElseHasABoxForDates(String typed) {
        assertThat(TypedDay.box(typed)).isEqualTo("date");
    }
}
