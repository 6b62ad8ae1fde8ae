package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.natter.web.services.BookingApi.Standing;

/** The table of {@code docs/standings.md}: what a page says in each standing. attendee-service holds its mails to it. */
final class Standings {

    private Standings() {}

    /**
     * What a page says of the room there is: to whoever is about to join the line, once a wish or an offer has run out, and
     * right after asking.
     */
    record RoomRow(String room, String joining, String event, String lapsed, String asked) {}

    /** What a page says to whoever has a place, by whether they are here and when it is. */
    record ArrivalRow(boolean here, String when, String words, boolean canChange) {}

    static List<RoomRow> ofRooms() throws IOException {
        return rows("| room `")
                .map(cells -> new RoomRow(
                        cells.get(0).replace("room ", "").replace("`", ""),
                        cells.get(1),
                        cells.get(2),
                        cells.get(5),
                        cells.get(6)))
                .toList();
    }

    static List<ArrivalRow> ofArrivals() throws IOException {
        return Stream.concat(rows("| here |"), rows("| not here |"))
                .map(cells -> new ArrivalRow(
                        cells.get(0).equals("here"),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3).equals("offered")))
                .toList();
    }

    private static Stream<List<String>> rows(String beginning) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "standings.md")).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> Arrays.stream(line.substring(1).split("[|]"))
                        .map(String::strip)
                        .toList());
    }

    /** One line of the table. */
    record Row(String standing, String status, String words) {}

    /** @throws AssertionError if a standing has no line */
    static List<Row> ofPages() throws IOException {
        var rows = rows("| `")
                .map(cells -> new Row(cells.get(0).replace("`", ""), cells.get(1), cells.get(2)))
                .toList();
        assertThat(rows)
                .extracting(Row::standing)
                .containsExactlyElementsOf(
                        Arrays.stream(Standing.values()).map(Enum::name).toList());
        return rows;
    }
}
