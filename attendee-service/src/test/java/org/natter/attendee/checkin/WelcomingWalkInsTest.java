package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;
import static org.natter.attendee.booking.SeatLedgerFixture.after;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodesInMemory;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.ForgettingWishes;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.RoomIsFull;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SeatLedgersInMemory;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.booking.SweepsInMemory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;

/** Walk-ins, with everything in memory: who is let in, and what is left of who is not. */
class WelcomingWalkInsTest {

    private static final EmailAddress JORY = new EmailAddress("jory@library.example");
    private static final PersonDetails TYPED = new PersonDetails("Jory Eastrea", "", Sector.COLLEGE);

    private final PeopleInMemory people = new PeopleInMemory();
    private final DoorCodesInMemory codes = new DoorCodesInMemory();
    private final ForgettingWishes forgetting = new ForgettingWishes(people, codes);
    private final CheckInsInMemory checkIns = new CheckInsInMemory();

    @Test
    void aRefusedWalkInLeavesNoNameAndNoAddressBehind() {
        var full = new SeatLedgersInMemory(aLedger().with(1).booked(WREN).places());

        assertThatThrownBy(() -> walkIns(full).welcome(walkIn(1, JORY, false))).isInstanceOf(RoomIsFull.class);
        assertThatThrownBy(() -> walkIns(full).welcome(walkIn(2, null, false))).isInstanceOf(RoomIsFull.class);

        assertThat(people.count()).isZero();
        assertThat(codes.count()).isZero();
        assertThat(full.find(RIVERSIDE).orElseThrow().seats()).hasSize(1);
    }

    @Test
    void theLastPlaceIsGivenOnceHoweverManyHelpersPress() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var second = new AtomicReference<Runnable>(() -> walkIns(ledgers).welcome(walkIn(2, null, false)));
        var raced = before(ledgers, () -> second.getAndSet(() -> {}).run());

