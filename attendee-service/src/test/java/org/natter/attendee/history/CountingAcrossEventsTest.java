package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
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
    private final People people;
    private final CheckIns checkIns;
    private final MongoOperations mongo;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final EventId event = new EventId(HexId.random());
    private final AttendanceId wren = AttendanceId.random();
    private final List<PersonId> persons = new ArrayList<>();

    @Autowired
    CountingAcrossEventsTest(
            CountingAcrossEvents counting,
            People people,
            CheckIns checkIns,
            MongoOperations mongo,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.counting = counting;
        this.people = people;
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

    @Test
    void whatWasCalledOffHasNothingToSettle() {
        thePubIsOver();
        hear(MessagesOfOthers.calledOff(event.value(), 2, "Riverside", "2031-10-16T17:30:00Z", "2031-10-16T20:00:00Z"));

        assertThat(counting.due(MORNING, Set.of())).doesNotContain(event);
        counting.settle(event, MORNING);
        assertThat(settled()).isNull();
    }

    /** Six pairs talked in summer; three of them talked again at the pub. What was called off is no evening they met at. */
    @Test
    void whatWasCalledOffIsNoEarlierMeeting() {
        var summer = new EventId(HexId.random());
        hear(MessagesOfOthers.published(summer.value(), 1, "Summer", "2031-07-16T17:30:00Z", "2031-07-16T20:00:00Z"));
        thePubIsOver();
        var there = twelveAt(summer, "2031-07-16");
        var here = twelveAt(event, "2031-10-16");
        for (var pair = 0; pair < 12; pair += 2) {
            talked(summer, there.get(pair), there.get(pair + 1));
            if (pair < 6) {
                talked(event, here.get(pair), here.get(pair + 1));
            }
        }
        assertThat(counting.count(event, MORNING).again())
                .extracting(FrozenCounts.MetAgain::pairs, FrozenCounts.MetAgain::talked)
                .containsExactly(tuple(6L, 3L));

        hear(MessagesOfOthers.calledOff(summer.value(), 2, "Summer", "2031-07-16T17:30:00Z", "2031-07-16T20:00:00Z"));

        assertThat(counting.count(event, MORNING).again()).isEmpty();
        assertThat(counting.count(event, MORNING).familiar()).isEmpty();
    }

    private List<AttendanceId> twelveAt(EventId where, String day) {
        while (persons.size() < 12) {
            persons.add(people.withAddress(
                            new EmailAddress("p" + persons.size() + "@" + HexId.random() + ".example"),
                            new PersonDetails("Person " + persons.size(), "", Sector.PUBLIC))
                    .id());
        }
        return persons.stream()
                .map(person -> {
                    var attendance = Attending.of(people, person, where, AttendanceId.random());
                    hear(MessagesOfOthers.checkedIn(where.value(), attendance.value(), 1, day + "T17:40:00Z"));
                    return attendance;
                })
                .toList();
    }

    private void talked(EventId where, AttendanceId writer, AttendanceId other) {
        hear(MessagesOfOthers.answered(
                where.value(),
                writer.value(),
                1,
                "2031-10-17T10:00:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", other.value(), "NEW", "CHAT")),
                List.of()));
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
        var function = Map.of(
                        "natter.events", "historyEvents",
                        "natter.attendees", "historyAttendees",
                        "natter.feedback", "historyFeedback")
                .get(sent.topic());
        functions.get(function).accept(sent.message());
    }
}
