package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
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
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** Who came again, and how many people told of good things, in a region's year: people, however many evenings they were at. */
@WholeService
class CountingSeasonsTest {

    /** Five minutes after the last follow-up of the autumn's evening has closed. */
    private static final Instant SETTLED = Instant.parse("2033-08-08T09:05:00Z");

    private static final String ROOMS = "history_room";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final CountingSeasons counting;
    private final SeasonBook book;
    private final People people;
    private final CheckIns checkIns;
    private final MongoOperations mongo;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final RegionId region = new RegionId(HexId.random());
    private final CountingSeasons.Season season = new CountingSeasons.Season(region, 2032);
    private final List<PersonId> persons = new ArrayList<>();
    private final Map<String, AttendanceId> at = new HashMap<>();
    private int told;

    @Autowired
    CountingSeasonsTest(
            CountingSeasons counting,
            SeasonBook book,
            People people,
            CheckIns checkIns,
            MongoOperations mongo,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.counting = counting;
        this.book = book;
        this.people = people;
        this.checkIns = checkIns;
        this.mongo = mongo;
        this.functions = functions;
    }

    @Test
    void isSettledOnceInTheTenthMonthAfterTheYearsLastEvening() {
        evening("2032-01-08", 3, 0);
        evening("2032-10-09", 3, 0);
        evening("2033-02-03", 3, 0);

        assertThat(counting.due(SETTLED.minusMillis(1), Set.of())).doesNotContain(season);
        assertThat(counting.due(SETTLED, Set.of(season))).doesNotContain(season);
        assertThat(counting.due(SETTLED, Set.of())).contains(season);
        counting.settle(season, SETTLED);
        counting.settle(season, SETTLED.plusSeconds(1));

        assertThat(counting.due(SETTLED, Set.of())).doesNotContain(season);
        assertThat(book.find(region, 2032)).map(SeasonCounts::at).contains(SETTLED);
    }

    /** What an earlier release kept of an evening says no region and nobody new: such a year is not settled from its rest. */
    @Test
    void aYearOfWhichAnEarlierReleaseKeptSomeIsNotSettledFromTheRest() {
        var old = evening("2032-03-10", 3, 0);
        evening("2032-10-09", 2, 0);
        var seat = "guests." + attendance(old, 0) + ".seat.newcomer";

        change(old, "facts.region", Updates.unset("facts.region"));
        nothingIsSettled();

        change(old, "facts", Updates.set("facts.region", region.value()));
        change(old, seat, Updates.unset(seat));
        nothingIsSettled();

        change(old, "guests." + attendance(old, 0), Updates.set(seat, false));
        assertThat(counting.due(SETTLED, Set.of())).contains(season);
    }

    /** Rows are said again, the first evening's first: the year's moment is that of all its evenings, and all are awaited. */
    @Test
    void aYearWhoseRowsAreSaidAgainIsNotSettledFromTheFirstOfThem() {
        evening("2032-01-08", 3, 0);
        var last = evening("2032-10-09", 3, 0);
        var since = evening("2033-02-03", 3, 0);

        var rows = drop(last);
        assertThat(counting.due(Instant.parse("2033-01-02T00:00:00Z"), Set.of()))
                .doesNotContain(season);
        nothingIsSettled();

        rows.addAll(drop(since));
        putBack(rows.remove(0));
        nothingIsSettled();

        rows.forEach(this::putBack);
        assertThat(counting.due(SETTLED, Set.of())).contains(season);
    }

    /** What was told while the service was away is heard first; afterwards it looks when a year can be due. */
    @Test
    void theFirstLookIsAnHourAfterAStartAndTheOthersAreSeldom() {
        evening("2032-10-09", 3, 0);

        assertThat(CountingSeasons.firstLook(SETTLED)).isEqualTo(SETTLED.plusSeconds(3600));
        assertThat(counting.nextLook(SETTLED.minusSeconds(600))).isEqualTo(SETTLED);
        assertThat(counting.nextLook(SETTLED.minusSeconds(60))).isEqualTo(SETTLED);
        assertThat(counting.nextLook(SETTLED.minus(A_DAY)))
                .isEqualTo(SETTLED.minus(A_DAY).plusSeconds(3600));
        assertThat(counting.nextLook(SETTLED)).isEqualTo(SETTLED.plusSeconds(60));
    }