        assertThatThrownBy(() -> walkIns(raced).welcome(walkIn(1, JORY, false))).isInstanceOf(RoomIsFull.class);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().count(SeatStanding.BOOKED))
                .isOne();
        assertThat(people.byAddress(JORY)).isEmpty();
    }

    @Test
    void aSecondPressLetsInOverTheLimit() {
        var full = new SeatLedgersInMemory(aLedger().with(1).booked(WREN).places());

        var answer = walkIns(full).welcome(walkIn(1, JORY, true));

        assertThat(answer.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(answer.name()).isEqualTo("Jory Eastrea");
        assertThat(codes.whose(DoorCode.of(answer.attendance()))).containsExactly(answer.attendance());
    }

    @Test
    void aPressRepeatedAfterACrashFinishesWhatItBegan() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        ledgers.change(RIVERSIDE, seats -> seats.admit(walkIn(1, JORY, false).attendance(), COLLEGE, STARTS));

        var answer = walkIns(ledgers).welcome(walkIn(1, JORY, false));
        var again = walkIns(ledgers).welcome(walkIn(1, JORY, false));

        assertThat(again).isEqualTo(answer);
        assertThat(answer.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats()).hasSize(1);
        assertThat(people.count()).isOne();
    }

    @Test
    void aPressRepeatedAfterItWasUndoneLetsNobodyIn() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var first = walkIns(ledgers).welcome(walkIn(1, JORY, false));
        new CheckingIn(ledgers, checkIns, codes, people).undo(RIVERSIDE, first.attendance(), STARTS);

        assertThat(walkIns(ledgers).welcome(walkIn(1, JORY, false)).result()).isEqualTo(DoorResult.UNDONE);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().free()).isOne();
        assertThat(walkIns(ledgers).welcome(walkIn(2, JORY, false)).result()).isEqualTo(DoorResult.WELCOME);
    }

    @Test
    void aBookingMadeInTheSameMomentIsTheLineTheyHave() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        var booked = new AtomicReference<AttendanceId>();
        var raced = before(ledgers, () -> {
            if (booked.get() == null) {
                var person = people.withAddress(JORY, TYPED);
                booked.set(Attending.of(people, person.id(), RIVERSIDE, AttendanceId.random()));
                ledgers.change(RIVERSIDE, seats -> seats.ask(booked.get(), COLLEGE, STARTS.minusSeconds(60)));
            }
        });

        var answer = walkIns(raced).welcome(walkIn(1, JORY, false));

        assertThat(answer.attendance()).isEqualTo(booked.get());
        assertThat(answer.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().count(SeatStanding.BOOKED))
                .isOne();
        assertThat(people.count()).isOne();
    }

    @Test
    void aPressRepeatedAfterACrashTakesItsSeatAlongToTheBookingMadeMeanwhile() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var begun = walkIn(1, JORY, false).attendance();
        ledgers.change(RIVERSIDE, seats -> seats.admit(begun, COLLEGE, STARTS.minusSeconds(60)));
        var booked = Attending.of(people, people.withAddress(JORY, TYPED).id(), RIVERSIDE, AttendanceId.random());
        ledgers.change(RIVERSIDE, seats -> seats.ask(booked, COLLEGE, STARTS.minusSeconds(30)));

        var answer = walkIns(ledgers).welcome(walkIn(1, JORY, false));

        assertThat(answer.attendance()).isEqualTo(booked);
        assertThat(answer.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().standing(Set.of(SeatStanding.BOOKED)))
                .containsExactly(booked);
    }

    @Test
    void aPressUsedAgainForSomebodyElseLeavesTheFirstTheirSeat() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(3).places());
        var first = walkIns(ledgers).welcome(walkIn(1, null, false)).attendance();
        var booked = Attending.of(people, people.withAddress(JORY, TYPED).id(), RIVERSIDE, AttendanceId.random());
        ledgers.change(RIVERSIDE, seats -> seats.ask(booked, COLLEGE, STARTS.minusSeconds(30)));

        walkIns(ledgers).welcome(walkIn(1, JORY, false));

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().standing(Set.of(SeatStanding.BOOKED)))
                .containsExactly(first, booked);
    }

    @Test
    void aWalkInWhoseOldWishIsForgottenInTheSameMomentIsLetInAndKnown() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var wish = Attending.of(people, people.withAddress(JORY, TYPED).id(), RIVERSIDE, AttendanceId.random());
        var asked = STARTS.minus(Duration.ofDays(2));
        ledgers.change(RIVERSIDE, seats -> seats.ask(wish, COLLEGE, asked));
        var sweeping = new SweepsInMemory(ledgers, forgetting);
        sweeping.sweep(asked.plus(SeatLedger.HOLD));
        ledgers.beforeNextChange(() -> sweeping.sweep(STARTS));

        var answer = walkIns(ledgers).welcome(walkIn(1, JORY, false));

        assertThat(answer.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(answer.attendance()).isNotEqualTo(wish);
        assertThat(people.personOf(answer.attendance())).isEqualTo(people.byAddress(JORY));
    }

    /** Whoever minds the door by a link types an address and is told no name that they have not typed. */
    @Test
    void behindALinkAnAddressTellsNobodysName() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(5).places());
        var booked = Attending.of(people, people.withAddress(JORY, TYPED).id(), RIVERSIDE, AttendanceId.random());
        ledgers.change(RIVERSIDE, seats -> seats.admit(booked, COLLEGE, STARTS));

        var colleague = walkIns(ledgers).welcome(lent(1, "Maurice Tydd"));
        var again = walkIns(ledgers).welcome(lent(1, "Maurice Tydd"));
        var another = walkIns(ledgers).welcome(lent(2, "Maurice  TYDD"));
        var own = walkIns(ledgers).welcome(lent(3, "Jory Eastrea"));

        assertThat(colleague.name()).isEqualTo("Maurice Tydd");
        assertThat(colleague.result()).isEqualTo(DoorResult.WELCOME);
        assertThat(colleague.attendance()).isNotEqualTo(booked);
        assertThat(again).isEqualTo(colleague);
        assertThat(another.attendance()).isEqualTo(colleague.attendance());
        assertThat(own.attendance()).isEqualTo(booked);
        assertThat(own.name()).isEqualTo("Jory Eastrea");
        assertThat(walkIns(ledgers).welcome(walkIn(4, JORY, false)).attendance())
                .isEqualTo(booked);
    }

    @Test
    void nobodyIsLetIntoAnEventThatWasCalledOff() {
        var ledger = aLedger().with(2).places();
        var off = after(
                ledger, ledger.obey(new ProgrammeObeyed(riverside(STARTS), 2, LedgerState.CALLED_OFF, 9), STARTS));

        assertThatThrownBy(() -> walkIns(new SeatLedgersInMemory(off)).welcome(walkIn(1, JORY, true)))
                .isInstanceOf(BookingClosed.class);
        assertThat(people.count()).isZero();
    }

    private WelcomingWalkIns walkIns(SeatLedgers ledgers) {
        return new WelcomingWalkIns(
                ledgers, people, forgetting, codes, new CheckingIn(ledgers, checkIns, codes, people));
    }

    private static WalkIn walkIn(int press, @Nullable EmailAddress address, boolean overLimit) {
        var id = new CheckInId(String.format("%032x", press));
        return new WalkIn(RIVERSIDE, TYPED, address, COLLEGE, new Arrival(id, STARTS, "helper"), overLimit, false);
    }

    private static WalkIn lent(int press, String name) {
        var id = new CheckInId(String.format("%032x", press));
        var typed = new PersonDetails(name, "", Sector.COLLEGE);
        return new WalkIn(RIVERSIDE, typed, JORY, COLLEGE, new Arrival(id, STARTS, "link"), false, true);
    }

    /** The same ledgers, in which something happens before each decision is made. */
    private static SeatLedgers before(SeatLedgers ledgers, Runnable inBetween) {
        return new SeatLedgers() {
            @Override
            public Optional<SeatLedger> find(EventId event) {
                return ledgers.find(event);
            }

            @Override
            public List<SeatLedger> find(Collection<EventId> events) {
                return ledgers.find(events);
            }

            @Override
            public Optional<SeatLedger> change(EventId event, Function<SeatLedger, List<BookingDomainEvent>> decision) {
                inBetween.run();
                return ledgers.change(event, decision);
            }

            @Override
            public SeatLedger changeOrOpen(
                    EventId event,
                    Supplier<SeatLedger> first,
                    Function<SeatLedger, List<BookingDomainEvent>> decision) {
                return ledgers.changeOrOpen(event, first, decision);
            }

            @Override
            public List<EventCard> cards(Collection<EventId> events) {
                return ledgers.cards(events);
            }

            @Override
            public List<EventCard> cardsEndingFrom(java.time.Instant from) {
                return ledgers.cardsEndingFrom(from);
            }

            @Override
            public List<EventId> withEndsBy(java.time.Instant now) {
                return ledgers.withEndsBy(now);
            }
        };
    }
}
