package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.SeatLedgerFixture;
import org.natter.attendee.booking.SeatLedgersInMemory;
import org.natter.attendee.history.Notebook.Sharing;
import org.natter.attendee.history.ReadingHistory.MetBefore;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWordsInMemory;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;

/** Whom one will know at the Riverside evening, with everything in memory; Samir waits for a place. */
class MeetingAgainRulesTest {

    private static final Instant ENDS = STARTS.plus(Duration.ofMinutes(150));
    private static final Instant EVE = STARTS.minus(Duration.ofDays(1));
    private static final Sharing COMING = new Sharing(true, false, true);

    private final PeopleInMemory people = new PeopleInMemory();
    private final NotebooksInMemory notebooks = new NotebooksInMemory();
    private final HistoryEntriesInMemory entries = new HistoryEntriesInMemory();
    private final RoomsInMemory rooms = new RoomsInMemory();
    private final EventId march = evening("2026-03-11T16:30:00Z");
    private final EventId april = evening("2026-04-11T16:30:00Z");
    private final EventId may = evening("2026-05-11T16:30:00Z");
    private final EventId june = evening("2026-06-11T16:30:00Z");
    private final Person wren = somebody("Wren Hadley");
    private final Person iona = somebody("Iona Stroud");
    private final Person tobias = somebody("Tobias Quill");
    private final Person ruth = somebody("Ruth Penn");
    private final Person vivien = somebody("Vivien Ash");
    private final Person samir = somebody("Samir Marsh");
    private final MeetingAgain meetings = new MeetingAgain(
            new ReadingHistory(people, new PrivateWordsInMemory(), entries, rooms, notebooks),
            people,
            new SeatLedgersInMemory(SeatLedgerFixture.aLedger()
                    .with(5)
                    .booked(at(wren), at(iona), at(tobias), at(ruth), at(vivien))
                    .places()),
            notebooks);

    @Test
    void whoNamedThemTooAndLetsItBeSeenIsKnownAhead() {
        bothSay(march, wren, iona);
        says(march, wren, tobias);
        bothSay(march, wren, ruth);
        bothSay(march, wren, samir);
        List.of(iona, tobias, samir).forEach(this::letsItBeSeen);

        assertThat(known(wren, EVE)).containsExactly(at(iona));
        assertThat(known(iona, EVE))
                .as("Wren has not said that she may be seen")
                .isEmpty();
        assertThat(known(samir, EVE)).as("he has no place").isEmpty();
    }

    @Test
    void threeAtMostAreKnownAheadTheLatestMetFirst() {
        bothSay(may, wren, ruth);
        bothSay(march, wren, iona);
        bothSay(june, wren, tobias);
        bothSay(april, wren, vivien);
        List.of(iona, tobias, ruth, vivien).forEach(this::letsItBeSeen);

        assertThat(known(wren, EVE)).containsExactly(at(tobias), at(ruth), at(vivien));
    }

    @Test
    void nobodyIsKnownEarlierThanTwoDaysAheadOrOnceItIsOver() {
        bothSay(march, wren, iona);
        letsItBeSeen(iona);
        var opens = STARTS.minus(Duration.ofDays(2));

        assertThat(known(wren, opens.minusMillis(1))).isEmpty();
        assertThat(known(wren, opens)).containsExactly(at(iona));
        assertThat(known(wren, ENDS.minusMillis(1))).containsExactly(at(iona));
        assertThat(known(wren, ENDS)).isEmpty();
    }

    @Test
    void whoHasNoPlaceThereIsToldNothingAtAll() {
        var stranger = new PersonId(HexId.random());
        var elsewhere = new EventId(HexId.random());

        assertThat(meetings.coming(stranger, RIVERSIDE, EVE)).isEmpty();
        assertThat(meetings.coming(wren.id(), elsewhere, EVE)).isEmpty();
    }

    @Test
    void onAListThoseMetElsewhereAreKnownByTheLatestMeeting() {
        says(march, wren, iona);
        says(june, wren, iona);
        says(RIVERSIDE, wren, tobias);

        var known = meetings.among(wren.id(), at(wren), List.of(at(tobias), at(iona), AttendanceId.random()));

        assertThat(known.orElseThrow())
                .extracting(MetBefore::attendance, met -> met.last().at())
                .containsExactly(tuple(at(iona), Instant.parse("2026-06-11T16:30:00Z")));
    }

    @Test
    void whoseListItIsNotIsToldNothing() {
        says(march, wren, iona);

        assertThat(meetings.among(wren.id(), at(tobias), List.of(at(iona)))).isEqualTo(Optional.empty());
        assertThat(meetings.among(wren.id(), at(wren), List.of()))
                .hasValueSatisfying(known -> assertThat(known).isEmpty());
    }

    private List<AttendanceId> known(Person owner, Instant now) {
        return meetings.coming(owner.id(), RIVERSIDE, now).orElseThrow().stream()
                .map(MetBefore::attendance)
                .toList();
    }

    private void letsItBeSeen(Person person) {
        notebooks.share(person.id(), COMING);
    }

    private void bothSay(EventId event, Person one, Person other) {
        says(event, one, other);
        says(event, other, one);
    }

    /** Beside whomever they named there before. */
    private void says(EventId event, Person writer, Person whom) {
        var own = writer.attendanceAt(event).orElseThrow();
        var before = Optional.ofNullable(entries.of(List.of(own)).get(own));
        var met = before.stream()
                .flatMap(entry -> entry.mentioned().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        met.add(whom.attendanceAt(event).orElseThrow());
        entries.on(
                ToldInHistories.answer(own, event, met.toArray(AttendanceId[]::new)),
                ToldInHistories.message("answer", own.value(), met.size()));
    }

    private static AttendanceId at(Person person) {
        return person.attendanceAt(RIVERSIDE).orElseThrow();
    }

    private EventId evening(String startsAt) {
        var event = new EventId(HexId.random());
        rooms.onEvent(
                ToldInHistories.event(event, "Evening", Instant.parse(startsAt)),
                ToldInHistories.message("event", event.value(), 1));
        return event;
    }

    private Person somebody(String name) {
        var person = new Person(
                new PersonId(HexId.random()),
                new PersonDetails(name, "", Sector.COLLEGE),
                null,
                true,
                true,
                0,
                Map.of(
                        march, AttendanceId.random(),
                        april, AttendanceId.random(),
                        may, AttendanceId.random(),
                        june, AttendanceId.random(),
                        RIVERSIDE, AttendanceId.random()),
                Map.of());
        people.with(person);
        return person;
    }
}
