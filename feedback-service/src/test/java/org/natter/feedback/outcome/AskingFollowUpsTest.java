package org.natter.feedback.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.TOBIAS;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.feedback.PubEvening;
import org.natter.feedback.answer.Chat;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.LinkState;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.answer.Who;
import org.natter.feedback.outcome.FollowUpDomainEvent.FollowUpFellDue;
import org.natter.feedback.outcome.FollowUpDomainEvent.FollowUpReplied;

class AskingFollowUpsTest {

    private static final PersonalLink WRENS_LINK = new PersonalLink(LinkPurpose.FOLLOW_UP, WREN, 1);

    private final PubEvening evening = new PubEvening();
    private final Map<OutcomeId, Outcome> kept = new HashMap<>();
    private final ReportingOutcomes reporting = new ReportingOutcomes(
            evening.admission,
            evening.naming,
            new Outcomes() {
                @Override
                public Outcome report(Outcome outcome) {
                    kept.putIfAbsent(outcome.outcome(), outcome);
                    return kept.get(outcome.outcome());
                }

                @Override
                public Optional<Outcome> change(OutcomeId id, Function<Outcome, List<OutcomeDomainEvent>> decision) {
                    return Optional.ofNullable(kept.computeIfPresent(id, (same, before) -> {
                        var after = before;
                        for (var event : decision.apply(before)) {
                            after = event.applyTo(after);
                        }
                        return after;
                    }));
                }
            },
            evening.followUps);

    @BeforeEach
    void everybodyWasAsked() {
        evening.published()
                .booked(WREN, SAMIR, VIVIEN, TOBIAS)
                .checkedIn(WREN, SAMIR, VIVIEN, TOBIAS)
                .concluded()
                .clockShows("2026-10-16T10:00");
    }

    @Test
    void asksAfterThreeAndNineMonthsThoseWhoMetSomebody() {
        meets(WREN, SAMIR);
        evening.giving.save(VIVIEN, 1, new Step.HowWasIt(new Overall(5, 5)), at("2026-10-16T11:00"));

        evening.clockShows("2026-10-20T10:00").clockShows("2027-01-15T09:59");
        assertThat(evening.followUps.happened()).isEmpty();
        evening.clockShows("2027-01-15T10:00").clockShows("2027-07-15T10:00").clockShows("2027-08-01T10:00");

        assertThat(evening.followUps.happened())
                .containsExactly(
                        new FollowUpFellDue(WREN, RIVERSIDE, 1, 3, at("2027-01-15T10:00"), at("2027-02-14T10:00")),
                        new FollowUpFellDue(WREN, RIVERSIDE, 1, 9, at("2027-07-15T10:00"), at("2027-08-14T10:00")));
        assertThat(evening.dueEvents.next(RIVERSIDE)).isEmpty();
    }

    @Test
    void leavesOutWhatIsPastItsTimeWhenTheClockJumps() {
        meets(WREN, SAMIR);

        evening.clockShows("2027-07-20T08:00");

        assertThat(evening.followUps.happened())
                .containsExactly(
                        new FollowUpFellDue(WREN, RIVERSIDE, 1, 9, at("2027-07-20T08:00"), at("2027-08-14T10:00")));
    }

    @Test
    void asksNobodyWhoAskedUsToStopNorAboutPeopleWhoAreNotForThem() {
        meets(WREN, SAMIR);
        evening.pausing.stop(WRENS_LINK, at("2026-10-17T10:00"));
        meets(SAMIR, WREN);
        evening.giving.save(
                SAMIR,
                1,
                new Step.Chats(List.of(new Chat(Who.attendance(WREN), false, false, Introduction.NOT_SAID, false))),
                at("2026-10-16T12:00"));

        evening.clockShows("2027-01-15T10:00");

        assertThat(evening.followUps.happened()).isEmpty();
    }

