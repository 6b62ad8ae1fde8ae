package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodesInMemory;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedgerFixture;
import org.natter.attendee.booking.SeatLedgersInMemory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownEvent;

/** The door and the who-was-there list, with everything in memory. */
class CheckInUseCasesTest {

    private static final EventId TEACHMEET = new EventId("00000000000000000000000000000001");

    private final PeopleInMemory people = new PeopleInMemory();
    private final DoorCodesInMemory codes = new DoorCodesInMemory();
    private final CheckInsInMemory checkIns = new CheckInsInMemory();
    private final AttendanceId wren = known("Wren Hadley", RIVERSIDE);
    private final AttendanceId tobias = known("Tobias Quill", RIVERSIDE);
    private final AttendanceId amara = known("amara teal", RIVERSIDE);
    private final AttendanceId elsewhere = known("Hester Vane", TEACHMEET);
    private final SeatLedgersInMemory ledgers = new SeatLedgersInMemory(
            SeatLedgerFixture.aLedger().with(2).booked(wren, tobias, amara).places());
    private final CheckingIn door = new CheckingIn(ledgers, checkIns, codes, people);

    /** A walk-in's press broke off before it was. */
    @Test
    void aCodeThatWasNotNotedIsTheirsAllTheSame() {
        codes.forget(wren);

        assertThat(door.press(press(1, null, DoorCode.of(wren), false)).attendance())
                .isEqualTo(wren);
    }

    @Test
    void twoHelpersAndOneGuestAreOneCheckIn() {
        var first = door.press(press(1, wren, null, false));
        var second = door.press(press(2, null, DoorCode.of(wren), false));

        assertThat(first.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(second.result()).isEqualTo(DoorResult.ALREADY_IN);
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(second.here()).isOne();
        assertThat(door.press(press(1, wren, null, false))).isEqualTo(first);
    }

    @Test
    void whoeverWaitsIsLetInByASecondPressAlone() {
        assertThat(door.press(press(1, amara, null, false)).result()).isEqualTo(DoorResult.WAITING);
        assertThat(checkIns.find(amara)).isEmpty();

        assertThat(door.press(press(2, amara, null, true)).result()).isEqualTo(DoorResult.WELCOME);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(amara)).isTrue();
    }

    @Test
    void whoeverWasLetInFromTheLineAndIsUndoneIsInLineAgain() {
        door.press(press(1, amara, null, true));

        var undone = door.undo(RIVERSIDE, amara, STARTS).orElseThrow();

        assertThat(undone.result()).isEqualTo(DoorResult.UNDONE);
        assertThat(ledgers.find(RIVERSIDE)
                        .orElseThrow()
                        .booking(amara)
                        .orElseThrow()
                        .status())
                .isEqualTo(BookingStatus.WAITING);
    }

