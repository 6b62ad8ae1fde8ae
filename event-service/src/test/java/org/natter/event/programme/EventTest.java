package org.natter.event.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.natter.event.programme.EventFixture.AFTER_IT;
import static org.natter.event.programme.EventFixture.DURING_IT;
import static org.natter.event.programme.EventFixture.FENLAND;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;
import static org.natter.event.programme.EventFixture.aPubEvening;
import static org.natter.event.programme.EventFixture.after;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.event.programme.EventDomainEvent.DraftRevised;
import org.natter.event.programme.EventDomainEvent.EventCancelled;
import org.natter.event.programme.EventDomainEvent.EventChanged;
import org.natter.event.programme.EventDomainEvent.EventConcluded;
import org.natter.event.programme.EventDomainEvent.EventPublished;

class EventTest {

    @Nested
    class ADraft {

        @Test
        void beginsWithTheNameOfItsRegion() {
            var draft = aPubEvening().draft();

            assertThat(draft.status()).isEqualTo(EventStatus.DRAFT);
            assertThat(draft.regionName()).isEqualTo(FENLAND.name());
            assertThat(draft.sequence()).isZero();
            assertThat(draft.version()).isEqualTo(1);
        }

        @Test
        void mayLackPlaceAndPlaces() {
            var draft = aPubEvening().at("").places(0).draft();

            assertThat(draft.details().places()).isZero();
        }

        @Test
        void doesNotBeginInThePast() {
            assertThat(flawsOf(() -> aPubEvening()
                            .from("2026-09-20T08:59")
                            .until("2026-09-20T12:00")
                            .planned()))
                    .containsExactly(Flaw.START_IN_THE_PAST);
        }

        @Test
        void doesNotBeginThisVeryMoment() {
            assertThat(flawsOf(() -> aPubEvening()
                            .from("2026-09-20T09:00")
                            .until("2026-09-20T12:00")
                            .planned()))
                    .containsExactly(Flaw.START_IN_THE_PAST);
        }

        @Test
        void isRewrittenInPrivateAndKeepsItsSequence() {
            var draft = aPubEvening().draft();

            var decided = draft.revise(
                    aPubEvening()
                            .from("2026-10-16T18:30")
                            .until("2026-10-16T21:00")
                            .details(),
                    OptionalLong.empty(),
                    false,
                    IN_SEPTEMBER);

            assertThat(decided).singleElement().isInstanceOf(DraftRevised.class);
            assertThat(after(draft, decided).sequence()).isZero();
            assertThat(after(draft, decided).version()).isEqualTo(2);
        }

