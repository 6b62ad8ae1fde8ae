package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.ids.HexId;

/** What every place that keeps people promises, whoever asks at once. */
public abstract class PeopleContract {

    protected static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    protected static final EventId TEACHMEET = new EventId("00000000000000000000000000000001");
    protected static final EmailAddress JO = new EmailAddress("jo@library.example");
    protected static final PersonDetails TYPED = new PersonDetails("Jo", "Ousebridge College", Sector.COLLEGE);

    protected static final Instant ASKED = Instant.parse("2026-10-01T11:30:00Z");
    protected static final Instant CONFIRMED = ASKED.plusSeconds(90);

    private People people = new PeopleInMemory();

    /** An empty one. */
    protected abstract People begin();

    /** The same ones, to forget what was never confirmed. */
    protected abstract UnconfirmedWishes wishes();

    /** They have written something of their own, which is kept under their id. */
    protected abstract void keepsSomething(PersonId person);

    @BeforeEach
    void beginEmpty() {
        people = begin();
    }

    @Test
    void oneAddressIsOnePersonWhoeverAsksAtOnce() {
        assertThat(atOnce(() -> people.withAddress(JO, TYPED).id())).hasSize(1);
    }

    @Test
    void onePersonAndEventIsOneAttendanceWhoeverAsksAtOnce() {
        var jo = people.withAddress(JO, TYPED);

        var attendances = atOnce(() -> Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random()));