    private void nothingIsSettled() {
        assertThat(counting.due(SETTLED, Set.of())).doesNotContain(season);
        counting.settle(season, SETTLED);
        assertThat(book.find(region, 2032)).isEmpty();
    }

    private void change(EventId event, String where, Bson change) {
        assertThat(mongo.getCollection(ROOMS)
                        .updateOne(Filters.and(rowsOf(event), Filters.exists(where)), change)
                        .getModifiedCount())
                .isOne();
    }

    private List<Document> drop(EventId event) {
        var rows = mongo.getCollection(ROOMS).find(rowsOf(event)).into(new ArrayList<>());
        mongo.getCollection(ROOMS).deleteMany(rowsOf(event));
        return rows;
    }

    /** Also over what the door's own messages, which come when they like, have made of it meanwhile. */
    private void putBack(Document row) {
        mongo.getCollection(ROOMS)
                .replaceOne(Filters.eq("_id", row.getString("_id")), row, new ReplaceOptions().upsert(true));
    }

    private static Bson rowsOf(EventId event) {
        return Filters.regex("_id", "^" + event.value());
    }

    /** Fourteen were new in January, six of them came in March; whoever was new in October may still come. */
    @Test
    void newcomersWhoCameAgainCountOnceAndOnlyWhereTheirYearIsOver() {
        evening("2032-01-08", 14, 14);
        assertThat(counting.count(season, SETTLED).returned())
                .as("there was no evening to come to")
                .isEmpty();

        evening("2032-03-08", 6, 6);
        evening("2032-10-09", 3, 3);

        assertThat(counting.count(season, SETTLED).returned()).containsExactly(new SeasonCounts.Returned(14, 6));
        assertThat(counting.count(season, Instant.parse("2033-01-07T18:29:59Z")).returned())
                .as("the year of those new in January is not over")
                .isEmpty();
    }

    /** Six of twelve newcomers were checked in for what was called off then: there was no evening to come to, and nobody new at it. */
    @Test
    void whatWasCalledOffIsNoEveningOfAnybodys() {
        evening("2032-02-08", 12, 12);
        var off = evening("2032-03-08", 6, 6);
        assertThat(counting.count(season, SETTLED).returned()).containsExactly(new SeasonCounts.Returned(12, 6));

        callOff(off, "2032-03-08");
        assertThat(counting.count(season, SETTLED).returned())
                .as("there was no evening to come to")
                .isEmpty();

        callOff(evening("2032-04-08", 20, 20), "2032-04-08");
        evening("2032-05-08", 6, 0);
        assertThat(counting.count(season, SETTLED).returned()).containsExactly(new SeasonCounts.Returned(12, 6));
    }

    /** Nobody is behind what was told of it, either. */
    @Test
    void whatIsToldOfAnEveningThatWasCalledOffCountsForNobody() {
        var off = evening("2032-01-08", 14, 0);
        for (var one = 0; one < 6; one++) {
            talk(off, one, one + 7, "CHAT");
            came(off, one, one + 7);
        }

        callOff(off, "2032-01-08");

        assertThat(counting.count(season, SETTLED).behind()).isEmpty();
    }

    /** Neither sets it the year's moment, nor has all of it to be known: its seats may come when they like. */
    @Test
    void aYearDoesNotWaitForWhatWasCalledOff() {
        var moment = Instant.parse("2033-03-11T10:05:00Z");
        evening("2032-05-09", 3, 0);
        var off = evening("2032-10-09", 3, 0);
        change(
                off,
                "guests." + attendance(off, 0) + ".seat.newcomer",
                Updates.unset("guests." + attendance(off, 0) + ".seat.newcomer"));
        assertThat(counting.due(moment, Set.of())).doesNotContain(season);

        callOff(off, "2032-10-09");

        assertThat(counting.due(moment.minusMillis(1), Set.of())).doesNotContain(season);
        assertThat(counting.due(moment, Set.of())).contains(season);
        counting.settle(season, moment);
        assertThat(book.find(region, 2032)).isPresent();
    }

