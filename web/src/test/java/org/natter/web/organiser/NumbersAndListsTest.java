package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventId;
import org.natter.web.services.Sector;

/** The numbers of an event's head and the lists they lead to are about the same people. */
class NumbersAndListsTest {

    private static final EventId EVENT = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    private static final Instant NOW = Instant.parse("2026-11-26T18:31:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachNumberIsTheLengthOfItsList(long seed) {
        var dice = new Random(seed);
        var all = new ArrayList<AttendeeRow>();
        var booked = 0;
        var waiting = 0;
        var offered = 0;
        var here = 0;
        var walkIns = 0;
        var gone = new EnumMap<BookingStatus, Integer>(BookingStatus.class);
        for (var guest = 0; guest < 130; guest++) {
            var status = BookingStatus.values()[dice.nextInt(BookingStatus.values().length)];
            var walkIn = status == BookingStatus.BOOKED && dice.nextInt(5) == 0;
            var isHere = status == BookingStatus.BOOKED && dice.nextBoolean();
            all.add(row(guest, "Guest " + guest, status, walkIn, isHere));
            gone.merge(status, 1, Integer::sum);
            booked += status == BookingStatus.BOOKED && !walkIn ? 1 : 0;
            waiting += status == BookingStatus.WAITING ? 1 : 0;
            offered += status == BookingStatus.OFFERED ? 1 : 0;
            here += isHere ? 1 : 0;
            walkIns += isHere && walkIn ? 1 : 0;
        }
        var numbers = new EventCounts(EVENT, 100, booked, waiting, offered, here, walkIns);

        assertThat(listed(all, AttendeeGroup.BOOKED)).isEqualTo(numbers.booked());
        assertThat(listed(all, AttendeeGroup.WAITING)).isEqualTo(numbers.waiting());
        assertThat(listed(all, AttendeeGroup.OFFERED)).isEqualTo(numbers.offered());
        assertThat(listed(all, AttendeeGroup.HERE)).isEqualTo(numbers.here());
        assertThat(listed(all, AttendeeGroup.WALK_IN)).isEqualTo(numbers.walkIns());
        assertThat(listed(all, AttendeeGroup.MISSING)).isEqualTo(numbers.missing());
        assertThat(listed(all, AttendeeGroup.HERE_FIRST_TIME))
                .isEqualTo(
                        EventLists.of(all, false, AttendeeGroup.BOOKED, "", 1).hereForTheFirstTime());
        assertThat(listed(all, AttendeeGroup.CANCELLED)).isEqualTo(gone.get(BookingStatus.CANCELLED));
        assertThat(listed(all, AttendeeGroup.LAPSED)).isEqualTo(gone.get(BookingStatus.LAPSED));
        assertThat(numbers.came() + numbers.walkIns()).isEqualTo(numbers.here());
    }

    @Test
    void whoCameIsSaidOfTheBooked() {
        assertThat(new EventCounts(EVENT, 24, 24, 0, 0, 21, 2).cameMessage()).isEqualTo("came.with-walk-ins");
        assertThat(new EventCounts(EVENT, 24, 24, 0, 0, 21, 2).cameShare()).isEqualTo("79.2%");
        assertThat(new EventCounts(EVENT, 24, 15, 0, 0, 1, 1).came()).isZero();
        assertThat(new EventCounts(EVENT, 24, 15, 0, 0, 0, 0).cameMessage()).isEqualTo("came.nobody");
        assertThat(new EventCounts(EVENT, 24, 0, 0, 0, 2, 2).cameMessage()).isEqualTo("came.walk-ins");
        assertThat(new EventCounts(EVENT, 24, 1, 0, 0, 1, 0).cameMessage()).isEqualTo("came.one");
        assertThat(new EventCounts(EVENT, 24, 1, 0, 0, 3, 2).cameMessage()).isEqualTo("came.one-and-walk-ins");
        assertThat(new EventCounts(EVENT, 24, 1, 0, 0, 2, 2).cameMessage()).isEqualTo("came.not-one");
    }

    /** Where the list may not have been complete, it is said who was checked in and not who came. */
    @Test
    void ofFewItIsSaidThatTheyWereCheckedIn() {
        assertThat(new EventCounts(EVENT, 240, 203, 0, 0, 3, 0).cameMessage()).isEqualTo("came.few");
        assertThat(new EventCounts(EVENT, 240, 203, 0, 0, 5, 2).cameMessage()).isEqualTo("came.few-and-walk-ins");
        assertThat(new EventCounts(EVENT, 240, 203, 0, 0, 41, 0).cameMessage()).isEqualTo("came.booked");
    }