        @Test
        void cannotBeCalledOff() {
            assertThat(refusalOf(() -> aPubEvening().draft().cancel("Flood", OptionalLong.empty(), IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.NOT_PUBLISHED);
        }

        @Test
        void isNeverConcluded() {
            assertThat(aPubEvening().draft().conclude(AFTER_IT)).isEmpty();
        }
    }

    @Nested
    class Publishing {

        @Test
        void showsItToThePublic() {
            var draft = aPubEvening().draft();

            var decided = draft.publish(OptionalLong.empty(), IN_SEPTEMBER);

            assertThat(decided).singleElement().isInstanceOf(EventPublished.class);
            assertThat(after(draft, decided).status()).isEqualTo(EventStatus.PUBLISHED);
        }

        @Test
        void twiceIsOnce() {
            assertThat(aPubEvening().published().publish(OptionalLong.empty(), IN_SEPTEMBER))
                    .isEmpty();
        }

        @Test
        void wantsAPlaceAndPlaces() {
            var draft = aPubEvening().at("").places(0).draft();

            assertThat(flawsOf(() -> draft.publish(OptionalLong.empty(), IN_SEPTEMBER)))
                    .containsExactly(Flaw.VENUE_MISSING, Flaw.PLACES_MISSING);
        }

        @Test
        void comesBeforeTheStart() {
            var draft = aPubEvening().draft();

            assertThat(flawsOf(() -> draft.publish(OptionalLong.empty(), DURING_IT)))
                    .containsExactly(Flaw.START_IN_THE_PAST);
        }

        @Test
        void isRefusedOnceItIsCalledOff() {
            assertThat(refusalOf(() -> aPubEvening().cancelled().publish(OptionalLong.empty(), IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CANCELLED);
        }
    }

    @Nested
    class Changing {

        static List<Arguments> changes() {
            return List.of(
                    Arguments.of(aPubEvening().called("Winter Warmer"), Set.of(Aspect.TITLE), 0),
                    Arguments.of(aPubEvening().from("2026-10-15T19:00"), Set.of(Aspect.WHEN), 1),
                    Arguments.of(aPubEvening().until("2026-10-15T22:00"), Set.of(Aspect.WHEN), 1),
                    Arguments.of(aPubEvening().inZone("Europe/Dublin"), Set.of(Aspect.WHEN), 1),
                    Arguments.of(aPubEvening().at("The Heron"), Set.of(Aspect.WHERE), 1),
                    Arguments.of(aPubEvening().places(30), Set.of(Aspect.PLACES), 0),
                    Arguments.of(aPubEvening().places(1), Set.of(Aspect.PLACES), 0),
                    Arguments.of(aPubEvening().findUs("By the fire"), Set.of(Aspect.DETAILS), 0),
                    Arguments.of(aPubEvening().kind(EventKind.TALK), Set.of(Aspect.DETAILS), 0),
                    Arguments.of(
                            aPubEvening()
                                    .called("Winter Warmer")
                                    .at("The Heron")
                                    .places(30),
                            Set.of(Aspect.TITLE, Aspect.WHERE, Aspect.PLACES),
                            1));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void saysWhatIsDifferentAndRaisesTheSequenceForTimeAndPlaceOnly(
                EventFixture wish, Set<Aspect> changed, int sequence) {
            var published = aPubEvening().published();

            var decided = published.revise(wish.details(), OptionalLong.empty(), false, IN_SEPTEMBER);

            assertThat(decided)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EventChanged.class,
                            told -> assertThat(told.changed()).isEqualTo(changed));
            assertThat(after(published, decided).details()).isEqualTo(wish.details());
            assertThat(after(published, decided).sequence()).isEqualTo(sequence);
        }

        @Test
        void whetherPeopleAreToldTravelsWithTheChange() {
            var published = aPubEvening().published();

            var decided =
                    published.revise(aPubEvening().at("The Mitre").details(), OptionalLong.empty(), true, IN_SEPTEMBER);

            assertThat(decided)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EventChanged.class,
                            told -> assertThat(told.quietly()).isTrue());
            assertThat(after(published, decided).sequence()).isEqualTo(1);
        }

        @Test
        void nothingIsNothing() {
            assertThat(aPubEvening()
                            .published()
                            .revise(aPubEvening().details(), OptionalLong.empty(), false, IN_SEPTEMBER))
                    .isEmpty();
        }

        @Test
        void duringTheEveningIsPossibleWhileItsStartStays() {
            var published = aPubEvening().published();

            assertThat(published.revise(
                            aPubEvening().findUs("In the garden").details(), OptionalLong.empty(), false, DURING_IT))
                    .hasSize(1);
            assertThat(published.revise(
                            aPubEvening().until("2026-10-15T22:00").details(), OptionalLong.empty(), false, DURING_IT))
                    .as("it may go on for longer")
                    .hasSize(1);
            for (var other : List.of("2026-10-15T18:45", "2026-10-15T20:00", "2026-10-22T18:30")) {
                var moved = aPubEvening().from(other).until("2026-10-22T21:00").details();
                assertThat(flawsOf(() -> published.revise(moved, OptionalLong.empty(), false, DURING_IT)))
                        .as("people are there, or have been sent away")
                        .containsExactly(Flaw.START_HAS_BEGUN);
            }
            assertThat(flawsOf(() -> published.revise(
                            aPubEvening().until("2026-10-15T18:50").details(), OptionalLong.empty(), false, DURING_IT)))
                    .containsExactly(Flaw.END_IN_THE_PAST);
        }

        @Test
        void isRefusedAfterTheEvening() {
            assertThat(refusalOf(() -> aPubEvening()
                            .published()
                            .revise(aPubEvening().places(2).details(), OptionalLong.empty(), false, AFTER_IT)))
                    .isEqualTo(EventRefusal.Reason.OVER);
            assertThat(refusalOf(() -> aPubEvening()
                            .concluded()
                            .revise(aPubEvening().places(2).details(), OptionalLong.empty(), false, AFTER_IT)))
                    .isEqualTo(EventRefusal.Reason.OVER);
        }

        @Test
        void isRefusedOnceItIsCalledOff() {
            assertThat(refusalOf(() -> aPubEvening()
                            .cancelled()
                            .revise(aPubEvening().details(), OptionalLong.empty(), false, IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CANCELLED);
        }

        @Test
        void cannotTakeAwayPlaceOrPlaces() {
            assertThat(flawsOf(() -> aPubEvening()
                            .published()
                            .revise(
                                    aPubEvening().at("").places(0).details(),
                                    OptionalLong.empty(),
                                    false,
                                    IN_SEPTEMBER)))
                    .containsExactly(Flaw.VENUE_MISSING, Flaw.PLACES_MISSING);
        }
    }

    /** A page that was left open once put time and place back to where they had been. */
    @Nested
    class WhatSomebodyElseHasChanged {

        private final Event read = aPubEvening().published();
        private final OptionalLong then = OptionalLong.of(read.version());
        private final Event moved =
                after(read, read.revise(aPubEvening().at("The Mitre").details(), then, false, IN_SEPTEMBER));

        @Test
        void isNotOverwritten() {
            assertThat(refusalOf(() -> moved.revise(
                            aPubEvening().described("Bring a friend.").details(), then, false, IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CHANGED_MEANWHILE);
        }

        @Test
        void isWhatWasWishedAnyhow() {
            assertThat(moved.revise(aPubEvening().at("The Mitre").details(), then, false, IN_SEPTEMBER))
                    .isEmpty();
        }

        @Test
        void isNeitherPublishedNorCalledOffUnseen() {
            var draft = aPubEvening().draft();
            var longer =
                    after(draft, draft.revise(aPubEvening().places(40).details(), then(draft), false, IN_SEPTEMBER));

            assertThat(refusalOf(() -> longer.publish(then(draft), IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CHANGED_MEANWHILE);
            assertThat(longer.publish(then(longer), IN_SEPTEMBER)).hasSize(1);
            assertThat(refusalOf(() -> moved.cancel("Flood", then, IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CHANGED_MEANWHILE);
        }

        private OptionalLong then(Event event) {
            return OptionalLong.of(event.version());
        }
    }

    @Nested
    class CallingOff {

        @Test
        void givesTheReasonAndRaisesTheSequence() {
            var published = aPubEvening().published();

            var decided = published.cancel(" The pub's cellar has flooded. ", OptionalLong.empty(), IN_SEPTEMBER);

            assertThat(decided)
                    .containsExactly(new EventCancelled(published.id(), "The pub's cellar has flooded.", IN_SEPTEMBER));
            assertThat(after(published, decided).reason()).isEqualTo("The pub's cellar has flooded.");
            assertThat(after(published, decided).sequence()).isEqualTo(1);
            assertThat(after(published, decided).status()).isEqualTo(EventStatus.CANCELLED);
        }

        @Test
        void twiceIsOnceAndASecondReasonIsRefusedSinceNobodyWouldReadIt() {
            var calledOff = aPubEvening().cancelled();

            assertThat(calledOff.cancel("The pub's cellar has flooded.", OptionalLong.of(1), IN_SEPTEMBER))
                    .isEmpty();
            assertThat(refusalOf(() -> calledOff.cancel("Something else", OptionalLong.empty(), IN_SEPTEMBER)))
                    .isEqualTo(EventRefusal.Reason.CANCELLED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\n"})
        void wantsAReason(String reason) {
            assertThat(flawsOf(() -> aPubEvening().published().cancel(reason, OptionalLong.empty(), IN_SEPTEMBER)))
                    .containsExactly(Flaw.REASON_MISSING);
        }

        @Test
        void wantsAShortReason() {
            assertThat(flawsOf(() ->
                            aPubEvening().published().cancel("a".repeat(501), OptionalLong.empty(), IN_SEPTEMBER)))
                    .containsExactly(Flaw.REASON_TOO_LONG);
        }

        @Test
        void isStillPossibleWhenTheEveningHasBeenAndNobodyHadSaid() { // E16
            assertThat(aPubEvening().concluded().cancel("The pub was shut.", OptionalLong.empty(), AFTER_IT))
                    .singleElement()
                    .isInstanceOf(EventCancelled.class);
        }
    }

    @Nested
    class Concluding {

        @Test
        void happensAtItsEnd() {
            assertThat(aPubEvening().published().conclude(AFTER_IT))
                    .singleElement()
                    .isInstanceOf(EventConcluded.class);
        }

        @Test
        void doesNotHappenBefore() {
            assertThat(aPubEvening().published().conclude(AFTER_IT.minusMillis(1)))
                    .isEmpty();
        }

        @Test
        void happensMonthsLaterJustAsWell() {
            assertThat(aPubEvening().published().conclude(Instant.parse("2027-03-01T00:00:00Z")))
                    .hasSize(1);
        }

        @Test
        void twiceIsOnce() {
            assertThat(aPubEvening().concluded().conclude(AFTER_IT)).isEmpty();
        }

        @Test
        void doesNotHappenToWhatWasCalledOff() {
            assertThat(aPubEvening().cancelled().conclude(AFTER_IT)).isEmpty();
        }
    }

    @Test
    void aTitleCarriesNoLineBreakIntoAMailHeader() {
        var details = aPubEvening()
                .called(" \u3164Pub\r\nBcc: all@lib\u200brary.example\u202e ")
                .details();

        assertThat(details.title()).isEqualTo("Pub Bcc: all@library.example");
    }

    @Test
    void everythingThatIsTooLongIsSaidAtOnce() {
        assertThat(flawsOf(() -> aPubEvening()
                        .called("t".repeat(121))
                        .described("d".repeat(2_001))
                        .places(10_001)
                        .details()))
                .containsExactly(Flaw.TITLE_TOO_LONG, Flaw.DESCRIPTION_TOO_LONG, Flaw.PLACES_OUT_OF_RANGE);
    }

    @Test
    void anEventWithoutANameIsRefused() {
        assertThat(flawsOf(() -> aPubEvening().called(" ").details())).containsExactly(Flaw.TITLE_MISSING);
    }

    private static List<Flaw> flawsOf(ThrowingCallable wish) {
        return catchThrowableOfType(UnfitEvent.class, wish).flaws();
    }

    private static EventRefusal.Reason refusalOf(ThrowingCallable wish) {
        return catchThrowableOfType(EventRefusal.class, wish).reason();
    }
}