    /** What came due in between is passed over; the next question comes in its own time. */
    @Test
    void asksWhoWantsToBeAskedAgainWhatIsStillToCome() {
        meets(WREN, SAMIR);
        evening.pausing.stop(WRENS_LINK, at("2026-10-17T10:00"));
        evening.clockShows("2027-01-15T10:00");
        evening.pausing.askAgain(WRENS_LINK, at("2027-03-01T10:00"));
        evening.pausing.askAgain(WRENS_LINK, at("2027-03-01T10:01"));

        evening.clockShows("2027-03-02T10:00").clockShows("2027-07-15T10:00");

        assertThat(evening.followUps.happened())
                .containsExactly(
                        new FollowUpFellDue(WREN, RIVERSIDE, 1, 9, at("2027-07-15T10:00"), at("2027-08-14T10:00")));
    }

    /** Nothing else has to happen to the event for it: they have just said that they want to be asked. */
    @Test
    void asksWhoWantsToBeAskedAgainSoonWhatIsStillOpen() {
        meets(WREN, SAMIR);
        evening.pausing.stop(WRENS_LINK, at("2026-10-17T10:00"));
        evening.clockShows("2027-01-15T10:00");

        evening.pausing.askAgain(WRENS_LINK, at("2027-02-01T10:00"));
        evening.clockShows("2027-02-01T10:01").clockShows("2027-02-02T10:00");

        assertThat(evening.followUps.happened())
                .containsExactly(
                        new FollowUpFellDue(WREN, RIVERSIDE, 1, 3, at("2027-02-01T10:01"), at("2027-02-14T10:00")));
        assertThat(evening.dueEvents.next(RIVERSIDE)).contains(at("2027-07-15T10:00"));
    }

    @Test
    void asksAgainAfterNineMonthsWhoeverSaidNotYetAfterThree() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00");
        assertThat(evening.links.read(WRENS_LINK, at("2027-01-15T11:00")).answered())
                .isFalse();

        reporting.notYet(WRENS_LINK, at("2027-01-15T12:00"));
        reporting.notYet(WRENS_LINK, at("2027-01-15T12:01"));
        assertThat(evening.links.read(WRENS_LINK, at("2027-01-15T13:00")).answered())
                .isTrue();
        evening.clockShows("2027-07-15T10:00");

