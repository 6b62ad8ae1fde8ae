package org.natter.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.TOBIAS;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.feedback.PubEvening;
import org.natter.feedback.answer.AnswerDomainEvent.AnswerSent;
import org.natter.feedback.answer.AnswerDomainEvent.StepSaved;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;

class GivingAnswersTest {

    private static final Who SAM = new Who(Who.Kind.LABEL, "77aa66bb55cc44dd33ee22ff11009988");
    private static final PersonalLink LINK = new PersonalLink(LinkPurpose.FEEDBACK, WREN, 1);
    private static final String EVENING_AFTER = "2026-10-16T19:20";

    private final PubEvening evening = new PubEvening();

    @BeforeEach
    void wrenWasAsked() {
        evening.published()
                .booked(WREN, SAMIR, VIVIEN, TOBIAS)
                .checkedIn(WREN, SAMIR, TOBIAS)
                .concluded()
                .clockShows("2026-10-16T10:00");
    }

    @Test
    void stepOneAloneIsACompleteAnswer() {
        var answer = save(new Step.HowWasIt(new Overall(3, 3)));

        assertThat(answer.overall()).isEqualTo(new Overall(3, 3));
        assertThat(answer.steps()).containsExactly(1);
        assertThat(answer.saysWhom()).isFalse();
        assertThat(evening.answers.told()).containsExactly(new StepSaved(answer));
        assertThat(evening.links.read(LINK, at(EVENING_AFTER)).answered()).isTrue();
    }

    @Test
    void oneOfTheTwoFirstQuestionsIsEnoughAndNoneIsNot() {
        assertThat(save(new Step.HowWasIt(new Overall(4, 0))).overall()).isEqualTo(new Overall(4, 0));
        assertThatThrownBy(() -> save(new Step.HowWasIt(Overall.NOT_SAID))).isInstanceOf(UnfitForm.class);
    }

    @Test
    void whatWasSaidOfTheEveningIsTakenBackByRatherNotSaying() {
        save(new Step.HowWasIt(new Overall(2, 4)));

        var answer = save(new Step.RatherNotSay());

        assertThat(answer.overall()).isEqualTo(Overall.NOT_SAID);
        assertThat(answer.steps()).containsExactly(1);
    }

    @Test
    void ratherNotSayingBeforeAnythingWasSaidIsNoAnswer() {
        assertThat(save(new Step.RatherNotSay()).steps()).isEmpty();
        assertThat(evening.answers.told()).isEmpty();
    }

    @Test
    void savingTheSameStepAgainReplacesItAndKeepsWhatWasSaidOfThoseWhoStay() {
        save(newPeople(Who.attendance(SAMIR), SAM));
        save(new Step.Chats(List.of(new Chat(Who.attendance(SAMIR), true, true, Introduction.NOT_SAID, true))));

        var answer = save(newPeople(Who.attendance(SAMIR), Who.attendance(TOBIAS)));

        assertThat(answer.met())
                .containsExactly(
                        new Side(
                                Who.attendance(SAMIR),
                                Side.Before.NEW,
                                Side.Talk.USEFUL,
                                Side.Again.MAYBE,
                                Introduction.NOT_SAID,
                                true),
                        Side.with(Who.attendance(TOBIAS), Side.Before.NEW));
    }

    @Test
    void savingTheSameAgainTellsNothing() {
        save(newPeople(SAM));
        save(newPeople(SAM));
        evening.giving.send(WREN, 1, at(EVENING_AFTER));
        evening.giving.send(WREN, 1, at("2026-10-16T19:30"));

        assertThat(evening.answers.told()).hasExactlyElementsOfTypes(StepSaved.class, AnswerSent.class);
    }

    @Test
    void nobodyIsBothNewAndKnownBeforeAndWhoeverMovesKeepsWhatWasSaidOfThem() {
        var samir = Who.attendance(SAMIR);
        save(newPeople(samir));
        var said = save(new Step.Chats(List.of(new Chat(samir, true, true, Introduction.NOT_SAID, false))))
                .met()
                .get(0);

        assertThat(save(familiar(samir, false)).met()).containsExactly(said.knownBefore(Side.Before.WELL));
        assertThat(save(newPeople(samir)).met()).containsExactly(said);
    }

