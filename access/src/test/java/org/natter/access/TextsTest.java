package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is read as it is described, and no other way. */
class TextsTest {

    @Test
    void aDayIsReadAsItIsWritten() {
        assertThat(Texts.date("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-02-29", "2026-2-1", "2026-02-01Z", "2026-02-01T10:00", "+12026-02-01", "1 May 2026"})
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> Texts.date(text)).isInstanceOf(DateTimeException.class);
    }
}
