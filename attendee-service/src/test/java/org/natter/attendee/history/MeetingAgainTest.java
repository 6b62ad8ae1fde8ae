package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.Calls;
import org.natter.attendee.Evening;
import org.natter.attendee.WholeService;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ProgrammeNews;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.ids.HexId;
import org.natter.messaging.MessageMetadata;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** Wren and Iona named each other at the TeachMeet; Tobias named Wren, who did not name him. All come to the next evening. */
@WholeService
class MeetingAgainTest {

    /** The same for all tests, so that they met nowhere else. */
    private static final EventId TEACH_MEET = new EventId(HexId.random());

    private static final String WREN = "Wren Hadley";
    private static final String IONA = "Iona Stroud";
    private static final String TOBIAS = "Tobias Quill";
    private static final String RUTH = "Ruth Penn";
    private static final String SAMIR = "Samir Marsh";

    private final Calls calls;
    private final Evening evening;
    private final People people;
    private final ObeyingTheProgramme programme;
    private final MovableClock clock;
    private final MeetingAgain meetings;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private EventId soon = TEACH_MEET;

    @Autowired
    MeetingAgainTest(
            Calls calls,
            Evening evening,
            People people,
            ObeyingTheProgramme programme,
            MovableClock clock,
            MeetingAgain meetings,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.evening = evening;
        this.people = people;
        this.programme = programme;
        this.clock = clock;
        this.meetings = meetings;
        this.functions = functions;
    }

    @BeforeEach
    void theyAllCome() {
        soon = open(Duration.ofDays(1));
        List.of(WREN, IONA, TOBIAS).forEach(name -> evening.book(soon, name));
        hear(MessagesOfOthers.published(
                TEACH_MEET.value(), 1, "TeachMeet", "2026-03-11T16:30:00Z", "2026-03-11T18:30:00Z"));
        says(WREN, IONA);
        says(IONA, WREN);
        says(TOBIAS, WREN);
        me(WREN).put(
                        "/me/history/people/" + at(IONA),
                        Map.of("note", "Buses and crosswords.", "metAgain", false, "removed", false));
        letsItBeSeen(IONA, true);
        letsItBeSeen(TOBIAS, true);
    }

    @Test
    void whoNamedEachOtherAndLetsItBeSeenIsKnownAhead() {
        var known = me(WREN).sample("iona").get(coming(soon)).json();

        assertThat(known).hasSize(1);
        assertThat(known.at("/0/name").asString()).isEqualTo(IONA);
        assertThat(known.at("/0/note").asString()).isEqualTo("Buses and crosswords.");
        assertThat(known.at("/0/at").asString()).isEqualTo("2026-03-11T16:30:00Z");
        assertThat(me(IONA).get(coming(soon)).json())
                .as("Wren has not said that she may be seen")
                .isEmpty();
        assertThat(me(TOBIAS).get(coming(soon)).json())
                .as("nobody who did not name him")
                .isEmpty();
    }