    @Test
    void whoeverHasAnOfferIsNotLetInByOnePressOnceTheRoomIsFull() {
        ledgers.change(RIVERSIDE, seats -> seats.cancel(tobias, CancelReason.NOT_SAID, NOW));
        assertThat(door.press(press(1, amara, null, false)).room()).isTrue();
        ledgers.change(RIVERSIDE, seats -> seats.admitOverLimit(tobias, COLLEGE, STARTS));

        assertThat(door.press(press(2, amara, null, false)).room()).isFalse();
        var withinTheLimit = new PressAtTheDoor(
                RIVERSIDE, amara, null, press(3, amara, null, false).arrival(), true, false);
        assertThat(door.press(withinTheLimit).result()).isEqualTo(DoorResult.WAITING);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(amara)).isFalse();
    }

    @Test
    void aGuestOfAnotherEventAndNobodysCodeAreNamed() {
        assertThat(door.press(press(1, elsewhere, null, false)).result()).isEqualTo(DoorResult.OTHER_EVENT);
        assertThat(door.press(press(2, null, DoorCode.of(elsewhere), false)).result())
                .isEqualTo(DoorResult.OTHER_EVENT);
        assertThat(door.press(press(3, null, new DoorCode("zzzzzz"), false)).result())
                .isEqualTo(DoorResult.NOT_FOUND);
    }

    @Test
    void anUndoneCheckInIsNotHere() {
        door.press(press(1, wren, null, false));

        assertThat(door.undo(RIVERSIDE, wren, STARTS).orElseThrow().here()).isZero();
        assertThat(door.undo(RIVERSIDE, elsewhere, STARTS)).isEmpty();
    }

    @Test
    void aSeatCancelledInTheMomentOfThePressIsNotWelcomed() {
        checkIns.beforeNextChange(
                () -> ledgers.change(RIVERSIDE, seats -> seats.cancel(wren, CancelReason.NOT_SAID, NOW)));

        var answer = door.press(press(1, wren, null, false));

        assertThat(answer.result()).isEqualTo(DoorResult.CANCELLED);
        assertThat(answer.here()).isZero();
        assertThat(door.press(press(2, wren, null, true)).result()).isEqualTo(DoorResult.WELCOME);
    }

    /** Their own cancellation stands, and none of the presses around it makes somebody here without a place. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whoeverPressesInTheMomentOfACancellationNobodyIsHereWithoutAPlace(int second) {
        door.press(press(2, wren, null, false));
        checkIns.beforeNextChange(
                () -> ledgers.change(RIVERSIDE, seats -> seats.cancel(wren, CancelReason.NOT_SAID, NOW)));

        assertThat(door.press(press(second, wren, null, false)).result()).isEqualTo(DoorResult.CANCELLED);

        assertThat(checkIns.find(wren).flatMap(CheckIn::here)).isEmpty();
    }

    @Test
    void whoWasHereWhenItWasCalledOffStays() {
        var counted = press(2, wren, null, false);
        door.press(counted);
        checkIns.beforeNextChange(this::callOff);

        assertThat(door.press(counted).result()).isEqualTo(DoorResult.CANCELLED);
        assertThat(door.press(press(1, wren, null, false)).result()).isEqualTo(DoorResult.CANCELLED);

        assertThat(checkIns.find(wren).flatMap(CheckIn::here)).contains(counted.arrival());
    }

    @Test
    void nobodyIsLetIntoAnEventCalledOffInTheMomentOfThePress() {
        ledgers.beforeNextChange(this::callOff);

        assertThat(door.press(press(1, amara, null, true)).result()).isEqualTo(DoorResult.CANCELLED);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(amara)).isFalse();
        assertThat(checkIns.find(amara)).isEmpty();
    }

    @Test
    void nobodyIsWelcomedToAnEventCalledOffInTheMomentOfThePress() {
        checkIns.beforeNextChange(this::callOff);

        assertThat(door.press(press(1, wren, null, false)).result()).isEqualTo(DoorResult.CANCELLED);

        assertThat(checkIns.find(wren).flatMap(CheckIn::here)).isEmpty();
    }

    @Test
    void aLateCopyOfAnUndonePressSaysThatItWasUndone() {
        var first = press(1, wren, null, false);
        door.press(first);

        assertThat(door.undo(RIVERSIDE, wren, STARTS).orElseThrow().result()).isEqualTo(DoorResult.UNDONE);
        var copy = door.press(first);

        assertThat(copy.result()).isEqualTo(DoorResult.UNDONE);
        assertThat(copy.attendance()).isEqualTo(wren);
        assertThat(copy.at()).isNull();
        assertThat(door.press(press(2, wren, null, false)).result()).isEqualTo(DoorResult.WELCOME);
        assertThat(door.press(first).result()).isEqualTo(DoorResult.ALREADY_IN);
    }

    @Test
    void aLateCopyOfAnUndonePressLetsNobodyIn() {
        var first = press(1, amara, null, true);
        door.press(first);
        door.undo(RIVERSIDE, amara, STARTS);

        assertThat(door.press(first).result()).isEqualTo(DoorResult.UNDONE);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(amara)).isFalse();
        assertThat(door.press(press(2, amara, null, true)).result()).isEqualTo(DoorResult.WELCOME);
    }

    @Test
    void whoeverIsLetInOnceMoreInTheMomentOfTheUndoHasAPlace() {
        door.press(press(1, amara, null, true));
        ledgers.beforeNextChange(() -> door.press(press(2, amara, null, true)));

        door.undo(RIVERSIDE, amara, STARTS);

        assertThat(checkIns.find(amara).flatMap(CheckIn::here)).isPresent();
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(amara)).isTrue();
    }

    @Test
    void theListIsWhoeverHadAPlaceUntilSomebodyIsCheckedIn() {
        var roster = new Roster(ledgers, checkIns, people, writer -> Set.of());
        ledgers.change(RIVERSIDE, seats -> seats.admitOverLimit(amara, COLLEGE, STARTS));

        assertThat(roster.of(RIVERSIDE, wren))
                .extracting(RosterEntry::name)
                .containsExactly("amara teal", "Tobias Quill");
        assertThat(roster.of(RIVERSIDE, wren)).noneMatch(RosterEntry::here);

        door.press(press(1, tobias, null, false));

        assertThat(roster.of(RIVERSIDE, wren)).extracting(RosterEntry::name).containsExactly("Tobias Quill");
        assertThat(roster.of(RIVERSIDE, wren)).allMatch(RosterEntry::here);
        assertThat(roster.of(RIVERSIDE, tobias)).isEmpty();
    }

    @Test
    void whoeverIsNotToBeListedIsNot() {
        ledgers.change(RIVERSIDE, seats -> seats.choose(tobias, false));

        assertThat(new Roster(ledgers, checkIns, people, writer -> Set.of()).of(RIVERSIDE, wren))
                .isEmpty();
        assertThatThrownBy(() -> new Roster(ledgers, checkIns, people, writer -> Set.of()).of(TEACHMEET, elsewhere))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void whoeverGoesOffTheListKeepsTheirNameForThoseWhoHaveNamedThem() {
        ledgers.change(RIVERSIDE, seats -> seats.admitOverLimit(amara, COLLEGE, STARTS));
        ledgers.change(RIVERSIDE, seats -> seats.choose(tobias, false));
        var roster =
                new Roster(ledgers, checkIns, people, writer -> writer.equals(wren) ? Set.of(tobias, amara) : Set.of());

        assertThat(roster.of(RIVERSIDE, wren))
                .extracting(RosterEntry::name, RosterEntry::listed)
                .containsExactly(tuple("amara teal", true), tuple("Tobias Quill", false));
        assertThat(roster.of(RIVERSIDE, amara)).extracting(RosterEntry::name).doesNotContain("Tobias Quill");
    }

    private void callOff() {
        ledgers.change(
                RIVERSIDE,
                seats -> seats.obey(new ProgrammeObeyed(riverside(STARTS), 2, LedgerState.CALLED_OFF, 9), NOW));
    }

    private AttendanceId known(String name, EventId event) {
        var address = new EmailAddress(name.replace(' ', '.') + "@library.example");
        var person = people.withAddress(address, new PersonDetails(name, "", Sector.COLLEGE));
        var attendance = Attending.of(people, person.id(), event, AttendanceId.random());
        codes.note(attendance);
        return attendance;
    }

    private static PressAtTheDoor press(
            int number, @Nullable AttendanceId attendance, @Nullable DoorCode code, boolean letIn) {
        var id = new CheckInId(String.format("%032x", number));
        return new PressAtTheDoor(
                RIVERSIDE, attendance, code, new Arrival(id, STARTS.plusSeconds(number), "helper"), false, letIn);
    }
}
