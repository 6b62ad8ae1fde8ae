package org.natter.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.TOBIAS;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.feedback.PubEvening;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Step;
import org.natter.feedback.invitation.InvitationDomainEvent.InvitationFellDue;
import org.natter.feedback.invitation.InvitationDomainEvent.ReminderFellDue;

class IssuingInvitationsTest {

    private final PubEvening evening = new PubEvening().published();

    @Test
    void asksThoseWhoCameAtTenOnTheMorningAfterAndNobodyElse() {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR).concluded();

        evening.clockShows("2026-10-16T09:59");
        assertThat(evening.told()).isEmpty();
        evening.clockShows("2026-10-16T10:00");

        assertThat(evening.told())
                .containsExactly(
                        due(SAMIR, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"));
    }

    @Test
    void asksNobodyBeforeTheEventIsSaidToBeOver() {
        evening.booked(WREN).checkedIn(WREN).clockShows("2026-10-18T10:00");

        assertThat(evening.told()).isEmpty();
    }

    @Test // E15
    void asksAllWhoWereBookedWhetherTheyMadeItIfNobodyWasCheckedIn() {
        evening.booked(WREN, SAMIR, VIVIEN).waiting(TOBIAS).cancelled(VIVIEN).concluded();

        evening.clockShows("2026-10-16T10:00");

        assertThat(evening.told())
                .containsExactly(
                        due(SAMIR, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"),
                        due(WREN, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"));
    }

    @Test // E16
    void asksNobodyAboutAnEventThatWasCalledOff() {
        evening.booked(WREN).checkedIn(WREN).concluded().calledOff();

        evening.clockShows("2026-10-16T10:00").clockShows("2026-10-20T10:00");

        assertThat(evening.told()).isEmpty();
    }

    @Test // E13
    void asksALateCheckInAsSoonAsItIsKnown() {
        evening.booked(WREN, SAMIR).checkedIn(WREN).concluded().clockShows("2026-10-16T10:00");

        evening.checkedIn(SAMIR).clockShows("2026-10-16T11:00");

        assertThat(evening.told())
                .containsExactly(
                        due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(SAMIR, InvitationKind.HOW_WAS_IT, "2026-10-16T11:00"));
    }

    @Test
    void asksNobodyASecondTimeWhateverIsToldLater() {
        evening.booked(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");

        evening.checkedIn(WREN).clockShows("2026-10-16T11:00").undone(WREN).clockShows("2026-10-16T12:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(SAMIR, WREN);
    }

    @Test
    void doesNotAskAnUndoneCheckIn() {
        evening.booked(WREN, SAMIR)
                .checkedIn(WREN, SAMIR)
                .undone(SAMIR)
                .concluded()
                .clockShows("2026-10-16T10:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(WREN);
    }

    @Test
    void asksAWalkInAndSomebodyWhoHadCancelledAndCameAllTheSame() {
        evening.cancelled(VIVIEN).checkedIn(VIVIEN, TOBIAS).concluded().clockShows("2026-10-16T10:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(TOBIAS, VIVIEN);
    }

    @Test // C3
    void neitherAsksNorCountsAWalkInWhoLeftNoAddress() {
        evening.booked(WREN, TOBIAS)
                .checkedIn(WREN)
                .checkedInWithoutAnAddress(TOBIAS)
                .concluded();

        evening.clockShows("2026-10-16T10:00").clockShows("2026-10-20T10:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsOnly(WREN);
        assertThat(turnout().of(RIVERSIDE, region -> true)).isEqualTo(new Turnout(1, 0, at("2026-10-29T23:59")));
    }

    @Test
    void doesNotAskTheBookedWhetherTheyMadeItIfTheOnlyOneThereLeftNoAddress() {
        evening.booked(WREN).checkedInWithoutAnAddress(TOBIAS).concluded().clockShows("2026-10-16T10:00");

        assertThat(evening.told()).isEmpty();
    }

    @Test
    void asksSomebodyWhoseAddressBecameKnownAtASecondPress() {
        evening.checkedInWithoutAnAddress(TOBIAS)
                .undone(TOBIAS)
                .checkedIn(TOBIAS)
                .concluded();

        evening.clockShows("2026-10-16T10:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(TOBIAS);
    }

    @Test
    void remindsOnceOnDayFiveWhoeverHasNotAnswered() {
        evening.booked(WREN, SAMIR).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.giving.save(SAMIR, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));

        evening.clockShows("2026-10-20T09:59").clockShows("2026-10-20T10:00");
        evening.booked(TOBIAS).clockShows("2026-10-21T10:00").clockShows("2026-10-28T10:00");

        assertThat(evening.told().subList(2, evening.told().size()))
                .containsExactly(
                        new ReminderFellDue(WREN, RIVERSIDE, 1, at("2026-10-20T10:00"), at("2026-10-29T23:59")));
    }

    @Test
    void remindsNobodyWhoAskedUsToStop() {
        evening.booked(WREN).checkedIn(WREN).concluded().clockShows("2026-10-16T10:00");
        evening.invitations.change(WREN, invitation -> invitation.stop(at("2026-10-16T10:05")));

        evening.clockShows("2026-10-20T10:00");

        assertThat(evening.told()).noneMatch(ReminderFellDue.class::isInstance);
    }

    @Test
    void doesNotRemindSomebodyWhoWasAskedOnlyThatDay() {
        evening.booked(WREN)
                .checkedIn(WREN)
                .concluded()
                .clockShows("2026-10-21T12:00")
                .clockShows("2026-10-22T12:00");

        assertThat(evening.told()).containsExactly(due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-21T12:00"));
    }

    @Test
    void announcesNothingThatIsPastItsTimeWhenTheClockJumpsByMonths() {
        evening.booked(WREN).checkedIn(WREN).concluded().clockShows("2027-01-20T10:00");

        assertThat(evening.told()).isEmpty();
        assertThat(evening.dueEvents.next(RIVERSIDE)).contains(at("2027-07-15T10:00"));
    }

    @Test
    void asksInTheLastMinuteAndNotAfterIt() {
        evening.booked(WREN, SAMIR).checkedIn(WREN).concluded().clockShows("2026-10-29T23:59");
        evening.checkedIn(SAMIR).clockShows("2026-10-30T00:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(WREN);
    }

    @Test
    void looksAgainWhenSomethingIsDueNextAndNotBefore() {
        evening.booked(WREN).checkedIn(WREN).concluded().clockShows("2026-10-15T21:00");
        assertThat(evening.dueEvents.next(RIVERSIDE)).contains(at("2026-10-16T10:00"));

        evening.clockShows("2026-10-16T10:00");
        assertThat(evening.dueEvents.next(RIVERSIDE)).contains(at("2026-10-20T10:00"));

        evening.clockShows("2026-10-20T10:00");
        assertThat(evening.dueEvents.next(RIVERSIDE)).contains(at("2027-01-15T10:00"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void goesOnWhereACrashLeftOff(int writes) {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR, VIVIEN).concluded();
        evening.invitations.crashAfter(writes);

        if (writes < 3) {
            assertThatThrownBy(() -> evening.clockShows("2026-10-16T10:00")).hasMessage("the store is gone");
        }
        evening.invitations.mend();
        evening.clockShows("2026-10-16T10:01");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsOnlyOnce(WREN, SAMIR, VIVIEN);
    }

    @Test
    void givesTheSameInvitationsForAnyOrderOfTheSameMessages() {
        var expected = Set.of(
                due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                due(TOBIAS, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"));

        for (long seed = 0; seed < 1_000; seed++) {
            var any = new PubEvening()
                    .holdingBack()
                    .published()
                    .booked(WREN, SAMIR, VIVIEN)
                    .cancelled(VIVIEN)
                    .checkedIn(WREN, SAMIR, TOBIAS)
                    .undone(SAMIR)
                    .concluded()
                    .shuffled(seed)
                    .clockShows("2026-10-16T10:00")
                    .clockShows("2026-10-16T10:01");

            assertThat(any.told()).as("seed %d", seed).hasSize(2);
            assertThat(Set.copyOf(any.told())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void countsTheAskedAndTheAnswered() {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.giving.save(SAMIR, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));
        var turnout = turnout();

        assertThat(turnout.of(RIVERSIDE, Cast.FENLAND::equals)).isEqualTo(new Turnout(2, 1, at("2026-10-29T23:59")));
        assertThatThrownBy(() -> turnout.of(RIVERSIDE, region -> false)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> turnout.of(new EventId("e".repeat(32)), region -> true))
                .isInstanceOf(UnknownEvent.class);
    }

    private CountingTurnout turnout() {
        return new CountingTurnout(evening.rooms, evening.invitations, evening.answers);
    }

    private static InvitationDomainEvent due(AttendanceId attendance, InvitationKind kind, String at) {
        return new InvitationFellDue(attendance, RIVERSIDE, 1, kind, at(at), at("2026-10-29T23:59"));
    }
}
