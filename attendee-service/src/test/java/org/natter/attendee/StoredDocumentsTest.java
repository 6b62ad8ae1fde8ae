package org.natter.attendee;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.checkin.CheckIn;
import org.natter.attendee.checkin.EventHosts;
import org.natter.attendee.cpd.CpdRecord;
import org.natter.attendee.history.FrozenCounts;
import org.natter.attendee.history.Notebook;
import org.natter.attendee.history.SeasonCounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What is stored under the names of its components and never built anew: a document of each, word for word. It goes red
 * when one is called otherwise, or when another is needed that is not in what is kept already. Then the name stays, or what is
 * absent has a meaning; the document here stays in any case.
 */
@WholeService
class StoredDocumentsTest {

    private final MongoOperations store;

    @Autowired
    StoredDocumentsTest(MongoOperations store) {
        this.store = store;
    }

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of("seats", SeatLedger.class),
                Arguments.of("check-in", CheckIn.class),
                Arguments.of("hosts", EventHosts.class),
                Arguments.of("cpd_record", CpdRecord.class),
                Arguments.of("notebook", Notebook.class),
                Arguments.of("history-counts", FrozenCounts.class),
                Arguments.of("history-season", SeasonCounts.class));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatIsKeptTodayIsReadAndWrittenAsItIs(String name, Class<?> type) throws IOException {
        var kept = document(name);

        var read = store.getConverter().read(type, kept);

        var written = (Document) requireNonNull(store.getConverter().convertToMongoType(read));
        assertThat(Document.parse(written.toJson())).isEqualTo(kept);
    }

    /** An absent part of one is no reason not to read the rest. */
    @Test
    void aLineOfTheSeatsWithNothingButWhatEachHasIsRead() throws IOException {
        var kept = document("seats");
        kept.getList("seats", Document.class)
                .forEach(seat -> Stream.of("until", "was", "turns", "before").forEach(seat::remove));

        assertThat(store.getConverter().read(SeatLedger.class, kept).seats())
                .hasSize(3)
                .allMatch(seat -> seat.turns() == null && seat.before() == null);
    }

    private static Document document(String name) throws IOException {
        try (var stored = StoredDocumentsTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            return Document.parse(new String(requireNonNull(stored).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
