package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.TOBIAS;
import static org.natter.attendee.booking.SeatLedgerFixture.VIVIEN;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;
import static org.natter.attendee.booking.SeatLedgerFixture.after;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.ArrivalsAtTheDoor;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckInsInMemory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnconfirmedWishes;
import org.natter.attendee.person.UnknownEvent;

/** Asking for a place, keeping it, and what time does by itself; everything in memory. */
class BookingUseCasesTest {

    private static final EmailAddress JO = new EmailAddress("jo@library.example");
    private static final PersonDetails TYPED = new PersonDetails("Jo Larkspur", "", Sector.COLLEGE);
    private static final EventId TEACHMEET = new EventId("00000000000000000000000000000001");

    private final PeopleInMemory people = new PeopleInMemory();
    private final DoorCodesInMemory codes = new DoorCodesInMemory();
    private final ForgettingWishes forgetting = new ForgettingWishes(people, codes);
    private final LettersInMemory letters = new LettersInMemory();
    private final CheckInsInMemory checkIns = new CheckInsInMemory();

    @Test
    void whoeverAsksGetsTheLetterWithTheButtonAndLaterTheirDetailsAgain() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());

        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW);
        asking(ledgers).ask(wish(RIVERSIDE, "two"));

        assertThat(letters.asked()).containsExactly("confirm one", "again two");
        assertThat(codes.whose(DoorCode.of(attendance()))).containsExactly(attendance());
    }

    @Test
    void nobodyIsRememberedForAnEventThatIsUnknownOrClosed() {
        var ledger = aLedger().with(1).places();
        var closed = new SeatLedgersInMemory(after(
                ledger,
                ledger.obey(
                        new BookingDomainEvent.ProgrammeObeyed(riverside(STARTS), 1, LedgerState.CALLED_OFF, 2), NOW)));

        assertThatThrownBy(() -> asking(closed).ask(wish(TEACHMEET, "one"))).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> asking(closed).ask(wish(RIVERSIDE, "two"))).isInstanceOf(BookingClosed.class);

        assertThat(people.count()).isZero();
        assertThat(letters.asked()).isEmpty();
    }

    @Test
    void nobodyIsRememberedWhoseWishIsRefusedInTheMomentOfAsking() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var off = new BookingDomainEvent.ProgrammeObeyed(riverside(STARTS), 1, LedgerState.CALLED_OFF, 2);
        ledgers.beforeNextChange(() -> ledgers.change(RIVERSIDE, ledger -> ledger.obey(off, NOW)));

        assertThatThrownBy(() -> asking(ledgers).ask(wish(RIVERSIDE, "one"))).isInstanceOf(BookingClosed.class);

        assertThat(people.count()).isZero();
        assertThat(codes.count()).isZero();
        assertThat(letters.asked()).isEmpty();
    }

    @Test
    void twoWishesOfOnePersonInTheSameMomentAreOneLine() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        ledgers.beforeNextChange(() -> asking(ledgers).ask(wish(RIVERSIDE, "one")));

        asking(ledgers).ask(wish(RIVERSIDE, "two"));

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats())
                .extracting(Seat::attendance, Seat::standing)
                .containsExactly(tuple(attendance(), SeatStanding.HELD));
        assertThat(letters.asked()).containsExactly("confirm one", "confirm two");
    }

    @Test
    void aConfirmedWishBecomesThePersonsOwnAndTheirsIsLookedUpOnce() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        people.withAddress(JO, new PersonDetails("J", "", Sector.OTHER));
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var attendance = attendance();
        var before = people.lookUps();

        var kept = keeping(ledgers).confirm(attendance, ShownWish.NOTHING, NOW).orElseThrow();

        assertThat(kept.owner().name()).isEqualTo("Jo Larkspur");
        assertThat(kept.owner().proven()).isTrue();
        assertThat(kept.booking().status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(people.lookUps() - before).isOne();
    }

    @Test
    void everyVerbSaysHowTheBookingStandsAlsoWhenThereIsNothingToDo() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var mine = keeping(ledgers);
        mine.confirm(attendance(), ShownWish.NOTHING, NOW);

        assertThat(mine.accept(attendance(), NOW).orElseThrow().booking().status())
                .isEqualTo(BookingStatus.BOOKED);
        assertThat(mine.choose(attendance(), false).orElseThrow().booking().listed())
                .isFalse();
        assertThat(mine.cancel(attendance(), CancelReason.TIME, NOW)
                        .orElseThrow()
                        .booking()
                        .status())
                .isEqualTo(BookingStatus.CANCELLED);
        assertThat(mine.cancel(attendance(), CancelReason.TIME, NOW)).isEqualTo(mine.read(attendance()));
        assertThat(mine.read(TOBIAS)).isEmpty();
    }

    @Test
    void whoIsPressedInInTheMomentTheyCancelIsNotHere() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW);
        ledgers.beforeNextChange(this::comesIn);

        var cancelled =
                keeping(ledgers).cancel(attendance(), CancelReason.TIME, NOW).orElseThrow();

        assertThat(cancelled.booking().status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(checkIns.here(RIVERSIDE))
                .as("nobody is here without a place")
                .isZero();
    }

    @Test
    void whoIsHereCannotCancelAndNobodyGetsTheirPlace() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW);
        comesIn();

        assertThatThrownBy(() -> keeping(ledgers).cancel(attendance(), CancelReason.TIME, NOW))
                .isInstanceOf(AlreadyHere.class);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(attendance())).isTrue();
    }

    @Test
    void whoeverAsksHearsWhetherThereWasRoomForSomebodyNew() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());

        assertThat(asking(ledgers).ask(wish(RIVERSIDE, "one"))).isTrue();
        assertThat(asking(ledgers).ask(wish(RIVERSIDE, "two"))).isFalse();
    }

    @Test
    void aWishNobodyConfirmedIsForgottenWithAllThatWasTyped() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var asked = attendance();
        var sweeping = new SweepsInMemory(ledgers, forgetting);
        var letGo = NOW.plus(SeatLedger.HOLD);

        sweeping.sweep(letGo);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().free()).isOne();
        sweeping.sweep(letGo.plus(Duration.ofDays(1)));

        assertThat(people.count()).isZero();
        assertThat(codes.count()).isZero();
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seat(asked)).isEmpty();

        sweeping.sweep(letGo.plus(Duration.ofHours(25)));
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats()).isEmpty();
    }

    @Test
    void whoeverAsksAgainWhileTheirWishIsForgottenIsKnownByTheNewOne() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var once = new AtomicBoolean();
        UnconfirmedWishes askedMeanwhile = wish -> {
            if (once.compareAndSet(false, true)) {
                asking(ledgers).ask(wish(RIVERSIDE, "two"));
            }
            people.forget(wish);
        };
        var sweeping = new SweepsInMemory(ledgers, new ForgettingWishes(askedMeanwhile, codes));

        sweeping.sweep(NOW.plus(SeatLedger.HOLD));
        sweeping.sweep(NOW.plus(SeatLedger.HOLD).plus(Duration.ofDays(1)));

        assertThat(once).isTrue();
        assertThat(keeping(ledgers)
                        .confirm(attendance(), ShownWish.NOTHING, NOW)
                        .orElseThrow()
                        .booking()
                        .status())
                .isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void aWishForgottenInTheMomentOfAskingAgainIsAskedAnew() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var sweeping = new SweepsInMemory(ledgers, forgetting);
        sweeping.sweep(NOW.plus(SeatLedger.HOLD));
        ledgers.beforeNextChange(() -> sweeping.sweep(NOW.plus(SeatLedger.HOLD).plus(Duration.ofDays(1))));

        asking(ledgers).ask(wish(RIVERSIDE, "two"));

        assertThat(keeping(ledgers)
                        .confirm(attendance(), ShownWish.NOTHING, NOW)
                        .orElseThrow()
                        .booking()
                        .status())
                .isEqualTo(BookingStatus.BOOKED);
        assertThat(people.count()).isOne();
    }

    @Test
    void aWishThatFailsHoldsUpNoOtherAtItsEventNorElsewhere() {
        var ledgers = new SeatLedgersInMemory(asked(RIVERSIDE, WREN, VIVIEN), asked(TEACHMEET, TOBIAS));
        UnconfirmedWishes away = wish -> {
            if (wish.equals(WREN)) {
                throw new IllegalStateException("the store is away");
            }
        };
        var sweeping = new SweepsInMemory(ledgers, new ForgettingWishes(away, codes));
        var letGo = NOW.plus(SeatLedger.HOLD);

        sweeping.sweep(letGo);
        sweeping.sweep(letGo.plus(Duration.ofDays(1)));
        sweeping.sweep(letGo.plus(Duration.ofHours(25)));

        assertThat(ledgers.find(TEACHMEET).orElseThrow().seats()).isEmpty();
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats())
                .extracting(Seat::attendance)
                .containsExactly(WREN);
    }

    @Test
    void aColleagueAtASharedAddressGetsAPlaceAndALinkOfTheirOwn() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        var wilf = new PersonDetails("Wilf Causeway", "Music library", Sector.OTHER);
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var jo = attendance();
        keeping(ledgers).confirm(jo, ShownWish.NOTHING, NOW);

        asking(ledgers).ask(wish(RIVERSIDE, "two", wilf));
        asking(ledgers).ask(wish(RIVERSIDE, "three", new PersonDetails("wilf  causeway", "", Sector.OTHER)));
        asking(ledgers).ask(wish(RIVERSIDE, "four", new PersonDetails("JO LARKSPUR", "", Sector.COLLEGE)));

        var seats = ledgers.find(RIVERSIDE).orElseThrow().seats();
        assertThat(seats).extracting(Seat::standing).containsExactly(SeatStanding.BOOKED, SeatStanding.HELD);
        assertThat(letters.asked()).containsExactly("confirm one", "confirm two", "confirm three", "again four");
        var beside = seats.get(1).attendance();
        keeping(ledgers).confirm(beside, ShownWish.NOTHING, NOW);
        assertThat(people.named(Set.of(jo, beside)).values())
                .extracting(NamedAttendance::attendance, NamedAttendance::name)
                .containsExactlyInAnyOrder(tuple(jo, "Jo Larkspur"), tuple(beside, "wilf  causeway"));
    }

    @Test
    void aColleagueBooksAnotherEventAndChangesNoListOfTheFirst() {
        var ledgers = new SeatLedgersInMemory(
                aLedger().with(1).places(), SeatLedger.opened(riverside(TEACHMEET, STARTS), 2, LedgerState.OPEN, 1));
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW);

        asking(ledgers).ask(wish(TEACHMEET, "two", new PersonDetails("Wilf Causeway", "", Sector.OTHER)));
        var there = people.byAddress(JO).orElseThrow().attendanceAt(TEACHMEET).orElseThrow();
        var kept = keeping(ledgers).confirm(there, ShownWish.NOTHING, NOW).orElseThrow();

        assertThat(kept.saidName()).isEqualTo("Wilf Causeway");
        assertThat(keeping(ledgers).read(attendance()).orElseThrow().saidName()).isEqualTo("Jo Larkspur");
        assertThat(people.named(Set.of(attendance())).values())
                .extracting(NamedAttendance::name)
                .containsExactly("Jo Larkspur");
    }

    @Test
    void anotherNameIsTakenOnWhereTheyStillComeAndNotFromAColleagueAtTheAddress() {
        var ledgers = new SeatLedgersInMemory(
                aLedger().with(2).places(),
                SeatLedger.opened(riverside(TEACHMEET, NOW.plus(Duration.ofHours(1))), 2, LedgerState.OPEN, 1));
        for (var event : new EventId[] {RIVERSIDE, TEACHMEET}) {
            asking(ledgers).ask(wish(event, "one" + event));
            keeping(ledgers)
                    .confirm(
                            people.byAddress(JO)
                                    .orElseThrow()
                                    .attendanceAt(event)
                                    .orElseThrow(),
                            ShownWish.NOTHING,
                            NOW);
        }
        asking(ledgers).ask(wish(RIVERSIDE, "two", new PersonDetails("Wilf Causeway", "", Sector.OTHER)));
        var jo = people.byAddress(JO).orElseThrow();
        var names = new ChangingNames(people, new ReadingBookings(ledgers, people));

        assertThat(names.isTaken(jo, "wilf causeway")).isTrue();
        assertThat(names.isTaken(jo, "Jo LARKSPUR")).isFalse();
        var after = names.change(jo.id(), "Jo Fenwick", NOW.plus(Duration.ofHours(6)));

        assertThat(after.name()).isEqualTo("Jo Fenwick");
        assertThat(after.saidAt(jo.attendanceAt(RIVERSIDE).orElseThrow()).name())
                .isEqualTo("Jo Fenwick");
        assertThat(after.saidAt(jo.attendanceAt(TEACHMEET).orElseThrow()).name())
                .as("over by then")
                .isEqualTo("Jo Larkspur");
    }

    @Test
    void whileItIsUnconfirmedTheLastFormCountsWhole() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var second = new BookingChoices(Sector.SCHOOL, false, false);
        var details = new PersonDetails("Joanna Larkspur", "Sedge School", Sector.SCHOOL);

        asking(ledgers).ask(new AskForPlace(RIVERSIDE, JO, details, second, true, "two", NOW));
        var own = keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW).orElseThrow();

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats())
                .singleElement()
                .satisfies(seat -> assertThat(seat.choices()).isEqualTo(second));
        assertThat(own.booking().listed()).isFalse();
        assertThat(own.owner().saidAt(attendance())).isEqualTo(details);
    }

    /** Whoever else asks with the same address between the look and the press decides nothing unseen. */
    @Test
    void theButtonConfirmsWhatWasShownAndNothingElse() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var shown = shown(ledgers);
        var newcomer = !COLLEGE.newcomer();
        for (var unseen : List.of(
                wish(new PersonDetails("Somebody Else", "", Sector.COLLEGE), COLLEGE),
                wish(new PersonDetails("Jo Larkspur", "Sedge School", Sector.COLLEGE), COLLEGE),
                wish(TYPED, new BookingChoices(Sector.COLLEGE, COLLEGE.newcomer(), !COLLEGE.listed())),
                wish(TYPED, new BookingChoices(Sector.COLLEGE, newcomer, COLLEGE.listed())),
                wish(TYPED, new BookingChoices(Sector.PRISON, COLLEGE.newcomer(), COLLEGE.listed())))) {
            asking(ledgers).ask(unseen);

            assertThatThrownBy(() -> keeping(ledgers).confirm(attendance(), shown, NOW))
                    .as(unseen.details().name() + unseen.details().organisation() + unseen.choices())
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThat(keeping(ledgers)
                            .read(attendance())
                            .orElseThrow()
                            .booking()
                            .status())
                    .isEqualTo(BookingStatus.UNCONFIRMED);
        }
        asking(ledgers).ask(new AskForPlace(RIVERSIDE, JO, TYPED, COLLEGE, true, "five", NOW));

        var kept = keeping(ledgers).confirm(attendance(), shown, NOW).orElseThrow();

        assertThat(kept.booking().status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(kept.saidName()).isEqualTo("Jo Larkspur");
        assertThat(keeping(ledgers).confirm(attendance(), new ShownWish("else"), NOW))
                .as("once it is confirmed a press confirms nothing")
                .isEqualTo(keeping(ledgers).read(attendance()));
    }

    /** Somebody else's form is between the ledger and the name in the moment in which the owner confirms. */
    @Test
    void whoIsSlowToAskReplacesNothingThatWasConfirmedMeanwhile() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var jo = attendance();
        var shown = shown(ledgers);
        people.beforeNextProposal(() -> keeping(ledgers).confirm(jo, shown, NOW.plusSeconds(1)));

        asking(ledgers).ask(wish(RIVERSIDE, "two", new PersonDetails("Somebody Else", "", Sector.COLLEGE)));

        assertThat(keeping(ledgers).read(jo).orElseThrow().saidName()).isEqualTo("Jo Larkspur");
        assertThat(letters.asked()).as("of a place of their own").containsExactly("confirm one", "confirm two");
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats())
                .extracting(Seat::standing)
                .containsExactly(SeatStanding.BOOKED, SeatStanding.HELD);
    }

    @Test
    void whoCancelledAndAsksAnewIsCalledWhatTheyTypeThen() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW.plusSeconds(1));
        keeping(ledgers).cancel(attendance(), CancelReason.TIME, NOW.plusSeconds(2));
        var married = new PersonDetails("Jo Fenwick", "", Sector.COLLEGE);

        asking(ledgers).ask(new AskForPlace(RIVERSIDE, JO, married, COLLEGE, true, "two", NOW.plusSeconds(3)));
        var again = keeping(ledgers)
                .confirm(attendance(), ShownWish.NOTHING, NOW.plusSeconds(4))
                .orElseThrow();

        assertThat(again.saidName()).isEqualTo("Jo Fenwick");
        assertThat(again.owner().name()).isEqualTo("Jo Fenwick");
    }

    @Test
    void ofTwoPressesAtOnceTheOneAboutAnOlderListConfirmsNothing() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(2).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        var attendance = attendance();
        var shown = shown(ledgers);
        ledgers.beforeNextChange(() -> keeping(ledgers).choose(attendance, false));

        assertThatThrownBy(() -> keeping(ledgers).confirm(attendance, shown, NOW))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(keeping(ledgers).read(attendance).orElseThrow().booking().status())
                .isEqualTo(BookingStatus.UNCONFIRMED);
    }

    @Test
    void whoeverIsAddedByHandHasAPlaceAtOnceOrIsInLineAndGetsNoLetterWithAButton() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());

        assertThat(add(ledgers, wish(RIVERSIDE, "one"), NOW)).isTrue();
        assertThat(add(ledgers, wish(RIVERSIDE, "two", new PersonDetails("Al Reed", "", Sector.COLLEGE)), NOW))
                .isFalse();

        var ledger = ledgers.find(RIVERSIDE).orElseThrow();
        assertThat(ledger.seats())
                .extracting(Seat::standing)
                .containsExactly(SeatStanding.BOOKED, SeatStanding.WAITING);
        assertThat(people.atAddress(JO)).as("each has a link of their own").hasSize(2);
        assertThat(letters.asked()).isEmpty();
        assertThat(codes.whose(DoorCode.of(attendance()))).containsExactly(attendance());
        assertThat(people.byAddress(JO).orElseThrow().proven())
                .as("nobody has shown yet that the address is theirs")
                .isFalse();
    }

    @Test
    void whoeverIsAddedByHandAndHasAPlaceGetsTheirDetailsAgainAndAnOfferIsTaken() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);
        var later = NOW.plusSeconds(1);

        assertThat(add(ledgers, wish(RIVERSIDE, "two"), later)).as("it is full").isFalse();

        assertThat(letters.asked()).containsExactly("again two");
        ledgers.change(RIVERSIDE, ledger -> ledger.cancel(attendance(), CancelReason.TIME, NOW));
        books(ledgers, WREN);
        add(ledgers, wish(RIVERSIDE, "three"), later);
        ledgers.change(RIVERSIDE, ledger -> ledger.cancel(WREN, CancelReason.TIME, NOW));
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().count(SeatStanding.OFFERED))
                .isOne();
        add(ledgers, wish(RIVERSIDE, "four"), later);
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(attendance())).isTrue();
    }

    /** The second press of the form found the first one's booking, and mailed its details once more. */
    @Test
    void whatIsAddedTwiceByOnePressIsToldOnceAndAnsweredAsTheFirstTime() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        var al = new PersonDetails("Al Reed", "", Sector.COLLEGE);
        for (var press : List.of("first", "again")) {
            assertThat(add(ledgers, wish(RIVERSIDE, "one"), NOW)).as(press).isTrue();
            assertThat(add(ledgers, wish(RIVERSIDE, "two", al), NOW)).as(press).isFalse();
        }
        assertThat(letters.asked()).isEmpty();

        ledgers.change(RIVERSIDE, ledger -> ledger.cancel(attendance(), CancelReason.TIME, NOW));
        add(ledgers, wish(RIVERSIDE, "two", al), NOW);

        assertThat(ledgers.find(RIVERSIDE).orElseThrow().count(SeatStanding.OFFERED))
                .as("what came up since is for its owner to take")
                .isOne();
    }

    /** "Back, send" on the form of yesterday: what its owner has decided since then stays. */
    @ParameterizedTest
    @MethodSource("endings")
    void aLateCopyOfAPressBooksNobodyWhoHasGivenItUpSince(BiConsumer<KeepingBookings, AttendanceId> end) {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);
        end.accept(keeping(ledgers), attendance());
        var ended = ledgers.find(RIVERSIDE);

        var late = new AskForPlace(RIVERSIDE, JO, TYPED, COLLEGE, true, "one", NOW.plusSeconds(120));
        assertThat(add(ledgers, late, NOW)).isTrue();

        assertThat(ledgers.find(RIVERSIDE)).isEqualTo(ended);
        assertThat(letters.asked()).isEmpty();
        add(ledgers, late, late.at());
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().isBooked(attendance()))
                .as("another press is another wish")
                .isTrue();
    }

    static Stream<BiConsumer<KeepingBookings, AttendanceId>> endings() {
        return Stream.of(
                (keeping, own) -> keeping.cancel(own, CancelReason.TIME, NOW.plusSeconds(60)),
                (keeping, own) -> keeping.cancelFor(own, NOW.plusSeconds(60)));
    }

    @Test
    void whoHadAPlaceBeforeGetsTheirDetailsByOneLetterAlsoIfThePressBrokeOff() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);

        add(ledgers, wish(RIVERSIDE, "two"), NOW.plusSeconds(1));
        add(ledgers, wish(RIVERSIDE, "two"), NOW.plusSeconds(1));

        assertThat(letters.asked()).as("one key is one letter").containsOnly("again two");
    }

    @Test
    void aWishThatNobodyConfirmedIsTheOneThatIsAddedAlsoOnceItsHourIsOver() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one", new PersonDetails("J", "", Sector.OTHER)));
        var late = NOW.plus(SeatLedger.HOLD).plusSeconds(1);

        add(ledgers, new AskForPlace(RIVERSIDE, JO, TYPED, COLLEGE, true, "two", late), late);

        var own = keeping(ledgers).read(attendance()).orElseThrow();
        assertThat(own.booking().status()).isEqualTo(BookingStatus.BOOKED);
        assertThat(own.saidName()).isEqualTo("Jo Larkspur");
        assertThat(ledgers.find(RIVERSIDE).orElseThrow().seats()).hasSize(1);
    }

    @Test
    void nobodyIsAddedOnceItHasBegun() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());

        assertThatThrownBy(
                        () -> add(ledgers, new AskForPlace(RIVERSIDE, JO, TYPED, COLLEGE, true, "one", STARTS), STARTS))
                .isInstanceOf(BookingClosed.class);
        assertThat(people.count()).isZero();
    }

    /** Whoever presses has their mail: from then on nobody has it sent elsewhere. */
    @ParameterizedTest
    @MethodSource("ownPresses")
    void whatIsPressedBehindAMailedLinkShowsThatTheAddressIsTheirs(BiConsumer<KeepingBookings, AttendanceId> press) {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);
        keeping(ledgers).read(attendance());
        assertThat(people.byAddress(JO).orElseThrow().used()).isFalse();

        press.accept(keeping(ledgers), attendance());

        assertThat(people.byAddress(JO).orElseThrow().used()).isTrue();
    }

    static Stream<BiConsumer<KeepingBookings, AttendanceId>> ownPresses() {
        return Stream.of(
                (keeping, own) -> keeping.choose(own, true),
                (keeping, own) -> keeping.accept(own, NOW),
                (keeping, own) -> keeping.cancel(own, CancelReason.NOT_SAID, NOW));
    }

    /** What a stranger typed with somebody's address is forgotten in a day, also if that somebody looks in meanwhile. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWishThatNobodyConfirmedIsForgottenAlsoOfWhoeverSignedIn(boolean signsIn) {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        if (signsIn) {
            people.noteUse(people.byAddress(JO).orElseThrow());
        }
        var sweeping = new SweepingSeats(ledgers, forgetting);
        var late = NOW.plus(Duration.ofHours(28));

        sweeping.sweep(RIVERSIDE, NOW.plus(Duration.ofHours(2)));
        sweeping.sweep(RIVERSIDE, NOW.plus(Duration.ofHours(27)));
        sweeping.toForget(late).forEach(wish -> sweeping.forget(wish, late));

        assertThat(people.count()).isZero();
    }

    @Test
    void whatAnOrganiserCancelsShowsNothingOfTheAddress() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);

        keeping(ledgers).cancelFor(attendance(), NOW);

        assertThat(people.byAddress(JO).orElseThrow().used()).isFalse();
    }

    @Test
    void anOrganiserCancelsForNobodyWhoIsHere() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        add(ledgers, wish(RIVERSIDE, "one"), NOW);
        comesIn();

        assertThatThrownBy(() -> keeping(ledgers).cancelFor(attendance(), NOW)).isInstanceOf(AlreadyHere.class);
        assertThat(keeping(ledgers).cancelFor(TOBIAS, NOW)).isEmpty();
    }

    @Test
    void whoIsCheckedInReadsSo() {
        var ledgers = new SeatLedgersInMemory(aLedger().with(1).places());
        asking(ledgers).ask(wish(RIVERSIDE, "one"));
        keeping(ledgers).confirm(attendance(), ShownWish.NOTHING, NOW);
        assertThat(keeping(ledgers).read(attendance()).orElseThrow().here()).isFalse();

        comesIn();

        assertThat(keeping(ledgers).read(attendance()).orElseThrow().here()).isTrue();
    }

    private boolean add(SeatLedgersInMemory ledgers, AskForPlace wish, Instant first) {
        return asking(ledgers).add(wish, first);
    }

    private static SeatLedger asked(EventId event, AttendanceId... attendances) {
        var ledger = SeatLedger.opened(riverside(event, STARTS), 2, LedgerState.OPEN, 1);
        for (var attendance : attendances) {
            ledger = after(ledger, ledger.ask(attendance, COLLEGE, NOW));
        }
        return ledger;
    }

    private static void books(SeatLedgers ledgers, AttendanceId attendance) {
        ledgers.change(RIVERSIDE, ledger -> ledger.ask(attendance, COLLEGE, NOW));
        ledgers.change(RIVERSIDE, ledger -> ledger.confirm(attendance, NOW));
    }

    private AskingForPlaces asking(SeatLedgers ledgers) {
        return new AskingForPlaces(ledgers, people, forgetting, codes, letters);
    }

    private KeepingBookings keeping(SeatLedgers ledgers) {
        return new KeepingBookings(ledgers, people, new ArrivalsAtTheDoor(checkIns));
    }

    private void comesIn() {
        var arrival = new Arrival(new CheckInId("%032x".formatted(7)), NOW, "helper");
        checkIns.change(attendance(), RIVERSIDE, checkIn -> checkIn.arrive(arrival, true));
    }

    private AttendanceId attendance() {
        return people.byAddress(JO).orElseThrow().attendanceAt(RIVERSIDE).orElseThrow();
    }

    private ShownWish shown(SeatLedgers ledgers) {
        return new ShownWish(keeping(ledgers).read(attendance()).orElseThrow().wish());
    }

    private static AskForPlace wish(PersonDetails typed, BookingChoices choices) {
        return new AskForPlace(RIVERSIDE, JO, typed, choices, true, typed.organisation() + choices, NOW);
    }

    private static AskForPlace wish(EventId event, String key) {
        return wish(event, key, TYPED);
    }

    private static AskForPlace wish(EventId event, String key, PersonDetails typed) {
        return new AskForPlace(event, JO, typed, COLLEGE, true, key, NOW);
    }
}
