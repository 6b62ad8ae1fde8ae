package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcomingsTest {

    @ParameterizedTest
    @CsvSource({
        "'Wren\u0000 Hadley', 'Wren Hadley'",
        "'Wren \u202eHadley\u202c', 'Wren Hadley'",
        "'\u2066Wren\u2069 Had\u200bley\ufeff', 'Wren Hadley'",
        "' Wren\u0007\u009f Hadley ', 'Wren Hadley'",
        "'\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'",
        "'\ud83d\udc69\u200d\ud83d\ude80', '\ud83d\udc69\u200d\ud83d\ude80'",
        "'\u2764\ufe0f Wren', '\u2764\ufe0f Wren'",
        "'Wren\u3164\uffa0 Hadley', 'Wren Hadley'",
        "'\u206aWren\u206f \ufff9Hadley', 'Wren Hadley'",
        "'One line\nand\tanother', 'One line\nand\tanother'"
    })
    void whatNobodySeesIsNotKept(String sent, String kept) {
        var wrong = new Shortcomings("order");
        var text = wrong.text("name", sent, 100);

        assertThat(wrong.<String>orElse(text::get)).isEqualTo(kept);
        assertThat(wrong.optional("organisation", sent, 100)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20, ",
        "1950-01-01, ",
        "2199-12-31, ",
        "2024-02-29, ",
        "2000-02-29, ",
        "2023-02-29, UNREADABLE",
        "2100-02-29, UNREADABLE",
        "2026-04-31, UNREADABLE",
        "1949-12-31, UNREADABLE",
        "2200-01-01, UNREADABLE",
        "20 May 2026, UNREADABLE",
        "'', MISSING",
        ", MISSING"
    })
    void aDayIsOneThatThereIs(@Nullable String sent, @Nullable String code) {
        var wrong = new Shortcomings("order");

        var day = wrong.day("on", sent);

        if (code == null) {
            assertThat(wrong.orElse(day)).isEqualTo(LocalDate.parse(String.valueOf(sent)));
        } else {
            assertThatThrownBy(wrong::done).hasMessage("Unfit order: [on " + code + "]");
        }
    }
}
