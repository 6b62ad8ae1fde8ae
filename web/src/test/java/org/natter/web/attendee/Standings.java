package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.natter.web.services.AttendeeApi.Standing;

/** The table of {@code docs/standings.md}: what a page says in each standing. attendee-service holds its mails to it. */
final class Standings {

    private Standings() {}

    /** One line of the table. */
    record Row(String standing, String status, String words) {}

    /** @throws AssertionError if a standing has no line */
    static List<Row> ofPages() throws IOException {
        var rows = Files.readAllLines(Path.of("..", "docs", "standings.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1).split("[|]"))
                        .map(String::strip)
                        .toList())
                .map(cells -> new Row(cells.get(0).replace("`", ""), cells.get(1), cells.get(2)))
                .toList();
        assertThat(rows)
                .extracting(Row::standing)
                .containsExactlyElementsOf(
                        Arrays.stream(Standing.values()).map(Enum::name).toList());
        return rows;
    }
}
