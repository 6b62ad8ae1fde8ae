package org.natter.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.TOBIAS;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.feedback.PubEvening;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.InvitationDomainEvent.InvitationFellDue;
import org.natter.feedback.invitation.InvitationDomainEvent.ReminderFellDue;

class IssuingInvitationsTest {

    private static final Instant NOON = at("2026-10-16T12:00");
    private static final Instant CLOSES = at("2026-10-29T23:59");
    private static final PersonalLink WRENS_LINK = new PersonalLink(LinkPurpose.FEEDBACK, WREN, 1);

    private final PubEvening evening = new PubEvening().published();

    @Test
    void asksThoseWhoCameAtTenOnTheMorningAfterAndTheOthersWhetherTheyMadeIt() {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR).concluded();

        evening.clockShows("2026-10-16T09:59");
        assertThat(evening.told()).isEmpty();
        evening.clockShows("2026-10-16T10:00");

        assertThat(evening.told())
                .containsExactly(
                        due(SAMIR, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(VIVIEN, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"));
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

        evening.checkedIn(SAMIR, TOBIAS).clockShows("2026-10-16T11:00");

        assertThat(evening.told())
                .containsExactly(
                        due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(SAMIR, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"),
                        due(TOBIAS, InvitationKind.HOW_WAS_IT, "2026-10-16T11:00"));
        assertThat(evening.links
                        .read(new PersonalLink(LinkPurpose.FEEDBACK, SAMIR, 1), NOON)
                        .asks())
                .isEqualTo(InvitationKind.HOW_WAS_IT);
    }

    @Test
    void asksNobodyASecondTimeWhateverIsToldLater() {
        evening.booked(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");

        evening.checkedIn(WREN).clockShows("2026-10-16T11:00").undone(WREN).clockShows("2026-10-16T12:00");

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(SAMIR, WREN);
    }

    @Test
    void asksAnUndoneCheckInWhetherTheyMadeIt() {
        evening.booked(WREN, SAMIR)
                .checkedIn(WREN, SAMIR, TOBIAS)
                .undone(SAMIR, TOBIAS)
                .concluded()
                .clockShows("2026-10-16T10:00");

        assertThat(evening.told())
                .containsExactly(
                        due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                        due(SAMIR, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"));
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
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(new Turnout(1, 0, CLOSES, null, null));
    }

    @Test // E15
    void oneWhoLeftNoAddressDoesNotSilenceTheOthers() {
        evening.booked(WREN).checkedInWithoutAnAddress(TOBIAS).concluded().clockShows("2026-10-16T10:00");

        assertThat(evening.told()).containsExactly(due(WREN, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"));
    }

    @Test // E15
    void fewCheckInsHaveTheOrganiserAskedFirstAndNoReplyIsANo() {
        evening.booked(people(9)).booked(WREN).checkedIn(WREN).concluded().clockShows("2026-10-16T10:00");
        assertThat(evening.told()).containsExactly(due(WREN, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"));
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON).listQuestion())
                .isEqualTo(new Turnout.ListQuestion(1, 10, at("2026-10-17T10:00")));

        evening.clockShows("2026-10-17T09:59");
        assertThat(evening.told()).hasSize(1);
        evening.clockShows("2026-10-17T10:00");

        assertThat(evening.told()).hasSize(10);
        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T10:00")))
                .isEqualTo(new Turnout(10, 0, CLOSES, null, null));
        evening.clockShows("2026-10-20T10:00");
        assertThat(evening.told()).filteredOn(ReminderFellDue.class::isInstance).hasSize(10);
    }

    @Test // E15
    void aCompleteListMeansThatTheOthersDidNotComeAndNobodyRemindsThem() {
        evening.booked(people(9)).booked(WREN).checkedIn(WREN).concluded().clockShows("2026-10-16T10:00");

        reply(true, "2026-10-16T10:00");
        reply(false, "2026-10-16T10:00");
        evening.clockShows("2026-10-16T12:00").clockShows("2026-10-20T10:00");

        assertThat(evening.told())
                .filteredOn(InvitationFellDue.class::isInstance)
                .hasSize(10);
        assertThat(evening.told())
                .filteredOn(ReminderFellDue.class::isInstance)
                .extracting(InvitationDomainEvent::attendance)
                .containsExactly(WREN);
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON))
                .as("only who came was asked how it was")
                .isEqualTo(new Turnout(1, 0, CLOSES, null, true));
    }

    @Test
    void whoeverRepliesOnceTheQuestionIsOverMovesNobody() {
        evening.booked(people(9)).booked(WREN).checkedIn(WREN).concluded();
        evening.clockShows("2026-10-17T10:00");
        var before = turnout().of(RIVERSIDE, region -> true, at("2026-10-17T10:00"));

        reply(true, "2026-10-17T10:00");

        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T10:00")))
                .isEqualTo(before)
                .isEqualTo(new Turnout(10, 0, CLOSES, null, null));
    }

    @Test
    void onlyAnOrganiserOfTheRegionRepliesAboutTheList() {
        evening.booked(WREN).concluded();

        assertThatThrownBy(() -> evening.lists.reply(RIVERSIDE, true, region -> false, NOON))
                .isInstanceOf(UnknownEvent.class);
        assertThat(evening.listReplies.find(RIVERSIDE)).isEmpty();
    }

    @Test
    void oneInFiveIsFewAndMoreAreNot() {
        evening.booked(people(5)).checkedIn(people(1)).concluded();
        assertThat(evening.rooms.find(RIVERSIDE).orElseThrow().list()).isEqualTo(ListStanding.FEW);

        evening.checkedIn(people(2));

        assertThat(evening.rooms.find(RIVERSIDE).orElseThrow().list()).isEqualTo(ListStanding.TAKEN);
    }

    @Test
    void whoeverSaysThatTheyDidNotComeIsNotReminded() {
        evening.booked(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        var samirs = new PersonalLink(LinkPurpose.FEEDBACK, SAMIR, 1);

        evening.links.stayAway(samirs, AbsenceReason.NOT_SAID, NOON);
        evening.links.stayAway(samirs, AbsenceReason.CARING, NOON);
        evening.clockShows("2026-10-20T10:00");

        assertThat(evening.links.read(samirs, NOON).moreToAsk()).isFalse();
        assertThat(evening.invitations.find(SAMIR).orElseThrow().absence()).isEqualTo(AbsenceReason.CARING);
        assertThat(evening.told())
                .filteredOn(ReminderFellDue.class::isInstance)
                .extracting(InvitationDomainEvent::attendance)
                .containsExactly(WREN);
    }

    @Test
    void aFollowUpLinkAndAClosedFormTakeNoAbsence() {
        evening.booked(WREN).concluded().clockShows("2026-10-16T10:00");

        assertThatThrownBy(() -> evening.links.stayAway(
                        new PersonalLink(LinkPurpose.FOLLOW_UP, WREN, 1), AbsenceReason.COST, NOON))
                .isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> evening.links.stayAway(
                        new PersonalLink(LinkPurpose.FEEDBACK, WREN, 1), AbsenceReason.COST, CLOSES.plusSeconds(1)))
                .isInstanceOf(FormClosed.class);
    }

    private static AttendanceId[] people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new AttendanceId("%032x".formatted(number)))
                .toArray(AttendanceId[]::new);
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
                        new ReminderFellDue(WREN, RIVERSIDE, 1, at("2026-10-20T10:00"), at("2026-10-29T23:59")),
                        due(TOBIAS, InvitationKind.DID_YOU_MAKE_IT, "2026-10-21T10:00"));
    }

    @Test
    void remindsNobodyWhoAskedUsToStop() {
        evening.booked(WREN).checkedIn(WREN).concluded().clockShows("2026-10-16T10:00");
        evening.invitations.change(WREN, invitation -> invitation.stop(at("2026-10-16T10:05")));

        evening.clockShows("2026-10-20T10:00");

        assertThat(evening.told()).noneMatch(ReminderFellDue.class::isInstance);
    }

    @Test
    void remindsWhoAskedUsToAskAgainBeforeItsDay() {
        evening.booked(WREN, SAMIR).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.invitations.change(WREN, invitation -> invitation.stop(at("2026-10-16T10:05")));
        evening.invitations.change(WREN, invitation -> invitation.askAgain(at("2026-10-17T10:05")));
        evening.invitations.change(WREN, invitation -> invitation.askAgain(at("2026-10-17T10:06")));
        evening.invitations.change(SAMIR, invitation -> invitation.stop(at("2026-10-16T10:05")));

        evening.clockShows("2026-10-20T10:00");
        evening.invitations.change(SAMIR, invitation -> invitation.askAgain(at("2026-10-20T10:05")));
        evening.clockShows("2026-10-30T10:00");

        assertThat(evening.told())
                .filteredOn(ReminderFellDue.class::isInstance)
                .extracting(InvitationDomainEvent::attendance)
                .containsExactly(WREN);
    }

    /** What the reminder's day passed over stays so, whatever happens to the event afterwards. */
    @Test
    void remindsNobodyWhoAskedUsToAskAgainOnlyAfterItsDay() {
        evening.booked(WREN, SAMIR).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.pausing.stop(WRENS_LINK, at("2026-10-16T10:05"));
        evening.clockShows("2026-10-20T10:00");

        evening.pausing.askAgain(WRENS_LINK, at("2026-10-21T10:00"));
        evening.clockShows("2026-10-21T10:01");
        evening.checkedIn(TOBIAS).clockShows("2026-10-22T10:00");

        assertThat(evening.told())
                .filteredOn(ReminderFellDue.class::isInstance)
                .extracting(InvitationDomainEvent::attendance)
                .containsExactly(SAMIR);
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

        assertThat(evening.told()).extracting(InvitationDomainEvent::attendance).containsExactly(WREN, SAMIR);
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
                due(TOBIAS, InvitationKind.HOW_WAS_IT, "2026-10-16T10:00"),
                due(SAMIR, InvitationKind.DID_YOU_MAKE_IT, "2026-10-16T10:00"));

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

            assertThat(any.told()).as("seed %d", seed).hasSize(3);
            assertThat(Set.copyOf(any.told())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void countsTheAskedAndTheAnswered() {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.giving.save(SAMIR, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));
        var turnout = turnout();

        assertThat(turnout.of(RIVERSIDE, Cast.FENLAND::equals, NOON)).isEqualTo(new Turnout(2, 1, CLOSES, null, null));
        assertThatThrownBy(() -> turnout.of(RIVERSIDE, region -> false, NOON)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> turnout.of(new EventId("e".repeat(32)), region -> true, NOON))
                .isInstanceOf(UnknownEvent.class);
    }

    /** Whoever undoes a check-in, checks somebody in late or leaves one person out learns nothing of who has answered. */
    @Test
    void whatTheDoorDoesMovesNoCount() {
        evening.booked(WREN, SAMIR, VIVIEN).checkedIn(WREN, SAMIR).concluded().clockShows("2026-10-16T10:00");
        evening.giving.save(SAMIR, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));
        var before = new Turnout(2, 1, CLOSES, null, null);
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(before);

        evening.giving.save(VIVIEN, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON))
                .as("the one who was not checked in has answered")
                .isEqualTo(before);
        evening.checkedIn(VIVIEN);
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(before);
        evening.undone(WREN);
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(before);
    }

    /** A list that is copied from paper at noon: everybody had been asked whether they made it, and is counted still. */
    @Test
    void whoIsCheckedInOnlyOnceEverybodyWasAskedCountsStill() {
        evening.booked(people(9)).booked(WREN).concluded().clockShows("2026-10-16T10:00");
        evening.giving.save(WREN, 1, new Step.HowWasIt(new Overall(3, 3)), at("2026-10-16T10:30"));
        var before = new Turnout(10, 1, CLOSES, null, null);
        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(before);

        evening.checkedIn(WREN).checkedIn(people(8)).clockShows("2026-10-16T12:00");

        assertThat(turnout().of(RIVERSIDE, region -> true, NOON)).isEqualTo(before);
    }

    /** Four of twenty are few, whoever is checked in once the others have been asked, with an address or without. */
    @Test
    void whoIsCheckedInOnceTheOthersWereAskedMakesNoListComplete() {
        evening.booked(people(20)).checkedIn(people(4)).concluded();
        evening.clockShows("2026-10-16T10:00").clockShows("2026-10-17T10:00");
        var before = new Turnout(20, 0, CLOSES, null, null);
        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T12:00")))
                .isEqualTo(before);

        evening.checkedInWithoutAnAddress(SAMIR, VIVIEN);
        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T12:00")))
                .isEqualTo(before);
        evening.undone(SAMIR, VIVIEN);
        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T12:00")))
                .isEqualTo(before);
        evening.checkedIn(TOBIAS).clockShows("2026-10-17T12:00");
        assertThat(turnout().of(RIVERSIDE, region -> true, at("2026-10-17T12:00")))
                .as("Tobias is asked now, and the others stay")
                .isEqualTo(new Turnout(21, 0, CLOSES, null, null));
    }

    @Test
    void aListIsCompleteWhereMoreThanAFifthCameOrAnOrganiserSaysSo() {
        evening.booked(people(10)).concluded();
        assertThat(evening.lists.complete(List.of(RIVERSIDE), region -> true)).containsExactly(entry(RIVERSIDE, false));
        evening.checkedIn(people(2));
        assertThat(evening.lists.complete(List.of(RIVERSIDE), region -> true)).containsExactly(entry(RIVERSIDE, false));

        reply(true, "2026-10-16T10:00");

        assertThat(evening.lists.complete(List.of(RIVERSIDE, RIVERSIDE), region -> true))
                .containsExactly(entry(RIVERSIDE, true));
        assertThat(evening.lists.complete(List.of(RIVERSIDE), region -> false)).isEmpty();
        assertThat(evening.lists.complete(List.of(new EventId("e".repeat(32))), region -> true))
                .isEmpty();
    }

    private void reply(boolean complete, String at) {
        evening.lists.reply(RIVERSIDE, complete, region -> true, at(at));
    }

    private CountingTurnout turnout() {
        return new CountingTurnout(
                evening.rooms, new WhoCounts(evening.invitations, evening.listReplies), evening.answers, evening.lists);
    }

    private static InvitationDomainEvent due(AttendanceId attendance, InvitationKind kind, String at) {
        return new InvitationFellDue(attendance, RIVERSIDE, 1, kind, at(at), at("2026-10-29T23:59"));
    }
}