    @Test
    void nobodyIsTickedTwiceInOneStep() {
        assertThatThrownBy(() -> save(newPeople(SAM, SAM))).hasMessage("met ONCE_ONLY");
    }

    @Test
    void peopleKnownALittleAndWellStandBesideTheNewOnes() {
        save(newPeople(Who.attendance(SAMIR)));

        var answer = save(new Step.FamiliarPeople(
                List.of(
                        new Step.FamiliarPeople.Familiar(Who.attendance(TOBIAS), true),
                        new Step.FamiliarPeople.Familiar(SAM, false)),
                KnownBefore.A_FEW));

        assertThat(answer.met())
                .extracting(Side::before)
                .containsExactly(Side.Before.NEW, Side.Before.BIT, Side.Before.WELL);
        assertThat(answer.knownBefore()).isEqualTo(KnownBefore.A_FEW);
    }

    @Test
    void untickedInStepFourIsJustChatting() {
        save(newPeople(Who.attendance(SAMIR), SAM));

        var answer = save(new Step.Chats(List.of(
                new Chat(SAM, true, false, new Introduction(Introduction.By.ATTENDANCE, TOBIAS.value()), false))));

        assertThat(answer.met())
                .containsExactly(
                        new Side(
                                Who.attendance(SAMIR),
                                Side.Before.NEW,
                                Side.Talk.CHAT,
                                Side.Again.YES,
                                Introduction.NOT_SAID,
                                true),
                        new Side(
                                SAM,
                                Side.Before.NEW,
                                Side.Talk.USEFUL,
                                Side.Again.YES,
                                new Introduction(Introduction.By.ATTENDANCE, TOBIAS.value()),
                                false));
    }

    @Test
    void stepFourKnowsOnlyThoseWhoAreTickedAndNobodyIntroducesThemselves() {
        save(newPeople(SAM));

        assertThatThrownBy(() -> save(new Step.Chats(
                        List.of(new Chat(Who.attendance(SAMIR), true, false, Introduction.NOT_SAID, true)))))
                .hasMessage("talks TICKED_FIRST");
        assertThatThrownBy(() -> save(new Step.Chats(
                        List.of(new Chat(SAM, true, false, new Introduction(Introduction.By.LABEL, SAM.id()), true)))))
                .isInstanceOf(UnfitForm.class);
    }

    @Test
    void onlyPeopleOfTheEventCanBeTickedAndNotOneself() {
        assertThatThrownBy(() -> save(newPeople(Who.attendance(WREN)))).hasMessage("met NOT_ONESELF");
        assertThatThrownBy(() -> save(newPeople(Who.attendance(new AttendanceId("d".repeat(32))))))
                .hasMessage("met OF_THE_EVENT");
        save(newPeople(SAM));
        assertThatThrownBy(() -> save(new Step.Chats(List.of(new Chat(
                        SAM, true, false, new Introduction(Introduction.By.ATTENDANCE, "d".repeat(32)), true)))))
                .hasMessage("talks OF_THE_EVENT");
        assertThat(evening.answers.told()).hasSize(1);
    }

    @Test // B7
    void somebodyWhoIsNotOnTheListCannotBeTickedNorBeTheOneWhoIntroduced() {
        evening.bookedUnlisted(SAMIR);

        assertThatThrownBy(() -> save(newPeople(Who.attendance(TOBIAS), Who.attendance(SAMIR))))
                .isInstanceOf(UnfitForm.class)
                .hasMessage("met ON_THE_LIST");
        assertThatThrownBy(() -> save(familiar(Who.attendance(SAMIR), false))).isInstanceOf(UnfitForm.class);
        save(newPeople(SAM));
        assertThatThrownBy(() -> save(new Step.Chats(List.of(new Chat(
                        SAM, true, false, new Introduction(Introduction.By.ATTENDANCE, SAMIR.value()), true)))))
                .hasMessage("talks ON_THE_LIST");
        assertThat(evening.answers.told()).hasSize(1);
    }

    @Test
    void whoeverNeitherHasAPlaceNorCameCannotBeTicked() {
        evening.cancelled(VIVIEN);

        assertThatThrownBy(() -> save(newPeople(Who.attendance(VIVIEN)))).hasMessage("met ON_THE_LIST");
    }

