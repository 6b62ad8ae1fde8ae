package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.natter.attendee.history.Notebooks;
import org.natter.attendee.person.PrivateWords;

/** How much one history takes is what {@code docs/operations.md} says. */
class LimitsSaidTest {

    @Test
    void aHistoryTakesAsMuchAsIsSaid() throws IOException {
        assertThat(Files.readString(Path.of("../docs/operations.md")))
                .contains(String.format(
                        Locale.UK,
                        "| labels and words for what came of it, of one person and evening | %,d and %,d |",
                        PrivateWords.MOST_LABELS,
                        PrivateWords.MOST_OUTCOMES))
                .contains(String.format(
                        Locale.UK,
                        "| pages about people, added people and meetings, and things that came of it, in one history"
                                + " | %,d, %,d and %,d |",
                        Notebooks.MOST,
                        Notebooks.MOST,
                        Notebooks.MOST_OUTCOMES));
    }
}
