package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.TOBIAS;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.booking.DoorCodesInMemory;
import org.natter.attendee.booking.ForgettingWishes;
import org.natter.attendee.booking.SeatLedgersInMemory;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.messaging.Sweep;

/** What a press at the door that broke off leaves, at each point where it can be killed, and how it goes again. */
class SweepingAdmissionsTest {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Instant NEXT_DAY = STARTS.plus(Duration.ofDays(3));

    private final PeopleInMemory people = new PeopleInMemory();
    private final DoorCodesInMemory codes = new DoorCodesInMemory();
    private final CheckInsInMemory checkIns = new CheckInsInMemory();

    @Test
    void aPlaceTakenForNobodyIsFreeAgainAndTheSamePressLetsThemInLater() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        ledgers.change(RIVERSIDE, seats -> seats.admit(walkIn(1).attendance(), COLLEGE, STARTS)); // and killed

        sweepTwice(ledgers);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().free()).isOne();
        assertThat(walkIns(ledgers).welcome(walkIn(1)).result()).isEqualTo(DoorResult.WELCOME);
        sweepTwice(ledgers);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().count(SeatStanding.BOOKED))
                .as("who is here keeps the place")
                .isOne();
    }

    @Test
    void killedOnceTheNameWasKeptThePlaceIsFreeAgainAndTheNameIsKeptOnce() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        killBeforeTheArrival();
        assertThatThrownBy(() -> walkIns(ledgers).welcome(walkIn(1))).isInstanceOf(Killed.class);
        assertThat(people.count()).isOne();

        sweepTwice(ledgers);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().free()).isOne();
        assertThat(walkIns(ledgers).welcome(walkIn(1)).result()).isEqualTo(DoorResult.WELCOME);
        assertThat(people.count()).isOne();
    }

    @Test
    void whoWasInLineIsInLineAgain() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).booked(WREN).places());
        ledgers.change(RIVERSIDE, seats -> seats.ask(TOBIAS, COLLEGE, NOW));
        ledgers.change(RIVERSIDE, seats -> seats.confirm(TOBIAS, NOW));
        killBeforeTheArrival();
        assertThatThrownBy(
                        () -> door(ledgers).press(new PressAtTheDoor(RIVERSIDE, TOBIAS, null, arrival(1), true, true)))
                .isInstanceOf(Killed.class);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(TOBIAS)).isTrue();

        sweepTwice(ledgers);

        assertThat(standing(ledgers, TOBIAS)).isEqualTo(SeatStanding.WAITING);
    }

    @Test
    void anUndoThatWasKilledIsFinished() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var in = walkIns(ledgers).welcome(walkIn(1)).attendance();
        checkIns.change(in, RIVERSIDE, checkIn -> checkIn.undo(STARTS)); // and killed

        sweepTwice(ledgers);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().free()).isOne();
    }

    @Test
    void whatIsUnderWayIsLeftAloneAndWhoArrivesInThatMomentHasThePlace() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var press = walkIn(1);
        ledgers.change(RIVERSIDE, seats -> seats.admit(press.attendance(), COLLEGE, STARTS));
        var sweeping = new SweepingAdmissions(ledgers, checkIns);

        assertThat(sweeping.due(STARTS)).isEmpty();
        assertThat(sweeping.due(STARTS.plus(A_WHILE).minusSeconds(1))).isEmpty();
        var due = sweeping.due(STARTS.plus(A_WHILE));
        assertThat(due).hasSize(1);
        ledgers.beforeNextChange(() ->
                checkIns.change(press.attendance(), RIVERSIDE, checkIn -> checkIn.arrive(press.arrival(), false)));
        sweeping.takeBack(due.get(0), STARTS.plus(A_WHILE));

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(press.attendance()))
                .isTrue();
        assertThat(sweeping.due(STARTS.plus(A_WHILE))).isEmpty();
    }

    /** Nobody is told days later that they lost a place at something they were at. */
    @Test
    void whatIsLongOverIsLeftAsItIs() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        ledgers.change(RIVERSIDE, seats -> seats.admit(walkIn(1).attendance(), COLLEGE, STARTS));
        var sweeping = new SweepingAdmissions(ledgers, checkIns);

        sweeping.due(NEXT_DAY);

        assertThat(sweeping.due(NEXT_DAY.plus(A_WHILE))).isEmpty();
    }

    private void sweepTwice(SeatLedgersInMemory ledgers) {
        var sweeping = new SweepingAdmissions(ledgers, checkIns);
        var sweep = new Sweep<SweepingAdmissions.Admission>(
                "admissions", (now, apart) -> sweeping.due(now), sweeping::takeBack);
        sweep.run(STARTS);
        sweep.run(STARTS.plus(A_WHILE));
    }

    private void killBeforeTheArrival() {
        checkIns.beforeNextChange(() -> {
            throw new Killed();
        });
    }

    private static SeatStanding standing(SeatLedgersInMemory ledgers, AttendanceId attendance) {
        return ledgers.find(RIVERSIDE)
                .orElseThrow()
                .seat(attendance)
                .orElseThrow()
                .standing();
    }

    private CheckingIn door(SeatLedgersInMemory ledgers) {
        return new CheckingIn(ledgers, checkIns, codes, people);
    }

    private WelcomingWalkIns walkIns(SeatLedgersInMemory ledgers) {
        return new WelcomingWalkIns(ledgers, people, new ForgettingWishes(people, codes), codes, door(ledgers));
    }

    private static Arrival arrival(int press) {
        return new Arrival(new CheckInId(String.format("%032x", press)), STARTS, "helper");
    }

    private static WalkIn walkIn(int press) {
        return new WalkIn(
                RIVERSIDE,
                new PersonDetails("Jory Eastrea", "", Sector.COLLEGE),
                new EmailAddress("jory@library.example"),
                new BookingChoices(Sector.COLLEGE, false, false),
                arrival(press),
                false,
                false);
    }

    /** The process is gone from here on. */
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
