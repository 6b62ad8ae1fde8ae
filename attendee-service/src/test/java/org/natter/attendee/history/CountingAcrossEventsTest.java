package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.natter.attendee.WholeService;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** When an event's counts are settled: once, on the morning of day 21, and not before all who came are known. */
@WholeService
class CountingAcrossEventsTest {

    /** Six in the morning of day 21, on London's wall clock; the clocks have gone back since. */
    private static final Instant MORNING = Instant.parse("2031-11-06T06:00:00Z");

    private final CountingAcrossEvents counting;
    private final CheckIns checkIns;
    private final MongoOperations mongo;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final EventId event = new EventId(HexId.random());
    private final AttendanceId wren = AttendanceId.random();

    @Autowired
    CountingAcrossEventsTest(
            CountingAcrossEvents counting,
            CheckIns checkIns,
            MongoOperations mongo,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.counting = counting;
        this.checkIns = checkIns;
        this.mongo = mongo;
        this.functions = functions;
    }

    @Test
    void onTheMorningOfDay21AndOnce() {
        thePubIsOver();

        assertThat(counting.due(MORNING.minusMillis(1), Set.of())).doesNotContain(event);
        assertThat(counting.due(MORNING, Set.of(event))).doesNotContain(event);
        assertThat(counting.due(MORNING, Set.of())).contains(event);
        counting.settle(event, MORNING);
        counting.settle(event, MORNING.plusSeconds(1));

        assertThat(counting.due(MORNING, Set.of())).doesNotContain(event);
        assertThat(settled()).isEqualTo(MORNING);
    }

    @Test
    void whatWasSettledLongAgoWithoutUsIsLeftAlone() {
        thePubIsOver();

        assertThat(counting.due(MORNING.plusSeconds(30L * 24 * 3600), Set.of())).doesNotContain(event);
    }

    @Test
    void notBeforeAllWhoCameAreKnown() {
        thePubIsOver();
        var arrival = new Arrival(new CheckInId(HexId.random()), Instant.parse("2031-10-16T17:42:00Z"), "asha");
        checkIns.change(wren, event, checkIn -> checkIn.arrive(arrival, true));
        hear(MessagesOfOthers.checkInUndone(event.value(), wren.value(), 99, "2031-10-16T17:43:00Z"));

        counting.settle(event, MORNING);
        assertThat(settled()).isNull();

        hear(MessagesOfOthers.checkedIn(event.value(), wren.value(), 100, "2031-10-16T17:44:00Z"));
        counting.settle(event, MORNING);
        assertThat(settled()).isEqualTo(MORNING);
    }

    private void thePubIsOver() {
        hear(MessagesOfOthers.published(event.value(), 1, "Riverside", "2031-10-16T17:30:00Z", "2031-10-16T20:00:00Z"));
    }

    private @Nullable Instant settled() {
        var row = mongo.getCollection("history-counts")
                .find(new Document("_id", event.value()))
                .first();
        return row == null
                ? null
                : row.get("state", Document.class).getDate("at").toInstant();
    }

    private void hear(MessagesOfOthers.Sent sent) {
        var function = Map.of("natter.events", "historyEvents", "natter.attendees", "historyAttendees")
                .get(sent.topic());
        functions.get(function).accept(sent.message());
    }
}
