package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.natter.attendee.WholeService;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** Who came again, and how many people told of good things, in a region's year: people, however many evenings they were at. */
@WholeService
class CountingSeasonsTest {

    /** Six in the morning, when the last follow-up of the autumn's evening closes. */
    private static final Instant SETTLED = Instant.parse("2033-08-08T05:00:00Z");

    private final CountingSeasons counting;
    private final SeasonBook book;
    private final People people;
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
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.counting = counting;
        this.book = book;
        this.people = people;
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
        for (var one = 0; one < came; one++) {
            var attendance = people.attendanceOf(persons.get(one), event, AttendanceId.random());
            at.put(event + " " + one, attendance);
            hear(MessagesOfOthers.booked(
                    event.value(), attendance.value(), ++told, day + "T12:00:00Z", "PUBLIC", one < newcomers));
            hear(MessagesOfOthers.checkedIn(event.value(), attendance.value(), 1, day + "T18:40:00Z"));
        }
        return event;
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
