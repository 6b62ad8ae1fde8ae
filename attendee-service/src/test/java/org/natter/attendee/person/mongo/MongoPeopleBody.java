package org.natter.attendee.person.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PeopleContract;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.SignInAsk;
import org.natter.attendee.person.SignInRequest;
import org.natter.attendee.person.SweepingStrays;
import org.natter.attendee.person.UnconfirmedWishes;
import org.natter.ids.HexId;
import org.springframework.data.mongodb.core.MongoOperations;

/** The store of people, with what only a store can get wrong: other writers in the middle, and rows left behind. */
abstract class MongoPeopleBody extends PeopleContract {

    private static final PersonDetails WILF = new PersonDetails("Wilf Causeway", "", Sector.OTHER);

    private MongoOperations mongo;
    private MongoPeople people;

    abstract MongoOperations emptyStore();

    @Override
    protected People begin() {
        mongo = emptyStore();
        people = new MongoPeople(mongo);
        return people;
    }

    @Override
    protected UnconfirmedWishes wishes() {
        return people;
    }

    @Override
    protected void keepsSomething(PersonId person) {
        mongo.getCollection("cpd_record").insertOne(new Document("_id", person.value()));
    }

    /** A sweep finds nobody who keeps something of their own, and everybody who only signed in. */
    @Test
    void whoeverKeepsSomethingOfTheirOwnIsNoStray() {
        var signedIn = people.withAddress(JO, TYPED);
        var writes = people.withAddress(new EmailAddress("al@library.example"), TYPED);
        people.noteUse(signedIn);
        people.noteUse(writes);
        keepsSomething(writes.id());
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));

        sweeping.sweep();
        sweeping.sweep();

        assertThat(people.find(signedIn.id())).isEmpty();
        assertThat(people.find(writes.id())).isPresent();
    }

    @Test
    void whoIsForgottenLeavesNoRow() {
        people.forget(Attending.of(people, people.withAddress(JO, TYPED).id(), RIVERSIDE, AttendanceId.random()));

        assertThat(rows("person", "person_address", "person_attendance")).isZero();
    }

    @Test
    void somebodyWhoAsksForAnotherEventWhileTheyAreForgottenStaysOnePerson() {
        var jo = people.withAddress(JO, TYPED);
        var wish = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());

        beforeDeleting(
                        "person",
                        () -> Attending.of(
                                people, people.withAddress(JO, TYPED).id(), TEACHMEET, AttendanceId.random()))
                .forget(wish);

        assertThat(people.withAddress(JO, TYPED).id()).isEqualTo(jo.id());
        assertThat(people.eventOf(wish)).isEmpty();
        assertThat(people.find(jo.id()).orElseThrow().attendances()).containsOnlyKeys(TEACHMEET);
        assertThat(rows("person")).isOne();
    }

    @Test
    void somebodyWhoComesBackWhileTheirAddressIsForgottenStaysOnePerson() {
        var wish = Attending.of(people, people.withAddress(JO, TYPED).id(), RIVERSIDE, AttendanceId.random());

        beforeDeleting(
                        "person_address",
                        () -> Attending.of(
                                people, people.withAddress(JO, TYPED).id(), TEACHMEET, AttendanceId.random()))
                .forget(wish);

        assertThat(people.byAddress(JO).orElseThrow().attendances()).containsOnlyKeys(TEACHMEET);
        assertThat(people.withAddress(JO, TYPED)).isEqualTo(people.byAddress(JO).orElseThrow());
        assertThat(rows("person")).isOne();
    }

    @Test
    void somebodyForgottenInTheMomentOfAskingAgainIsMadeAnew() {
        var jo = people.withAddress(JO, TYPED);
        var wish = Attending.of(people, jo.id(), RIVERSIDE, AttendanceId.random());
        var fresh = AttendanceId.random();

        var asked =
                before("updateOne", "person", () -> people.forget(wish)).withAttendance(JO, TYPED, TEACHMEET, fresh);

        assertThat(asked.attendances()).containsOnly(entry(TEACHMEET, fresh));
        assertThat(people.personOf(fresh)).contains(asked);
        assertThat(people.byAddress(JO)).contains(asked);
        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(3);
    }

    @Test
    void aProposalInTheMomentOfConfirmingComesTooLate() {
        var jo = people.withWish(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var attendance = jo.attendanceAt(RIVERSIDE).orElseThrow();

        var isProposed = before("updateOne", "person", () -> people.adopt(jo.id(), attendance, TYPED, CONFIRMED))
                .propose(jo.id(), attendance, WILF, ASKED);

        assertThat(isProposed).isFalse();
        assertThat(people.find(jo.id()).orElseThrow().saidAt(attendance)).isEqualTo(TYPED);
    }

    @Test
    void whatIsSaidAtTheDoorWaitsForNobodyToConfirmIt() {
        people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        people.withAttendance(JO, TYPED, TEACHMEET, AttendanceId.random());
        people.withAttendanceBeside(JO, WILF, RIVERSIDE, AttendanceId.random());

        assertThat(mongo.getCollection("person").find())
                .hasSize(2)
                .allSatisfy(person ->
                        assertThat(person.get("pending", Document.class)).isEmpty());
    }

    /** Whatever write is the last one before a crash, two looks later nothing is left that nobody would ever find. */
    @Test
    void whatAWishThatBrokeOffLeavesIsSweptAndNobodyElse() {
        var proven = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        people.adopt(proven.id(), proven.attendanceAt(RIVERSIDE).orElseThrow(), TYPED, CONFIRMED);
        var waiting = people.withAttendance(new EmailAddress("sam@x.example"), TYPED, RIVERSIDE, AttendanceId.random());
        var stays = rows("person", "person_address", "person_attendance");
        people.withAddress(new EmailAddress("kim@x.example"), TYPED);
        mongo.getCollection("person_address")
                .insertOne(new Document("_id", "lou@x.example").append("person", HexId.random()));
        mongo.getCollection("person_attendance")
                .insertOne(new Document("_id", HexId.random())
                        .append("person", waiting.id().value())
                        .append("event", TEACHMEET.value()));
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));

        sweeping.sweep();
        assertThat(rows("person", "person_address", "person_attendance"))
                .as("a wish that is being written looks like this, too")
                .isEqualTo(stays + 4);
        sweeping.sweep();
        sweeping.sweep();
        sweeping.sweep();

        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(stays);
        assertThat(people.find(proven.id())).isPresent();
        assertThat(people.find(waiting.id())).contains(waiting);
    }

    @Test
    void whoComesBackBetweenTwoLooksStays() {
        people.withAddress(JO, TYPED);
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));
        sweeping.sweep();

        var back = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        sweeping.sweep();
        sweeping.sweep();

        assertThat(people.byAddress(JO)).contains(back);
        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(3);
    }

    /** Their person is seen and removed while they write. */
    @Test
    void whoComesBackInTheMomentOfBeingSweptIsMadeAnew() {
        people.withAddress(JO, TYPED);
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));
        sweeping.sweep();

        var back = before("updateOne", "person", sweeping::sweep)
                .withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());

        assertThat(people.byAddress(JO)).contains(back);
        sweeping.sweep();
        sweeping.sweep();
        assertThat(people.byAddress(JO)).contains(back);
    }

    /** Pressing a page again finishes what a crash broke off, hours later, too. */
    @Test
    void anAttendanceThatBecomesSomebodysInTheMomentOfBeingSweptStays() {
        var walkIn = AttendanceId.random();
        var crashing = before("insertOne", "person", () -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(() -> crashing.withAttendance(JO, TYPED, RIVERSIDE, walkIn))
                .hasMessage("crash");

        sweptInTheMomentOf(() -> people.withAttendance(JO, TYPED, RIVERSIDE, walkIn));

        assertThat(people.personOf(walkIn)).isPresent().isEqualTo(people.byAddress(JO));
    }

    @Test
    void whereverAFirstWishBreaksOffAskingAgainFinishesIt() {
        for (var rows : List.of("person_address", "person_attendance", "person")) {
            var address = new EmailAddress(rows.replace('_', '.') + "@x.example");
            var fresh = AttendanceId.random();
            var crashing = before("insertOne", rows, () -> {
                throw new IllegalStateException("crash");
            });
            assertThatThrownBy(() -> crashing.withAttendance(address, TYPED, RIVERSIDE, fresh))
                    .hasMessage("crash");

            var asked = people.withAttendance(address, TYPED, RIVERSIDE, fresh);

            assertThat(asked.attendances()).containsOnly(entry(RIVERSIDE, fresh));
            assertThat(people.personOf(fresh)).contains(asked);
            assertThat(people.byAddress(address)).contains(asked);
        }
        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(9);
    }

    @Test
    void whoAsksTwiceAtOnceForTheFirstTimeIsOnePersonWithOneAttendance() {
        for (var rows : List.of("person_address", "person_attendance", "person")) {
            var address = new EmailAddress(rows.replace('_', '.') + "@x.example");
            var other = AttendanceId.random();

            var asked = before("insertOne", rows, () -> people.withAttendance(address, TYPED, RIVERSIDE, other))
                    .withAttendance(address, TYPED, RIVERSIDE, AttendanceId.random());

            assertThat(asked.attendances()).containsOnly(entry(RIVERSIDE, other));
            assertThat(people.byAddress(address)).contains(asked);
        }
        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(9);
    }

    @Test
    void anAttendanceFromBeforeTheyHadVersionsStaysLikewise() {
        var jo = people.withAddress(JO, TYPED);
        var walkIn = AttendanceId.random();
        mongo.getCollection("person_attendance")
                .insertOne(new Document("_id", walkIn.value())
                        .append("person", jo.id().value())
                        .append("event", RIVERSIDE.value()));

        sweptInTheMomentOf(() -> people.withAttendance(JO, TYPED, RIVERSIDE, walkIn));

        assertThat(people.personOf(walkIn)).isPresent().isEqualTo(people.byAddress(JO));
    }

    @Test
    void whoLeftNoAddressAndIsSweptInTheMomentOfComingBackIsMadeAnew() {
        var nameless = new PersonId(HexId.random());
        var walkIn = AttendanceId.random();
        var crashing = before("updateOne", "person", () -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(() -> crashing.withoutAddress(nameless, TYPED, RIVERSIDE, walkIn))
                .hasMessage("crash");
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));
        sweeping.sweep();

        var back = before("insertOne", "person_attendance", sweeping::sweep)
                .withoutAddress(nameless, TYPED, RIVERSIDE, walkIn);

        assertThat(back.attendances()).containsOnly(entry(RIVERSIDE, walkIn));
        assertThat(people.personOf(walkIn)).contains(back);
        assertThat(rows("person", "person_attendance")).isEqualTo(2);
    }

    private void sweptInTheMomentOf(Runnable pressing) {
        var sweeping = new SweepingStrays(new MongoStrayPeople(with("deleteOne", "person_attendance", pressing)));
        sweeping.sweep();
        sweeping.sweep();
    }

    @Test
    void whoHadTheAddressFirstStaysAsLongAsSomebodySharesItAndNoLonger() {
        var wish = AttendanceId.random();
        people.withAttendanceBeside(JO, WILF, RIVERSIDE, wish);
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));
        sweeping.sweep();
        sweeping.sweep();
        assertThat(people.atAddress(JO)).hasSize(2);

        people.forget(wish);
        sweeping.sweep();
        sweeping.sweep();
        sweeping.sweep();
        sweeping.sweep();

        assertThat(rows("person", "person_address", "person_attendance")).isZero();
    }

    @Test
    void aCrashWhileAnAddressGoesOnIsFinishedByTheNextCall() {
        var wish = AttendanceId.random();
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, wish);
        var wilf = people.withAttendanceBeside(JO, WILF, RIVERSIDE, AttendanceId.random());
        var crashing = beforeDeleting("person", () -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(() -> crashing.forget(wish)).hasMessage("crash");
        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(wilf.id());

        people.forget(wish);

        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(wilf.id());
        assertThat(people.find(jo.id())).isEmpty();
        assertThat(rows("person", "person_address", "person_attendance")).isEqualTo(3);
    }

    @Test
    void whoComesBesideThemInTheMomentOfBeingForgottenIsListedWithTheHeir() {
        var wish = AttendanceId.random();
        people.withAttendance(JO, TYPED, RIVERSIDE, wish);
        var wilf = people.withAttendanceBeside(JO, WILF, RIVERSIDE, AttendanceId.random());
        var ivy = new PersonDetails("Ivy Causeway", "", Sector.OTHER);

        before(
                        "updateOne",
                        "person_address",
                        () -> people.withAttendanceBeside(JO, ivy, RIVERSIDE, AttendanceId.random()))
                .forget(wish);

        assertThat(people.atAddress(JO)).hasSize(2).extracting(Person::id).startsWith(wilf.id());
        assertThat(people.atAddress(JO)).extracting(Person::name).endsWith("Ivy Causeway");
    }

    @Test
    void whoComesBackInTheMomentTheirAddressGoesOnIsListedBesideTheHeir() {
        var wish = AttendanceId.random();
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, wish);
        var wilf = people.withAttendanceBeside(JO, WILF, RIVERSIDE, AttendanceId.random());

        beforeDeleting("person", () -> Attending.of(people, jo.id(), TEACHMEET, AttendanceId.random()))
                .forget(wish);

        assertThat(people.atAddress(JO)).extracting(Person::id).containsExactly(wilf.id(), jo.id());
        assertThat(people.find(jo.id()).orElseThrow().attendances()).containsOnlyKeys(TEACHMEET);
    }

    @Test
    void whoIsGoneIsNoLongerListedWithWhoHadTheAddressFirst() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var ivy = new PersonDetails("Ivy Causeway", "", Sector.OTHER);
        people.withAttendanceBeside(JO, ivy, RIVERSIDE, AttendanceId.random());
        var wish = AttendanceId.random();
        people.withAttendanceBeside(JO, WILF, RIVERSIDE, wish);
        var listed = people.atAddress(JO);
        people.forget(wish);
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));

        sweeping.sweep();
        sweeping.sweep();

        assertThat(people.atAddress(JO)).isEqualTo(listed.subList(0, 2));
        assertThat(mongo.getCollection("person")
                        .find(Filters.eq("_id", jo.id().value()))
                        .first()
                        .getList("sharing", String.class))
                .containsExactly(listed.get(1).id().value());
    }

    @Test
    void somebodyBesideWhoeverIsSweptInThatMomentIsFoundWithThem() {
        people.withAddress(JO, TYPED);
        var sweeping = new SweepingStrays(new MongoStrayPeople(mongo));
        sweeping.sweep();
        var fresh = AttendanceId.random();

        before("insertOne", "person", sweeping::sweep).withAttendanceBeside(JO, WILF, RIVERSIDE, fresh);

        assertThat(people.atAddress(JO))
                .hasSize(2)
                .contains(people.personOf(fresh).orElseThrow());
    }

    @Test
    void aCrashAfterThePersonWentIsFinishedByTheNextSweep() {
        var wish = forgottenButForTheAddress();

        people.forget(wish);

        assertThat(rows("person", "person_address", "person_attendance")).isZero();
    }

    @Test
    void somebodyMadeWhileTheirAddressIsForgottenIsReachedByIt() {
        var wish = forgottenButForTheAddress();

        var asked = before("insertOne", "person", () -> people.forget(wish)).withAddress(JO, TYPED);

        assertThat(people.byAddress(JO)).contains(asked);
        assertThat(rows("person")).isOne();
    }

    @Test
    void whoeverIsMadeTwiceWhileTheirAddressIsForgottenIsOnePerson() {
        var wish = forgottenButForTheAddress();

        var asked = before("insertOne", "person", () -> {
                    people.forget(wish);
                    people.withAddress(JO, TYPED);
                })
                .withAddress(JO, TYPED);

        assertThat(people.byAddress(JO)).contains(asked);
        assertThat(rows("person")).isOne();
    }

    @Test
    void somebodyMadeAnewIsNotForgottenForWhoWasThereBefore() {
        var wish = Attending.of(people, people.withAddress(JO, TYPED).id(), RIVERSIDE, AttendanceId.random());

        beforeDeleting("person", () -> {
                    crashBeforeTheAddressGoes(wish);
                    Attending.of(people, people.withAddress(JO, TYPED).id(), TEACHMEET, AttendanceId.random());
                })
                .forget(wish);

        assertThat(people.byAddress(JO).orElseThrow().attendances()).containsOnlyKeys(TEACHMEET);
    }

    /** The process that moved Jo there is gone; whoever books there got into Jo's place, and their mail went to Jo. */
    @Test
    void whatACorrectionLeftThatBrokeOffMakesNobodyElseOfWhoeverReadsMailThere() {
        var right = new EmailAddress("jo.larkspur@library.example");
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        mongo.getCollection("person_address")
                .insertOne(new Document("_id", right.value())
                        .append("person", jo.id().value()));

        var newcomer = people.withAttendance(
                right, new PersonDetails("Zoe", "", Sector.COLLEGE), TEACHMEET, AttendanceId.random());

        assertThat(newcomer.id()).isNotEqualTo(jo.id());
        assertThat(newcomer.mailbox()).contains(right);
        assertThat(people.find(jo.id())).contains(jo);
        assertThat(people.atAddress(right)).extracting(Person::id).containsExactly(newcomer.id());
        assertThat(people.readdress(jo.id(), right, JO))
                .as("once more finishes it")
                .isTrue();
        assertThat(people.atAddress(right)).extracting(Person::id).containsExactly(newcomer.id(), jo.id());
        assertThat(people.atAddress(JO)).isEmpty();
    }

    /** The second took the row of the new address away, which it read as the one to let go. */
    @Test
    void whoeverIsMovedToTheSameAddressSeveralTimesAtOnceIsReachedThere() {
        for (var round = 0; round < 10; round++) {
            var before = new EmailAddress("jo" + round + "@library.example");
            var right = new EmailAddress("jo.larkspur" + round + "@library.example");
            var jo = people.withAttendance(before, TYPED, RIVERSIDE, AttendanceId.random());

            assertThat(all(() -> people.readdress(jo.id(), right, before))).containsOnly(true);

            assertThat(people.atAddress(right)).extracting(Person::id).containsExactly(jo.id());
            assertThat(people.atAddress(before)).isEmpty();
        }
    }

    @Test
    void peopleWhoAreMovedToOneAddressAtOnceAreAllReachedThereAndNowhereElse() {
        for (var round = 0; round < 10; round++) {
            var desk = new EmailAddress("desk" + round + "@library.example");
            var before = new HashMap<PersonId, EmailAddress>();
            for (var number = 0; number < 4; number++) {
                var theirs = new EmailAddress("p" + number + "." + round + "@library.example");
                var person = people.withAttendance(theirs, TYPED, RIVERSIDE, AttendanceId.random());
                before.put(person.id(), theirs);
            }

            assertThat(before.entrySet().parallelStream()
                            .allMatch(one -> people.readdress(one.getKey(), desk, one.getValue())))
                    .isTrue();

            assertThat(people.atAddress(desk))
                    .extracting(Person::id)
                    .containsExactlyInAnyOrderElementsOf(before.keySet());
            assertThat(before.values())
                    .allSatisfy(theirs -> assertThat(people.atAddress(theirs)).isEmpty());
        }
    }

    /** Whoever was written down before it was noted who had used their address may have. */
    @Test
    void anAddressOfAnEarlierReleaseStays() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        mongo.getCollection("person").updateOne(new Document(), new Document("$unset", new Document("used", "")));

        assertThat(people.find(jo.id()).map(Person::used)).contains(true);
        assertThat(people.readdress(jo.id(), new EmailAddress("al@library.example"), JO))
                .isFalse();
    }

    @Test
    void aSignInLinkIsUsedOnceWhoeverPressesAtOnce() {
        var requests = new MongoSignInRequests(mongo);
        var jo = people.withAddress(JO, TYPED);
        var id = "0123456789abcdef0123456789abcdef";
        requests.keep(new SignInRequest(id, jo.id(), "a".repeat(32), "ab".repeat(32), Instant.EPOCH));

        assertThat(all(() -> requests.use(id)).stream().filter(used -> used)).hasSize(1);
    }

    /** Whoever answers an ask again, after a crash or from another process, keeps what came of it again. */
    @Test
    void aUsedSignInLinkCannotBeKeptAgain() {
        var requests = new MongoSignInRequests(mongo);
        var asked = Instant.parse("2026-11-12T18:00:00Z");
        var request = new SignInRequest(
                HexId.random(), people.withAddress(JO, TYPED).id(), "a".repeat(32), "ab".repeat(32), asked);
        requests.keep(request);
        requests.keep(request);
        assertThat(requests.find(request.id())).contains(request);
        assertThat(requests.use(request.id())).isTrue();

        requests.keep(request);

        assertThat(requests.find(request.id())).isEmpty();
        assertThat(requests.use(request.id())).isFalse();
        requests.forgetBefore(asked.plusSeconds(1));
        assertThat(rows("sign_in_request")).isZero();
    }

    @Test
    void anAskThatCannotBeReadEndsByItsTimeAlone() {
        var asks = new MongoSignInAsks(mongo);
        var asked = Instant.parse("2026-11-12T18:00:00Z");
        mongo.getCollection("sign_in_ask")
                .insertOne(new Document("_id", HexId.random())
                        .append("address", "no address")
                        .append("at", Date.from(asked)));

        asks.forgetBefore(asked);
        assertThat(rows("sign_in_ask")).isOne();
        asks.forgetBefore(asked.plusSeconds(1));
        assertThat(rows("sign_in_ask")).isZero();
    }

    @Test
    void asksComeTheOldestFirstAHundredAtOnce() {
        var asks = new MongoSignInAsks(mongo);
        var ids = new ArrayList<String>();
        for (var second = 0; second < 103; second++) {
            ids.add(0, HexId.random());
            asks.note(new SignInAsk(ids.get(0), JO, "ab".repeat(32), Instant.ofEpochSecond(1_000 - second)));
        }

        assertThat(asks.left(Set.of())).isEqualTo(ids.subList(0, 100));
        assertThat(asks.left(ids.subList(0, 100))).isEqualTo(ids.subList(100, 103));
        assertThat(asks.left(List.copyOf(ids))).isEmpty();
    }

    @Test
    void ofPrivateWordsKeptInOneMomentTheFirstStayAndTheOthersHearOfIt() {
        var words = new MongoPrivateWords(mongo);
        var writer = AttendanceId.random();
        var number = new AtomicInteger();

        var kept = all(() -> {
            var mine = "words " + number.incrementAndGet();
            try {
                words.remember(writer, mine, "");
                return mine;
            } catch (ChangedMeanwhile others) {
                return "";
            }
        });

        assertThat(kept).filteredOn(mine -> !mine.isEmpty()).containsExactly(words.rememberedBy(writer));
    }

    @Test
    void ofNamesChangedInOneMomentTheFirstStaysAndTheOthersHearOfIt() {
        var jo = people.withAttendance(JO, TYPED, RIVERSIDE, AttendanceId.random());
        var number = new AtomicInteger();

        var taken = all(() -> {
            var mine = "Jo " + number.incrementAndGet();
            try {
                people.rename(jo.id(), mine, Set.of(), TYPED.name());
                return mine;
            } catch (ChangedMeanwhile others) {
                return "";
            }
        });

        assertThat(taken)
                .filteredOn(mine -> !mine.isEmpty())
                .containsExactly(people.find(jo.id()).orElseThrow().name());
    }

    @Test
    void privateWordsGoInThePlaceOfWhatWasSeenAndTwiceIsOnce() {
        var words = new MongoPrivateWords(mongo);
        var writer = AttendanceId.random();
        words.remember(writer, "Large print", "");

        words.remember(writer, "Rowing club", "Large print");
        words.remember(writer, "Rowing club", "Large print");
        assertThatThrownBy(() -> words.remember(writer, "Buses", "Large print")).isInstanceOf(ChangedMeanwhile.class);

        assertThat(words.rememberedBy(writer)).isEqualTo("Rowing club");
        words.remember(writer, "", "Rowing club");
        words.remember(writer, "Buses", "");
        assertThat(words.rememberedBy(writer)).isEqualTo("Buses");
    }

    private AttendanceId forgottenButForTheAddress() {
        var wish = Attending.of(people, people.withAddress(JO, TYPED).id(), RIVERSIDE, AttendanceId.random());
        crashBeforeTheAddressGoes(wish);
        return wish;
    }

    private void crashBeforeTheAddressGoes(AttendanceId wish) {
        var crashing = beforeDeleting("person_address", () -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(() -> crashing.forget(wish)).hasMessage("crash");
    }

    private long rows(String... collections) {
        return Arrays.stream(collections)
                .mapToLong(name -> mongo.getCollection(name).countDocuments())
                .sum();
    }

    /** The same store, in which something happens once, right before a row of this collection is deleted. */
    private MongoPeople beforeDeleting(String collection, Runnable inBetween) {
        return before("deleteOne", collection, inBetween);
    }

    /** The same store, in which something happens once, right before this is done to a row of this collection. */
    private MongoPeople before(String change, String collection, Runnable inBetween) {
        return new MongoPeople(with(change, collection, inBetween));
    }

    private MongoOperations with(String change, String collection, Runnable inBetween) {
        var happened = new boolean[1];
        return wrapped(MongoOperations.class, mongo, (method, result) -> result, (name, result) -> {
            if (result instanceof MongoCollection<?> rows
                    && rows.getNamespace().getCollectionName().equals(collection)) {
                return wrapped(
                        MongoCollection.class,
                        rows,
                        (method, nothing) -> {
                            if (method.equals(change) && !happened[0]) {
                                happened[0] = true;
                                inBetween.run();
                            }
                            return nothing;
                        },
                        (method, answer) -> answer);
            }
            return result;
        });
    }

    private interface Step {
        Object at(String method, Object value);
    }

    private static <T> T wrapped(Class<T> type, Object target, Step before, Step after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.at(method.getName(), target);
                    try {
                        return after.at(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