        assertThat(attendances).hasSize(1);
        assertThat(people.personOf(attendances.get(0)))
                .get()
                .extracting(Person::id)
                .isEqualTo(jo.id());
    }

    @Test
    void severalAreFoundAtOnce() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var al = people.withAddress(new EmailAddress("al@library.example"), TYPED);

        assertThat(people.find(List.of(jo.id(), al.id(), new PersonId(HexId.random()))))
                .isEqualTo(Map.of(jo.id(), jo, al.id(), al));
        assertThat(people.find(List.of())).isEmpty();
    }

    @Test
    void attendancesOfTwoEventsHaveNothingInCommon() {
        var jo = people.withAddress(JO, TYPED);

        assertThat(Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random()))
                .isNotEqualTo(Attending.of(people, jo.id(), TEACHMEET, AttendanceId.random()));
    }

    @Test
    void whoeverWasWrittenDownWithAnotherAddressIsReachedAtTheirOwnAndNoMoreThere() {
        var right = new EmailAddress("jo.larkspur@library.example");
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());

        assertThat(people.readdress(jo.id(), right, JO)).isTrue();
        assertThat(people.readdress(jo.id(), right, JO)).as("twice is once").isTrue();
        assertThat(people.readdress(jo.id(), new EmailAddress("al@library.example"), JO))
                .as("they have another by now")
                .isFalse();
        assertThat(people.atAddress(new EmailAddress("al@library.example"))).isEmpty();

        assertThat(people.atAddress(right)).extracting(Person::id).containsExactly(jo.id());
        assertThat(people.atAddress(JO)).isEmpty();
        assertThat(people.withAddress(JO, TYPED).id())
                .as("whoever has that address is somebody else")
                .isNotEqualTo(jo.id());
        assertThat(people.find(jo.id()).orElseThrow().attendances()).isEqualTo(jo.attendances());
    }

    @Test
    void whoeverIsReachedAtASharedAddressFromNowOnStandsBesideAndLeavesTheOthersWhereTheyAre() {
        var desk = new EmailAddress("desk@library.example");
        var al = people.withAttendance(
                desk, new PersonDetails("Al", "", Sector.COLLEGE), RIVERSIDE, AttendanceId.random());
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var mo = people.withAttendanceBeside(
                JO, new PersonDetails("Mo", "", Sector.COLLEGE), RIVERSIDE, AttendanceId.random());

        people.readdress(jo.id(), desk, JO);

        assertThat(people.atAddress(desk)).extracting(Person::id).containsExactly(al.id(), jo.id());
        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(mo.id());
        people.readdress(mo.id(), desk, JO);
        assertThat(people.atAddress(desk)).extracting(Person::id).containsExactly(al.id(), jo.id(), mo.id());
        people.readdress(jo.id(), JO, desk);
        assertThat(people.atAddress(desk)).extracting(Person::id).containsExactly(al.id(), mo.id());
        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(jo.id());
    }

    @Test
    void anAddressBehindWhichAButtonWasPressedStaysAndSoDoesAllElse() {
        var jo = people.withWish(JO, TYPED, RIVERSIDE, AttendanceId.random());

        people.noteUse(jo);
        people.noteUse(jo);

        assertThat(people.readdress(jo.id(), new EmailAddress("al@library.example"), JO))
                .isFalse();
        assertThat(people.find(jo.id()))
                .as("nothing is confirmed by that")
                .contains(new Person(jo.id(), jo.details(), jo.address(), false, true, 0, jo.attendances(), jo.said()));
        wishes().forget(jo.attendanceAt(RIVERSIDE).orElseThrow());
        people.noteUse(jo);
        assertThat(people.find(jo.id())).as("who was erased in that moment").isEmpty();
    }

    /** The button was mailed to the address before: whoever reads there is somebody else. */
    @Test
    void aButtonThatWentToAnAddressBeforeIsNoUseOfTheNext() {
        var right = new EmailAddress("jo.larkspur@library.example");
        var jo = people.withWish(JO, TYPED, RIVERSIDE, AttendanceId.random());
        people.readdress(jo.id(), right, JO);

        people.noteUse(jo);

        assertThat(people.find(jo.id()).map(Person::used)).contains(false);
    }

    @Test
    void anAddressThatItsOwnerHasShownToBeTheirsStays() {
        var jo = people.withWish(JO, TYPED, RIVERSIDE, AttendanceId.random());
        people.adopt(jo.id(), jo.attendanceAt(RIVERSIDE).orElseThrow(), TYPED, CONFIRMED);

        assertThat(people.readdress(jo.id(), new EmailAddress("al@library.example"), JO))
                .isFalse();
        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(jo.id());
    }

    @Test
    void whatStrangersTypeForAKnownAddressIsNotTakenOverBeforeItsOwnerConfirms() {
        var jo = people.withAddress(JO, TYPED);
        var attendance = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());
        var other = new PersonDetails("Somebody else", "", Sector.OTHER);

        people.withAddress(JO, other);
        people.propose(jo.id(), attendance, other, ASKED);
        assertThat(people.find(jo.id())).get().extracting(Person::name).isEqualTo("Jo");

        people.adopt(jo.id(), attendance, other, CONFIRMED);
        assertThat(people.find(jo.id()))
                .get()
                .extracting(Person::name, Person::proven)
                .containsExactly("Somebody else", true);
    }

    /** Whoever proposes in the moment of confirming is too late: the owner has not seen it. */
    @Test
    void whatTheOwnerHasSeenIsTakenOverWhateverWasProposedSince() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var attendance = jo.attendanceAt(RIVERSIDE).orElseThrow();
        people.propose(jo.id(), attendance, TYPED, ASKED);
        people.propose(jo.id(), attendance, new PersonDetails("Somebody else", "", Sector.OTHER), ASKED);

        var after = people.adopt(jo.id(), attendance, TYPED, CONFIRMED);

        assertThat(after.details()).isEqualTo(TYPED);
        assertThat(people.named(List.of(attendance)).values())
                .extracting(NamedAttendance::name)
                .containsExactly(TYPED.name());
    }

    /** Whoever asked before it and is slow replaces nothing either; asked anew, it is another wish. */
    @Test
    void onceItIsConfirmedNothingIsProposedButWithANewerWish() {
        var jo = people.withWish(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var attendance = jo.attendanceAt(RIVERSIDE).orElseThrow();
        var other = new PersonDetails("Somebody else", "", Sector.OTHER);
        people.adopt(jo.id(), attendance, TYPED, CONFIRMED);

        assertThat(people.propose(jo.id(), attendance, other, ASKED)).isFalse();

        assertThat(nameAt(attendance)).isEqualTo("Jo");
        assertThat(people.find(jo.id()).orElseThrow().saidAt(attendance)).isEqualTo(TYPED);
        assertThat(people.propose(jo.id(), attendance, other, CONFIRMED.plusSeconds(1)))
                .isTrue();
        assertThat(nameAt(attendance)).isEqualTo("Somebody else");
    }

    /** What is said at the door nobody confirms, so that nothing may wait for it. */
    @Test
    void onlyWhatSomebodyAskedWithIsProposed() {
        var jo = people.withAddress(JO, new PersonDetails("J", "", Sector.OTHER));
        var came = AttendanceId.random();
        var asked = AttendanceId.random();
        people.withAttendance(JO, TYPED, RIVERSIDE, came);
        people.withWish(JO, TYPED, TEACHMEET, asked);

        assertThat(people.adopt(jo.id(), came, TYPED, CONFIRMED).name()).isEqualTo("J");
        assertThat(people.adopt(jo.id(), asked, TYPED, CONFIRMED).name()).isEqualTo("Jo");
        assertThat(people.named(List.of(came, asked)).values())
                .extracting(NamedAttendance::name)
                .containsExactly("Jo", "Jo");
    }

    private String nameAt(AttendanceId attendance) {
        return people.named(List.of(attendance)).values().iterator().next().name();
    }

    @Test
    void aNameBelongsToTheBookingItWasTypedWith() {
        var wren = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var riverside = wren.attendanceAt(RIVERSIDE).orElseThrow();
        people.propose(wren.id(), riverside, TYPED, ASKED);
        people.adopt(wren.id(), riverside, TYPED, CONFIRMED);
        var later = new PersonDetails("Jo Larkspur", "Music library", Sector.OTHER);
        var teachMeet = people.withAttendance(JO, later, TEACHMEET, AttendanceId.random())
                .attendanceAt(TEACHMEET)
                .orElseThrow();
        people.propose(wren.id(), teachMeet, later, ASKED);

        people.adopt(wren.id(), teachMeet, later, CONFIRMED);

        assertThat(people.named(List.of(riverside, teachMeet)).values())
                .extracting(NamedAttendance::attendance, NamedAttendance::name, NamedAttendance::organisation)
                .containsExactlyInAnyOrder(
                        tuple(riverside, "Jo", "Ousebridge College"), tuple(teachMeet, "Jo Larkspur", "Music library"));
        assertThat(people.find(wren.id())).get().extracting(Person::name).isEqualTo("Jo Larkspur");
    }

    @Test
    void anotherNameIsTheirsWhereTheyComeAndWhatHasBeenStays() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var riverside = jo.attendanceAt(RIVERSIDE).orElseThrow();
        var school = new PersonDetails("Jo", "Sedge School", Sector.SCHOOL);
        var teachMeet = people.withAttendance(JO, school, TEACHMEET, AttendanceId.random())
                .attendanceAt(TEACHMEET)
                .orElseThrow();
        people.propose(jo.id(), teachMeet, school, ASKED);

        people.rename(jo.id(), " Joanna Larkspur", Set.of(teachMeet));

        assertThat(people.named(List.of(riverside, teachMeet)).values())
                .extracting(NamedAttendance::attendance, NamedAttendance::name, NamedAttendance::organisation)
                .containsExactlyInAnyOrder(
                        tuple(riverside, "Jo", "Ousebridge College"),
                        tuple(teachMeet, "Joanna Larkspur", "Sedge School"));
        var seen = people.find(jo.id()).orElseThrow().saidAt(teachMeet);
        assertThat(people.adopt(jo.id(), teachMeet, seen, CONFIRMED).name()).isEqualTo("Joanna Larkspur");
    }

    @Test
    void anotherNameGoesInThePlaceOfTheOneThatWasSeenAndTwiceIsOnce() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());

        people.rename(jo.id(), "Jo Sedge", Set.of(), TYPED.name());
        people.rename(jo.id(), "Jo Sedge", Set.of(), TYPED.name());
        assertThatThrownBy(() -> people.rename(jo.id(), "Jo Marsh", Set.of(), TYPED.name()))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(people.find(jo.id())).get().extracting(Person::name).isEqualTo("Jo Sedge");
    }

    @Test
    void whatIsTypedLastIsTheNameUntilItIsConfirmed() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var attendance = jo.attendanceAt(RIVERSIDE).orElseThrow();

        people.propose(jo.id(), attendance, new PersonDetails("Joanna", "", Sector.OTHER), ASKED);

        assertThat(people.named(List.of(attendance)).values())
                .extracting(NamedAttendance::name)
                .containsExactly("Joanna");
    }

    @Test
    void severalMayShareAnAddressAndOneNameThereIsOnePerson() {
        var first = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var wilf = new PersonDetails("Wilf  Causeway", "", Sector.OTHER);

        var beside = atOnce(() -> people.withAttendanceBeside(JO, wilf, RIVERSIDE, AttendanceId.random())
                .attendanceAt(RIVERSIDE)
                .orElseThrow());

        assertThat(beside).hasSize(1);
        assertThat(people.atAddress(JO))
                .extracting(person -> person.attendanceAt(RIVERSIDE).orElseThrow())
                .containsExactly(first.attendanceAt(RIVERSIDE).orElseThrow(), beside.get(0));
        assertThat(people.byAddress(JO)).get().extracting(Person::id).isEqualTo(first.id());

        wishes().forget(beside.get(0));

        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(first.id());
        assertThat(people.eventOf(beside.get(0))).isEmpty();
    }

    /** The first never confirmed: a colleague who came in at the door is found by the address all the same. */
    @Test
    void whenWhoHadTheAddressFirstIsForgottenItGoesOnToWhoSharesIt() {
        var first = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var wilf = beside("Wilf Causeway");
        var ivy = beside("Ivy Causeway");

        wishes().forget(first.attendanceAt(RIVERSIDE).orElseThrow());
        wishes().forget(first.attendanceAt(RIVERSIDE).orElseThrow());

        assertThat(people.find(first.id())).isEmpty();
        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(wilf.id(), ivy.id());
        assertThat(people.byAddress(JO)).get().extracting(Person::id).isEqualTo(wilf.id());
        assertThat(people.withAddress(JO, TYPED).id()).isEqualTo(wilf.id());
        assertThat(beside(" ivy causeway ").id())
                .as("one name at an address is one person, whoever had it first")
                .isEqualTo(ivy.id());
        assertThat(people.atAddress(JO)).hasSize(2);
    }

    @Test
    void whoIsCalledOtherwiseBesideSomebodyIsFoundByTheirNewName() {
        people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var wilf = beside("Wilf Causeway");
        people.rename(wilf.id(), "Wilfred Causeway", Set.of());

        assertThat(beside("Wilfred Causeway").id()).isEqualTo(wilf.id());
    }

    private Person beside(String name) {
        var details = new PersonDetails(name, "", Sector.OTHER);
        return people.withAttendanceBeside(JO, details, RIVERSIDE, AttendanceId.random());
    }

    @Test
    void namesComeForManyAtOnceAndUnknownOnesAreLeftOut() {
        var jo = people.withAddress(JO, TYPED);
        var attendance = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());
        var unknown = new AttendanceId("ffffffffffffffffffffffffffffffff");

        assertThat(people.named(List.of(attendance, unknown)).values())
                .singleElement()
                .satisfies(named -> assertThat(named.name()).isEqualTo("Jo"));
        assertThat(people.eventsOf(List.of(attendance, unknown))).containsOnlyKeys(attendance);
    }

    @Test
    void aForgottenWishLeavesNothingOfSomebodyWhoNeverConfirmed() {
        var jo = people.withAddress(JO, TYPED);
        var attendance = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());

        wishes().forget(attendance);
        wishes().forget(attendance);

        assertThat(people.byAddress(JO)).isEmpty();
        assertThat(people.eventOf(attendance)).isEmpty();
    }

    /** A stranger typed it with somebody's address, who signed in meanwhile. */
    @Test
    void aForgottenWishLeavesNothingOfSomebodyWhoOnlySignedIn() {
        var attendance = AttendanceId.random();
        var jo = people.withWish(JO, TYPED, RIVERSIDE, attendance);
        people.noteUse(jo);

        wishes().forget(attendance);

        assertThat(people.atAddress(JO)).isEmpty();
    }

    @Test
    void whoeverKeepsSomethingOfTheirOwnStaysWithoutTheNameThatNobodyConfirmed() {
        var attendance = AttendanceId.random();
        var jo = people.withWish(JO, TYPED, RIVERSIDE, attendance);
        people.noteUse(jo);
        keepsSomething(jo.id());

        wishes().forget(attendance);

        assertThat(people.byAddress(JO))
                .contains(new Person(jo.id(), PersonDetails.NOT_SAID, JO, false, true, 0, Map.of(), Map.of()));
    }

    @Test
    void aForgottenWishOfSomebodyKnownLeavesThemAndTheirOtherEvents() {
        var jo = people.withAddress(JO, TYPED);
        var kept = Attending.of(people, jo.id(), TEACHMEET, AttendanceId.random());
        people.adopt(jo.id(), kept, TYPED, CONFIRMED);
        var wish = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());

        wishes().forget(wish);

        assertThat(people.byAddress(JO)).get().extracting(Person::attendances).isEqualTo(Map.of(TEACHMEET, kept));
    }

    @Test
    void aFreshAttendanceIsTakenOnlyByWhoeverHasNone() {
        var jo = people.withAddress(JO, TYPED);
        var first = new AttendanceId("000000000000000000000000000000aa");
        var second = new AttendanceId("000000000000000000000000000000bb");

        assertThat(Attending.of(people, jo.id(), RIVERSIDE, first)).isEqualTo(first);
        assertThat(Attending.of(people, jo.id(), RIVERSIDE, first)).isEqualTo(first);
        assertThat(Attending.of(people, jo.id(), RIVERSIDE, second)).isEqualTo(first);
        assertThat(people.eventOf(first)).contains(RIVERSIDE);
        assertThat(people.eventOf(second)).isEmpty();
    }

    protected static <T> List<T> atOnce(Callable<T> call) {
        return all(call).stream().distinct().toList();
    }

    protected static <T> List<T> all(Callable<T> call) {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = IntStream.range(0, 24).mapToObj(number -> call).toList();
            var done = threads.invokeAll(work);
            return done.stream().map(PeopleContract::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T get(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