    @Test
    void somebodyCanBeTickedAsSoonAsOneWordAboutThemIsToldWhicheverComesFirst() {
        var atTheDoor = new AttendanceId("e".repeat(32));
        var booked = new AttendanceId("f".repeat(32));
        assertThatThrownBy(() -> save(newPeople(Who.attendance(atTheDoor), Who.attendance(booked))))
                .hasMessage("met OF_THE_EVENT");

        evening.checkedIn(atTheDoor).booked(booked);

        assertThat(save(newPeople(Who.attendance(atTheDoor), Who.attendance(booked)))
                        .met())
                .hasSize(2);
    }

    @Test // E14
    void somebodyLetInAtTheDoorCanBeTickedBeforeTheirNewBookingIsTold() {
        evening.cancelled(VIVIEN).checkedIn(VIVIEN);

        assertThat(save(newPeople(Who.attendance(VIVIEN))).met()).hasSize(1);
    }

    @Test
    void somebodyWhoLeftTheListAfterwardsStaysAndCannotBeTickedAnew() {
        save(newPeople(Who.attendance(SAMIR)));
        evening.bookedUnlisted(SAMIR);

        var answer = save(newPeople(Who.attendance(SAMIR), SAM));
        assertThat(answer.met()).extracting(Side::who).containsExactly(Who.attendance(SAMIR), SAM);
        save(new Step.Chats(List.of(new Chat(Who.attendance(SAMIR), true, false, Introduction.NOT_SAID, true))));

        save(newPeople(SAM));
        assertThatThrownBy(() -> save(newPeople(SAM, Who.attendance(SAMIR)))).isInstanceOf(UnfitForm.class);
    }

    @Test
    void whoeverIntroducedAndLeftTheListAfterwardsStaysToo() {
        save(newPeople(SAM));
        var introduced = new Step.Chats(
                List.of(new Chat(SAM, true, false, new Introduction(Introduction.By.ATTENDANCE, SAMIR.value()), true)));
        save(introduced);
        evening.bookedUnlisted(SAMIR);

        assertThat(save(introduced).met())
                .singleElement()
                .extracting(Side::introduced)
                .isEqualTo(new Introduction(Introduction.By.ATTENDANCE, SAMIR.value()));
    }

    @Test
    void countsUpToFiftyOthers() {
        var fifty = List.of(new Others(Sector.SCHOOL, 20), new Others(Sector.NOT_SAID, 30));
        assertThat(save(new Step.NewPeople(List.of(), fifty)).others()).isEqualTo(fifty);

        var more = List.of(new Others(Sector.SCHOOL, 21), new Others(Sector.NOT_SAID, 30));
        assertThatThrownBy(() -> save(new Step.NewPeople(List.of(), more))).hasMessage("others NOT_TOO_MANY");
    }

    @Test
    void sendingNothingIsRefused() {
        assertThatThrownBy(() -> evening.giving.send(WREN, 1, at(EVENING_AFTER)))
                .isInstanceOf(UnfitForm.class);
        assertThat(evening.answers.told()).isEmpty();
    }

    @Test
    void canBeWrittenToTheLastMinuteOfDayFourteenAndReadToDaySixty() {
        var lastMinute = at("2026-10-29T23:59");
        evening.giving.save(WREN, 1, new Step.HowWasIt(new Overall(5, 4)), lastMinute);

        assertThatThrownBy(() ->
                        evening.giving.save(WREN, 1, new Step.HowWasIt(new Overall(1, 1)), lastMinute.plusSeconds(1)))
                .isInstanceOf(FormClosed.class);
        assertThat(evening.giving.read(WREN, 1, at("2026-12-14T23:59")).answer().overall())
                .isEqualTo(new Overall(5, 4));
        assertThatThrownBy(() -> evening.giving.read(WREN, 1, at("2026-12-15T00:00")))
                .isInstanceOf(FormClosed.class);
    }

    @Test
    void aLinkGoesFromOpenOverReadOnlyToClosed() {
        assertThat(evening.links.read(LINK, at("2026-10-29T23:59")).state()).isEqualTo(LinkState.OPEN);
        assertThat(evening.links.read(LINK, at("2026-10-30T00:00")).state()).isEqualTo(LinkState.READ_ONLY);
        assertThat(evening.links.read(LINK, at("2026-12-14T23:59")).state()).isEqualTo(LinkState.READ_ONLY);
        assertThat(evening.links.read(LINK, at("2026-12-15T00:00")).state()).isEqualTo(LinkState.CLOSED);
        assertThat(evening.links.read(LINK, at(EVENING_AFTER)).closesAt()).isEqualTo(at("2026-10-29T23:59"));
    }