    @Test
    void whoTakesItBackIsSeenNoMoreAndNobodyIsTwoWeeksAhead() {
        letsItBeSeen(IONA, false);
        assertThat(me(WREN).sample("nobody").get(coming(soon)).json()).isEmpty();

        letsItBeSeen(IONA, true);
        var far = open(Duration.ofDays(3));
        List.of(WREN, IONA).forEach(name -> evening.book(far, name));
        assertThat(me(WREN).get(coming(far)).json()).isEmpty();
        assertThat(me(WREN).sample("not-there")
                        .get(coming(new EventId(evening.newId())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onTheListOfAnEventOverThoseMetElsewhereAreKnown() {
        var mine = evening.attendance(soon, WREN);
        var list = List.of(
                evening.attendance(soon, IONA).value(),
                evening.attendance(soon, TOBIAS).value());
        var path = "/me/attendances/" + mine + "/met-before";

        var known = me(WREN).sample("iona").post(path, Map.of("listed", list)).json();

        assertThat(known).hasSize(1);
        assertThat(known.at("/0/attendance").asString()).isEqualTo(list.get(0));
        me(WREN).sample("no-list").post(path, Map.of());
        assertThat(me(IONA).sample("somebody-elses")
                        .post(path, Map.of("listed", list))
                        .status())
                .isEqualTo(404);
        var there = Map.of("listed", List.of(at(IONA).value()));
        assertThat(me(WREN).post("/me/attendances/" + at(WREN) + "/met-before", there)
                        .json())
                .as("met there and nowhere else")
                .isEmpty();
    }

    /** Their first meeting is one from elsewhere then, and they are the same person under whatever id they stand first. */
    @Test
    void whoWasAlsoMetElsewhereEarlierIsStillKnown() {
        List.of(RUTH, SAMIR).forEach(name -> evening.book(soon, name));
        says(RUTH, SAMIR);
        says(SAMIR, RUTH);
        letsItBeSeen(SAMIR, true);
        var earlier = HexId.random();
        me(RUTH).post(
                        "/me/history/meetings",
                        Map.of(
                                "id",
                                earlier,
                                "where",
                                "Course in Leeds",
                                "on",
                                "2026-01-05",
                                "person",
                                at(SAMIR).value()));
        assertThat(me(RUTH).get("/me/history").json().at("/people/0/person").asString())
                .isEqualTo(earlier);

        var listed = Map.of("listed", List.of(evening.attendance(soon, SAMIR).value()));
        var path = "/me/attendances/" + evening.attendance(soon, RUTH) + "/met-before";
        assertThat(me(RUTH).post(path, listed).json()).hasSize(1);
        assertThat(me(RUTH).get(coming(soon)).json()).hasSize(1);
        assertThat(meetings.coming(person(RUTH).id(), soon, clock.instant()))
                .as("as the mail of the day before counts them")
                .hasValueSatisfying(known -> assertThat(known).hasSize(1));
    }

    private static String coming(EventId event) {
        return "/me/events/" + event + "/coming";
    }

    private Calls.As me(String name) {
        return calls.attendee(person(name).id().value());
    }

    private Person person(String name) {
        return people.byAddress(new EmailAddress(Evening.address(name))).orElseThrow();
    }

    private AttendanceId at(String name) {
        return Attending.of(people, person(name).id(), TEACH_MEET, new AttendanceId(evening.newId()));
    }

    private void letsItBeSeen(String name, boolean coming) {
        me(name).put("/me/choices", Map.of("bothSaidSo", true, "circles", false, "coming", coming));
    }

    private void says(String writer, String whom) {
        hear(MessagesOfOthers.answered(
                TEACH_MEET.value(),
                at(writer).value(),
                1,
                "2026-03-12T10:00:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", at(whom).value(), "NEW", "CHAT")),
                List.of()));
    }

    private void hear(MessagesOfOthers.Sent sent) {
        var function = sent.topic().equals("natter.events") ? "historyEvents" : "historyFeedback";
        functions.get(function).accept(sent.message());
    }

    private EventId open(Duration ahead) {
        var event = new EventId(evening.newId());
        var starts = clock.instant().plus(ahead);
        programme.onOpen(
                new ProgrammeNews(
                        event,
                        Evening.FENLAND,
                        EventKind.SOCIAL,
                        starts,
                        starts.plus(Duration.ofMinutes(150)),
                        "Europe/London",
                        10,
                        0,
                        new ProgrammeNews.Published(
                                "Fenland and Cam", "Riverside pub evening", "The Moorhen", "2 Sluice Lane", "")),
                new MessageMetadata(
                        "event/" + event + "/1",
                        "event.published.v1",
                        "event",
                        event.value(),
                        1,
                        event.value(),
                        Instant.EPOCH,
                        "0"),
                clock.instant());
        return event;
    }
}