    /** Before the first is checked in, everybody who booked is still to come, and nobody is missing. */
    @Test
    void nobodyIsMissingWhileNobodyIsHere() {
        var all = List.of(row(1, "Sam Lee", BookingStatus.BOOKED, false, false));

        assertThat(EventLists.of(all, false, AttendeeGroup.BOOKED, "", 1).chips())
                .noneMatch(chip -> chip.show() == AttendeeGroup.MISSING);
        assertThat(new EventCounts(EVENT, 24, 15, 0, 0, 0, 0).missing()).isZero();
        assertThat(new EventCounts(EVENT, 24, 15, 0, 0, 9, 2).missing()).isEqualTo(8);
    }

    @Test
    void aWalkInThatWasTakenBackIsNeitherBookedNorHere() {
        var all = List.of(row(1, "Maurice Tydd", BookingStatus.BOOKED, true, false));

        assertThat(listed(all, AttendeeGroup.BOOKED)
                        + listed(all, AttendeeGroup.HERE)
                        + listed(all, AttendeeGroup.WALK_IN))
                .isZero();
        assertThat(all.get(0).status()).isEqualTo(AttendeeRowStatus.NOT_IN_AFTER_ALL);
    }

    @Test
    void somebodyIsFoundAmongAllStandingsWhateverTheAccents() {
        var all = List.of(
                row(1, "Zoë Ünal", BookingStatus.WAITING, false, false),
                row(2, "Zoe\u0308 Ünal-Łoś", BookingStatus.CANCELLED, false, false),
                row(3, "Sam Lee", BookingStatus.BOOKED, false, false));

        assertThat(find(all, "zoe")).hasSize(2);
        assertThat(find(all, "UNAL zoë")).hasSize(2);
        assertThat(find(all, "los")).hasSize(1);
        assertThat(find(all, "library 3")).extracting(AttendeeRow::name).containsExactly("Sam Lee");
        assertThat(find(all, "zz")).isEmpty();
    }

    /** One of them was to be cancelled, and nothing said which was which. */
    @Test
    void whoeverHasTheNameOfSomebodyElseIsToldApartUnderWhateverWordTheyStand() {
        var all = List.of(
                row(1, "Wren Hadley", BookingStatus.BOOKED, false, false),
                row(2, "WREN hadley", BookingStatus.WAITING, false, false),
                row(3, "Sam Lee", BookingStatus.BOOKED, false, false));

        var lists = EventLists.of(all, false, AttendeeGroup.BOOKED, "", 1);

        assertThat(lists.rows()).hasSize(2);
        assertThat(lists.rows().stream().filter(lists::isTwin))
                .extracting(AttendeeRow::name, AttendeeRow::codeEnd)
                .containsExactly(tuple("Wren Hadley", "DEF"));
        assertThat(lists.queue().stream().filter(lists::isTwin)).hasSize(1);
    }

    private static List<AttendeeRow> find(List<AttendeeRow> all, String q) {
        return EventLists.of(all, false, AttendeeGroup.BOOKED, q, 1).rows();
    }

    /** Over all its pages. */
    private static int listed(List<AttendeeRow> all, AttendeeGroup show) {
        var first = EventLists.of(all, false, show, "", 1);
        var rows = first.rows().size();
        for (var page = 2; page <= first.pages(); page++) {
            rows += EventLists.of(all, false, show, "", page).rows().size();
        }
        var chip = first.chips().stream()
                .filter(one -> one.show() == show)
                .mapToInt(EventLists.GroupChip::count)
                .sum();
        assertThat(chip).isEqualTo(rows);
        return rows;
    }

    private static AttendeeRow row(int id, String name, BookingStatus status, boolean walkIn, boolean here) {
        @Nullable Instant at = here ? NOW : null;
        return AttendeeRow.of(
                new Attendee(
                        new AttendanceId(String.format("a%031d", id)),
                        name,
                        "Library " + id,
                        Sector.PUBLIC,
                        false,
                        true,
                        walkIn,
                        status,
                        status,
                        "ABCDEF",
                        NOW,
                        at,
                        null,
                        status == BookingStatus.WAITING ? id : null,
                        null,
                        false),
                ArrivalWords.today(ZoneOffset.UTC, NOW));
    }
}