    @Test
    void nothingIsToldOfFewerThanFive() {
        evening("2032-01-08", 14, 14);
        evening("2032-03-08", 4, 0);

        assertThat(counting.count(season, SETTLED).returned()).isEmpty();
    }

    /** Six people tell at two evenings each: six, and not twelve; a thing that both told is one. */
    @Test
    void whoTellsAtTwoEveningsIsOnePerson() {
        var chats = evening("2032-01-08", 14, 0);
        var useful = evening("2032-03-08", 14, 0);
        for (var one = 0; one < 6; one++) {
            talk(chats, one, one + 7, "CHAT");
            came(chats, one, one + 7);
            talk(useful, one, one + 7, "USEFUL");
            came(useful, one, one + 7);
        }
        came(useful, 7, 0);

        assertThat(counting.count(season, SETTLED).behind()).containsExactly(new SeasonCounts.Behind(6, true));
    }

    @Test
    void whoseTalksCannotBeToldApartStandsBehindAllOfThem() {
        var evening = evening("2032-01-08", 14, 0);
        for (var one = 0; one < 6; one++) {
            talk(evening, one, one + 7, "CHAT");
            came(evening, one, one + 7);
        }

        assertThat(counting.count(season, SETTLED).behind()).containsExactly(new SeasonCounts.Behind(6, false));
    }

    private void talk(EventId event, int writer, int other, String talk) {
        hear(MessagesOfOthers.answered(
                event.value(),
                attendance(event, writer),
                1,
                "2032-03-09T10:00:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", attendance(event, other), "NEW", talk)),
                List.of()));
    }

    private void came(EventId event, int writer, int other) {
        hear(MessagesOfOthers.outcome(
                region.value().substring(8) + "%08x".formatted(++told), // in the order of their telling
                event.value(),
                attendance(event, writer),
                "ADVICE",
                "ATTENDANCE",
                attendance(event, other),
                "2032-09-20T10:00:00Z"));
    }

    private String attendance(EventId event, int person) {
        return Objects.requireNonNull(at.get(event + " " + person)).value();
    }

    private EventId evening(String day, int came, int newcomers) {
        while (persons.size() < came) {
            persons.add(people.withAddress(
                            new EmailAddress("p" + persons.size() + "@" + HexId.random() + ".example"),
                            new PersonDetails("Person " + persons.size(), "", Sector.PUBLIC))
                    .id());
        }
        var event = new EventId(HexId.random());
        var news = MessagesOfOthers.published(event.value(), 1, "Evening", day + "T18:30:00Z", day + "T21:00:00Z");
        news.body().put("region", region.value());
        hear(news);
        functions.get("bookingEvents").accept(news.message());
        for (var one = 0; one < came; one++) {
            var attendance = Attending.of(people, persons.get(one), event, AttendanceId.random());
            at.put(event + " " + one, attendance);
            hear(MessagesOfOthers.booked(
                    event.value(), attendance.value(), ++told, day + "T12:00:00Z", "PUBLIC", one < newcomers));
            var arrival = new Arrival(new CheckInId(HexId.random()), Instant.parse(day + "T18:40:00Z"), "asha");
            checkIns.change(attendance, event, checkIn -> checkIn.arrive(arrival, true));
            hear(MessagesOfOthers.checkedIn(event.value(), attendance.value(), 1, day + "T18:40:00Z"));
        }
        return event;
    }

    private void callOff(EventId event, String day) {
        var news = MessagesOfOthers.calledOff(event.value(), 2, "Evening", day + "T18:30:00Z", day + "T21:00:00Z");
        news.body().put("region", region.value());
        hear(news);
        functions.get("bookingEvents").accept(news.message());
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