    @Test
    void whoNamedNobodyIsAskedNothingOnceTheFormHasClosed() {
        var nobody = save(new Step.NewPeople(List.of(), List.of()));

        assertThat(nobody.saysWhom()).isTrue();
        assertThat(evening.links.read(LINK, at("2026-10-29T23:59")).moreToAsk()).isTrue();
        assertThat(evening.links.read(LINK, at("2026-10-30T00:00")).moreToAsk()).isFalse();
    }

    @Test // E16
    void anEventThatWasCalledOffHasNothingToFillIn() {
        evening.calledOff();

        assertThat(evening.links.read(LINK, at(EVENING_AFTER)).state()).isEqualTo(LinkState.CALLED_OFF);
        assertThat(evening.links.read(LINK, at(EVENING_AFTER)).moreToAsk()).isFalse();
        assertThatThrownBy(() -> save(new Step.HowWasIt(new Overall(3, 3)))).isInstanceOf(EventCalledOff.class);
    }

    @Test
    void anOldGenerationAndSomebodyWhoWasNeverAskedEndAlike() {
        evening.invitations.raiseGeneration(WREN);

        assertThatThrownBy(() -> evening.links.read(LINK, at(EVENING_AFTER))).isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> evening.giving.read(WREN, 1, at(EVENING_AFTER)))
                .isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> evening.giving.read(new AttendanceId("d".repeat(32)), 1, at(EVENING_AFTER)))
                .isInstanceOf(UnknownLink.class);
        assertThat(evening.giving.read(WREN, 2, at(EVENING_AFTER)).answer().steps())
                .isEmpty();
    }

    @Test
    void aCommentKeepsTheDayAndNoTraceOfItsWriter() {
        var comments = new CommentsInMemory();
        var id = new CommentId("c".repeat(32));

        new LeavingComments(evening.admission, evening.invitations, comments, evening.questionnaires)
                .leave(WREN, 1, id, "  Lovely pub, hard to hear. ", at("2026-10-17T00:10"));

        assertThat(comments.all())
                .containsExactly(
                        new Comment(id, RIVERSIDE, LocalDate.of(2026, 10, 17), "Lovely pub, hard to hear.", null));
        assertThat(comments.all().get(0)).hasToString("Comment[*]");
        assertThat(evening.giving.read(WREN, 1, at(EVENING_AFTER)).leftWords())
                .as("that there is one, and not which")
                .isTrue();
        assertThat(evening.invitations.find(WREN))
                .hasValueSatisfying(wren -> assertThat(wren.hasLeftWords())
                        .as("that they said something, and not what")
                        .isTrue());
    }

    @Test
    void whatIsPickedOfAnOwnListIsKeptUntilItIsPickedOtherwise() {
        asks(PUB, HELP);
        assertThat(read().asked()).containsExactly(PUB, HELP);

        save(picking(new Choice(PUB.id(), Pick.SECOND)));
        assertThat(read().answer().pickOf(PUB.id())).contains(Pick.SECOND);
        save(picking(new Choice(PUB.id(), Pick.RATHER_NOT_SAY)));
        assertThat(read().answer().pickOf(PUB.id())).contains(Pick.RATHER_NOT_SAY);
        save(new Step.HowWasIt(new Overall(4, 4)));
        assertThat(read().answer().pickOf(PUB.id())).contains(Pick.RATHER_NOT_SAY);
    }

    @Test
    void onlyWhatIsAskedAndStandsInItsListCanBePicked() {
        asks(PUB, HELP);

        for (var unfit : List.of(
                new Choice(PUB.id(), Pick.THIRD),
                new Choice(HELP.id(), Pick.FIRST),
                new Choice(new QuestionId("e".repeat(32)), Pick.FIRST))) {
            assertThatThrownBy(() -> save(picking(unfit)))
                    .isInstanceOfSatisfying(
                            UnfitForm.class,
                            refused -> assertThat(refused.rule()).isEqualTo(UnfitForm.Rule.STILL_ASKED));
        }
        assertThatThrownBy(() -> save(picking(new Choice(PUB.id(), Pick.FIRST), new Choice(PUB.id(), Pick.SECOND))))
                .isInstanceOf(UnfitForm.class);
        assertThat(evening.answers.find(WREN)).isEmpty();
    }

    @Test
    void aWithdrawnQuestionIsAskedNoMore() {
        asks(PUB, HELP);
        save(picking(new Choice(PUB.id(), Pick.FIRST)));

        evening.questionnaires.replace(new Questionnaire(RIVERSIDE, 2, List.of(HELP)));

        assertThat(read().asked()).containsExactly(HELP);
        assertThatThrownBy(() -> save(picking(new Choice(PUB.id(), Pick.FIRST))))
                .isInstanceOf(UnfitForm.class);
        assertThatThrownBy(() -> leaving(new CommentsInMemory())
                        .answer(WREN, 1, List.of(said("c", PUB, "Crown")), at(EVENING_AFTER)))
                .isInstanceOf(UnfitForm.class);
    }

    /** As a word for the organisers: an id of its own, the day and not the minute, and nobody's. */
    @Test
    void wordsToAnOwnQuestionKeepTheDayAndNoTraceOfTheirWriter() {
        asks(PUB, HELP);
        var comments = new CommentsInMemory();

        leaving(comments).answer(WREN, 1, List.of(said("c", HELP, " Zines. ")), at("2026-10-17T00:10"));
        leaving(comments).answer(WREN, 1, List.of(said("c", HELP, " Zines. ")), at("2026-10-17T00:11"));

        assertThat(comments.all())
                .containsExactly(new Comment(
                        new CommentId("c".repeat(32)), RIVERSIDE, LocalDate.of(2026, 10, 17), "Zines.", HELP.id()));
        assertThat(read().writtenTo()).as("to which question, and not what").containsExactly(HELP.id());
        assertThat(read().leftWords()).isFalse();
        assertThat(evening.answers.find(WREN))
                .as("nothing of it is in the answer")
                .isEmpty();
        assertThat(said("c", HELP, "Zines.")).hasToString("Said[*]");
    }

    @Test
    void ofSeveralWordsOneOfWhichIsNotAskedNoneIsKept() {
        asks(HELP);
        var comments = new CommentsInMemory();

        assertThatThrownBy(() -> leaving(comments)
                        .answer(WREN, 1, List.of(said("c", HELP, "Zines"), said("d", PUB, "Crown")), at(EVENING_AFTER)))
                .isInstanceOf(UnfitForm.class);
        assertThat(comments.all()).isEmpty();
        assertThat(read().writtenTo()).isEmpty();
    }

    private static final OwnQuestion PUB = OwnQuestion.about(
            RIVERSIDE, OwnQuestion.Kind.PICK_ONE, "Which pub next?", List.of("The Crown", "The Maltings"));
    private static final OwnQuestion HELP =
            OwnQuestion.about(RIVERSIDE, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());

    private void asks(OwnQuestion... questions) {
        evening.questionnaires.replace(new Questionnaire(RIVERSIDE, 1, List.of(questions)));
    }

    private GivingAnswers.OpenAnswer read() {
        return evening.giving.read(WREN, 1, at(EVENING_AFTER));
    }

    private static Step picking(Choice... choices) {
        return new Step.AnythingElse(Evening.NOT_SAID, List.of(choices));
    }

    private LeavingComments leaving(Comments comments) {
        return new LeavingComments(evening.admission, evening.invitations, comments, evening.questionnaires);
    }

    private static LeavingComments.Said said(String id, OwnQuestion question, String words) {
        return new LeavingComments.Said(new CommentId(id.repeat(32)), question.id(), words);
    }

    private Answer save(Step step) {
        return evening.giving.save(WREN, 1, step, at(EVENING_AFTER));
    }

    private static Step newPeople(Who... people) {
        return new Step.NewPeople(List.of(people), List.of());
    }

    private static Step familiar(Who who, boolean onlyALittle) {
        return new Step.FamiliarPeople(
                List.of(new Step.FamiliarPeople.Familiar(who, onlyALittle)), KnownBefore.NOT_SAID);
    }
}