        assertThat(evening.links.read(WRENS_LINK, at("2027-07-15T13:00")).answered())
                .isFalse();
        assertThat(evening.followUps.happened())
                .hasExactlyElementsOfTypes(FollowUpFellDue.class, FollowUpReplied.class, FollowUpFellDue.class);
    }

    @Test
    void keepsAFollowUpLinkOpenForThirtyDays() {
        meets(WREN, SAMIR);
        assertThatThrownBy(() -> evening.links.read(WRENS_LINK, at("2026-10-17T10:00")))
                .isInstanceOf(UnknownLink.class);

        evening.clockShows("2027-01-15T10:00");

        assertThat(evening.links.read(WRENS_LINK, at("2027-02-14T10:00")).state())
                .isEqualTo(LinkState.OPEN);
        assertThat(evening.links.read(WRENS_LINK, at("2027-02-14T10:01")).state())
                .isEqualTo(LinkState.CLOSED);
    }

    @Test
    void hasMoreToAskOfWhoMetSomebodyUntilTheLastFollowUpHasClosed() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00");

        assertThat(evening.links.read(WRENS_LINK, at("2027-02-14T10:01")).moreToAsk())
                .isTrue();
        assertThat(evening.links.read(WRENS_LINK, at("2027-08-14T10:00")).moreToAsk())
                .isTrue();
        assertThat(evening.links.read(WRENS_LINK, at("2027-08-14T10:01")).moreToAsk())
                .isFalse();
    }

    @Test
    void takesNotYetOnlyFromAFollowUpLink() {
        assertThatThrownBy(
                        () -> reporting.notYet(new PersonalLink(LinkPurpose.FEEDBACK, WREN, 1), at("2027-01-15T12:00")))
                .isInstanceOf(UnknownLink.class);
    }

    @Test
    void takesAnOutcomeOnceAndItAnswersTheQuestion() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00");

        var first = reporting.report(WREN, 1, report(2027, 1, SAMIR.value()), at("2027-01-16T10:00"));
        var again = reporting.report(WREN, 1, report(2027, 1, SAMIR.value()), at("2027-01-16T10:01"));

        assertThat(again).isEqualTo(first);
        assertThat(kept).hasSize(1);
        assertThat(evening.links.read(WRENS_LINK, at("2027-01-16T11:00")).answered())
                .isTrue();
    }

    @Test
    void takesNoOutcomeOfAnEventThatWasCalledOff() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00").calledOff();

        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 12, SAMIR.value()), at("2027-01-16T10:00")))
                .isInstanceOf(EventCalledOff.class);
        assertThat(kept).isEmpty();
    }

    @Test
    void takesOutcomesWhileTheFormOrAFollowUpIsOpenAndNoLonger() {
        meets(WREN, SAMIR);
        var betweenTheTwo = at("2026-12-01T10:00");
        var lastMinute = at("2026-10-29T23:59");
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 11, SAMIR.value()), betweenTheTwo))
                .isInstanceOf(FormClosed.class);

        assertThat(reporting.report(WREN, 1, report(2026, 10, SAMIR.value()), lastMinute))
                .isNotNull();
        evening.clockShows("2027-01-15T10:00");
        var last = at("2027-02-14T10:00");
        reporting.report(WREN, 1, report(2026, 10, SAMIR.value()), last);
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 10, SAMIR.value()), last.plusSeconds(1)))
                .isInstanceOf(FormClosed.class);
    }

    @Test
    void thanksNobodyWhoIsNotOnTheListUnlessTheAnswerHasThem() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00").bookedUnlisted(SAMIR, TOBIAS);
        var now = at("2027-01-16T10:00");

        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 12, TOBIAS.value()), now))
                .isInstanceOf(UnfitForm.class);
        assertThat(reporting
                        .report(WREN, 1, report(2026, 12, SAMIR.value()), now)
                        .credited())
                .hasSize(1);
    }

    @Test
    void refusesAnIdThatStandsForSomethingElse() {
        meets(WREN, SAMIR);
        meets(SAMIR, WREN);
        evening.clockShows("2027-01-15T10:00");
        reporting.report(WREN, 1, report(2026, 12, SAMIR.value()), at("2027-01-16T10:00"));

        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2027, 1, SAMIR.value()), at("2027-01-16T10:00")))
                .isInstanceOf(IdReused.class);
        assertThatThrownBy(() -> reporting.report(SAMIR, 1, report(2026, 12, WREN.value()), at("2027-01-16T10:00")))
                .isInstanceOf(IdReused.class);
    }

    @Test
    void refusesMonthsAndPeopleThatCannotBeRight() {
        meets(WREN, SAMIR);
        evening.clockShows("2027-01-15T10:00");
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2027, 2, SAMIR.value()), at("2027-01-31T23:59")))
                .hasMessage("month NOT_TO_COME");
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 9, SAMIR.value()), at("2027-01-31T23:59")))
                .hasMessage("month SINCE_THE_EVENT");
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 10, WREN.value()), at("2027-01-31T23:59")))
                .hasMessage("credited NOT_ONESELF");
        assertThatThrownBy(() -> reporting.report(WREN, 1, report(2026, 10, "d".repeat(32)), at("2027-01-31T23:59")))
                .isInstanceOf(UnfitForm.class);
        assertThatThrownBy(() -> reporting.report(WREN, 2, report(2026, 10, SAMIR.value()), at("2027-01-31T23:59")))
                .isInstanceOf(UnknownLink.class);
        assertThat(kept).isEmpty();
    }

    private static ReportingOutcomes.Report report(int year, int month, String credited) {
        return new ReportingOutcomes.Report(
                new OutcomeId("5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d"),
                Outcome.Kind.ADVICE,
                Outcome.Direction.RECEIVED,
                YearMonth.of(year, month),
                List.of(new Credit(Credit.Kind.ATTENDANCE, credited)));
    }

    private void meets(
            org.natter.feedback.invitation.AttendanceId one, org.natter.feedback.invitation.AttendanceId other) {
        evening.giving.save(
                one, 1, new Step.NewPeople(List.of(Who.attendance(other)), List.of()), at("2026-10-16T11:00"));
    }
}
