package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.natter.feedback.invitation.Cast.FENLAND;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.Choice;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.Comments;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.answer.FollowUpPages.FollowUpPage;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.HeadCount;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.InvitationDomainEvent.AskingResumed;
import org.natter.feedback.invitation.InvitationDomainEvent.AskingStopped;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.SpeakerReplies;
import org.natter.feedback.question.Talk;
import org.natter.feedback.report.EventEvidence;
import org.natter.feedback.report.EventReport;
import org.natter.feedback.report.Evidence;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.SeasonReport;
import org.natter.feedback.report.SeasonTold;
import org.natter.ids.HexId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageFork;
import org.natter.messaging.MessageMetadata;

/** What every store of the service promises, the real ones and those that forget: guarded, put off and begun once. */
abstract class StoresContract {

    static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant ENDS = Instant.parse("2026-10-15T20:00:00Z");

    EventId event = new EventId(HexId.random());

    abstract Rooms rooms();

    abstract ListReplies listReplies();

    abstract DueEvents dueEvents();

    abstract Invitations invitations();

    abstract Answers answers();

    abstract AnswersGiven answersGiven();

    abstract FollowUps followUps();

    abstract FollowUpPages followUpPages();

    abstract Questionnaires questionnaires();

    abstract Comments comments();

    abstract SpeakerReplies speakerReplies();

    abstract Reports reports();

    abstract EventEvidence evidence();

    /** As if it had been told of an event. */
    abstract void evident(EventId of, Gathering gathering);

    /** As if it had been told of a region's year. */
    abstract void evident(SeasonTold season);

    /** While this runs no invitation can be written; by itself a real store refuses only what it has no value for. */
    abstract void withoutWriting(Runnable work);

    /** As if something had been told on New Year's Day of 2020. */
    abstract void due();

    @Test
    void toldTwiceIsToldOnce() {
        assertThat(booked(1)).isEqualTo(Effect.APPLIED);
        var before = room();

        assertThat(booked(1)).isEqualTo(Effect.ALREADY_NEWER);

        assertThat(room()).isEqualTo(before);
    }

    @Test
    void anOlderFactNeverReplacesANewerOne() {
        rooms().on(told(WREN), SeatStanding.CANCELLED, source("seats", event.value(), 7, WREN.value()));

        assertThat(booked(6)).isEqualTo(Effect.ALREADY_NEWER);

        assertThat(room().seats()).containsEntry(WREN, SeatStanding.CANCELLED);
    }

    /** A restored backup or a second writer: neither of the two bodies is the better one. */
    @Test
    void oneVersionWithTwoBodiesIsAForkAndChangesNothing() {
        var seats = source("seats", event.value(), 3, WREN.value());
        var door = source("check-in", WREN.value(), 1, WREN.value());
        var news = source("event", event.value(), 2, event.value());
        rooms().on(told(WREN), SeatStanding.BOOKED, seats);
        rooms().onCheckIn(told(WREN), Presence.HERE, door);
        is(EventStanding.OVER, 2);
        var before = room();

        assertThatThrownBy(() -> rooms().on(told(WREN), SeatStanding.CANCELLED, otherBody(seats)))
                .isInstanceOf(MessageFork.class);
        assertThatThrownBy(() -> rooms().onCheckIn(told(WREN), Presence.NOT_HERE, otherBody(door)))
                .isInstanceOf(MessageFork.class);
        assertThatThrownBy(() -> rooms().on(
                                new EventNews(event, FENLAND, ENDS, PubEvening.LONDON),
                                EventStanding.CALLED_OFF,
                                otherBody(news)))
                .isInstanceOf(MessageFork.class);
        assertThat(rooms().on(told(WREN), SeatStanding.CANCELLED, source("seats", event.value(), 2, WREN.value())))
                .as("what is older is no fork, whatever it says")
                .isEqualTo(Effect.ALREADY_NEWER);

        assertThat(room()).isEqualTo(before);
    }

    @Test
    void peopleAreKnownBeforeTheirEvent() {
        rooms().onCheckIn(told(WREN), Presence.HERE, source("check-in", WREN.value(), 1, WREN.value()));

        assertThat(room().gathering()).isEmpty();
        assertThat(room().came()).containsExactly(WREN);
        assertThat(rooms().gathering(event)).isEmpty();

        is(EventStanding.OVER, 1);

        assertThat(rooms().gathering(event))
                .contains(new Gathering(FENLAND, ENDS, PubEvening.LONDON, EventStanding.OVER));
        assertThat(room().came()).containsExactly(WREN);
    }

    @Test
    void anyOrderEndsInTheSameRoom() {
        List<Supplier<Effect>> facts = List.of(
                () -> booked(1),
                () -> rooms().on(told(SAMIR), SeatStanding.WAITING, source("seats", event.value(), 2, SAMIR.value())),
                () -> rooms().on(told(WREN), SeatStanding.CANCELLED, source("seats", event.value(), 3, WREN.value())),
                () -> rooms().onCheckIn(
                                told(WREN),
                                Presence.HERE_UNREACHABLE,
                                source("check-in", WREN.value(), 1, WREN.value())),
                () -> rooms().onCheckIn(
                                told(WREN), Presence.NOT_HERE, source("check-in", WREN.value(), 2, WREN.value())),
                () -> is(EventStanding.COMING, 1),
                () -> is(EventStanding.OVER, 2));

        for (long seed = 0; seed < 100; seed++) {
            event = new EventId(HexId.random());
            var shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, 4));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(Supplier::get);

            assertThat(room())
                    .as("seed %d", seed)
                    .isEqualTo(new Room(
                            event,
                            Optional.of(new Gathering(FENLAND, ENDS, PubEvening.LONDON, EventStanding.OVER)),
                            Map.of(WREN, SeatStanding.CANCELLED, SAMIR, SeatStanding.WAITING),
                            Map.of(WREN, Presence.NOT_HERE)));
        }
    }

    @Test
    void roomsAndRepliesOfSeveralEventsAreFoundAtOnce() {
        booked(1);
        var unknown = new EventId(HexId.random());
        var denied = new EventId(HexId.random());
        listReplies().keep(event, true);
        listReplies().keep(denied, false);

        assertThat(rooms().count(List.of(event, unknown)))
                .containsExactly(new HeadCount(event, Optional.empty(), 0, 1));
        assertThat(listReplies().saidComplete(List.of(event, denied, unknown))).containsExactly(event);
        assertThat(rooms().count(List.of())).isEmpty();
        assertThat(listReplies().saidComplete(List.of())).isEmpty();
    }

    /** Everybody with every seat and every word from the door, and some with one of the two alone. */
    @Test
    void aRoomIsCountedAsItsPeopleWouldBe() {
        is(EventStanding.OVER, 1);
        var other = new EventId(HexId.random());
        var seats = new ArrayList<>(Arrays.asList(SeatStanding.values()));
        var doors = new ArrayList<>(Arrays.asList(Presence.values()));
        seats.add(null);
        doors.add(null);
        var version = 0L;
        for (var where : List.of(event, other, event)) {
            for (var seat : seats) {
                for (var door : doors) {
                    var guest = new AttendanceId(HexId.random());
                    var news = new AttendanceNews(guest, where);
                    if (seat != null) {
                        rooms().on(news, seat, source("seats", where.value(), ++version, guest.value()));
                    }
                    if (door != null) {
                        rooms().onCheckIn(news, door, source("check-in", guest.value(), 1, guest.value()));
                    }
                }
            }
        }

        assertThat(rooms().count(List.of(event, other)))
                .containsExactlyInAnyOrder(
                        new HeadCount(event, room().gathering(), 24, 32),
                        new HeadCount(other, Optional.empty(), 12, 16));
        assertThat(room().came()).hasSize(24);
        assertThat(room().expected()).isEqualTo(32);
    }

    @Test
    void someOfARoomAreThoseAskedForAndNobodyElse() {
        rooms().on(told(WREN), SeatStanding.BOOKED_UNLISTED, source("seats", event.value(), 1, WREN.value()));
        rooms().on(told(SAMIR), SeatStanding.BOOKED, source("seats", event.value(), 2, SAMIR.value()));
        rooms().onCheckIn(told(VIVIEN), Presence.NOT_HERE, source("check-in", VIVIEN.value(), 1, VIVIEN.value()));

        var some = rooms().some(event, Set.of(WREN, VIVIEN));

        assertThat(some.mentioned()).containsExactlyInAnyOrder(WREN, VIVIEN);
        assertThat(some.unlisted()).containsExactly(WREN);
        assertThat(rooms().some(new EventId(HexId.random()), Set.of(WREN)).mentioned())
                .isEmpty();
    }

    @Test
    void anEventThatFailedComesBackAfterHalfAMinute() {
        due();

        assertThatThrownBy(() -> dueEvents().attend(event, NOW, () -> {
                    throw new IllegalStateException("the store is gone");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(dueEvents().due(NOW.plusSeconds(29), Set.of())).doesNotContain(event);
        assertThat(dueEvents().due(NOW.plusSeconds(30), Set.of())).contains(event);
    }

    @Test
    void newsThatComeMeanwhileAreLookedAtAfterwards() {
        due();

        dueEvents().attend(event, NOW, () -> {
            due();
            return Optional.of(NOW.plusSeconds(3600));
        });

        assertThat(dueEvents().due(NOW, Set.of())).contains(event);
        assertThat(dueEvents().due(NOW, Set.of(event))).doesNotContain(event);
    }

    @Test
    void anEventComesBackWhenSaidAndNeverIfNot() {
        due();
        dueEvents().attend(event, NOW, () -> Optional.of(NOW.plusSeconds(60)));
        assertThat(dueEvents().due(NOW.plusSeconds(59), Set.of())).doesNotContain(event);
        assertThat(dueEvents().due(NOW.plusSeconds(60), Set.of())).contains(event);

        dueEvents().attend(event, NOW.plusSeconds(60), Optional::empty);
        assertThat(dueEvents().due(Instant.parse("2500-01-01T00:00:00Z"), Set.of()))
                .doesNotContain(event);
    }

    @Test
    void anInvitationBeginsOnce() {
        var somebody = new AttendanceId(HexId.random());
        var first = Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS);
        var second = Invitation.first(somebody, event, InvitationKind.DID_YOU_MAKE_IT, ENDS, ENDS);

        assertThat(invitations().issue(first)).isEqualTo(first);
        assertThat(invitations().issue(second)).isEqualTo(first);
        assertThat(invitations().find(somebody)).contains(first);
    }

    @Test
    void whatHappensToAnInvitationIsKept() {
        var somebody = new AttendanceId(HexId.random());
        assertThat(invitations().change(somebody, invitation -> invitation.stop(NOW)))
                .isEmpty();
        invitations().issue(Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS));

        invitations().change(somebody, invitation -> invitation.stop(NOW));

        assertThat(invitations().findAll(List.of(somebody, new AttendanceId(HexId.random()))))
                .singleElement()
                .matches(Invitation::stopped);

        invitations().change(somebody, invitation -> invitation.askAgain(ENDS));

        assertThat(invitations().find(somebody).orElseThrow())
                .matches(invitation -> !invitation.stopped())
                .extracting(Invitation::resumedAt)
                .isEqualTo(ENDS);
    }

    @Test
    void aChangeThatCannotBeWrittenLeavesWhatWasThere() {
        var somebody = new AttendanceId(HexId.random());
        var stranger = new AttendanceId(HexId.random());
        var invited = invitations().issue(Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS));

        withoutWriting(() -> {
            assertThatThrownBy(() -> invitations().change(somebody, invitation -> List.of(unwritable(somebody))))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> invitations()
                            .issue(Invitation.first(
                                    stranger, event, InvitationKind.HOW_WAS_IT, Instant.MAX, Instant.MAX)))
                    .isInstanceOf(RuntimeException.class);
        });

        assertThat(invitations().find(somebody)).contains(invited);
        assertThat(invitations().find(stranger)).isEmpty();
        assertThat(invitations().change(somebody, invitation -> invitation.stop(NOW)))
                .get()
                .matches(Invitation::stopped);
    }

    /** State and what is told of it are written together: half of a decision is none. */
    @Test
    void aDecisionThatFailsHalfwayChangesNothing() {
        var somebody = new AttendanceId(HexId.random());
        var invited = invitations().issue(Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS));

        assertThatThrownBy(() -> invitations()
                        .change(somebody, invitation -> Arrays.asList(new AskingStopped(somebody, NOW), null)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> followUps()
                        .changeOrBegin(
                                FollowUp.of(somebody, event), followUp -> halfOf(followUp.fallDue(3, 1, NOW, ENDS))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> answers()
                        .change(
                                Answer.empty(somebody, event, NOW),
                                answer -> halfOf(answer.save(new Step.HowWasIt(new Overall(4, 0)), NOW))))
                .isInstanceOf(RuntimeException.class);

        assertThat(invitations().find(somebody)).contains(invited);
        assertThat(followUpPages().find(somebody)).isEmpty();
        assertThat(followUps().findAll(List.of(somebody))).isEmpty();
        assertThat(answers().find(somebody)).isEmpty();
    }

    private static <E> List<E> halfOf(List<E> decided) {
        var half = new ArrayList<>(decided);
        half.add(null);
        return half;
    }

    /** No store has a date that late. */
    private static InvitationDomainEvent unwritable(AttendanceId somebody) {
        return new AskingResumed(somebody, Instant.MAX);
    }

    @Test
    void anAnswerBeginsWithItsFirstStepAndKeepsEveryOne() {
        var writer = new AttendanceId(HexId.random());
        var empty = Answer.empty(writer, event, NOW);
        assertThat(answers().change(empty, answer -> List.of())).isEqualTo(empty);
        assertThat(answersGiven().among(List.of(writer))).isEmpty();

        answers().change(empty, answer -> answer.save(new Step.HowWasIt(new Overall(4, 0)), NOW));
        answers()
                .change(
                        empty,
                        answer -> answer.save(
                                new Step.NewPeople(
                                        List.of(new Who(Who.Kind.LABEL, "a".repeat(32)), Who.attendance(SAMIR)),
                                        List.of()),
                                NOW.plusSeconds(1)));
        answers().change(empty, answer -> answer.send(NOW.plusSeconds(2)));

        var kept = answers().find(writer).orElseThrow();
        assertThat(kept.overall()).isEqualTo(new Overall(4, 0));
        assertThat(kept.met())
                .containsExactly(
                        Side.with(new Who(Who.Kind.LABEL, "a".repeat(32)), Side.Before.NEW),
                        Side.with(Who.attendance(SAMIR), Side.Before.NEW));
        assertThat(kept.steps()).containsExactly(1, 2);
        assertThat(kept.sent()).isTrue();
        assertThat(answersGiven().among(List.of(writer, WREN))).containsExactly(writer);
    }

    @Test
    void aFollowUpBeginsWhenItFirstFallsDue() {
        var somebody = new AttendanceId(HexId.random());
        assertThat(followUps().change(somebody, followUp -> followUp.reply(NOW)))
                .isEmpty();

        followUps().changeOrBegin(FollowUp.of(somebody, event), followUp -> followUp.fallDue(3, 1, NOW, ENDS));

        assertThat(followUps().change(somebody, followUp -> followUp.reply(NOW)))
                .contains(new FollowUp(somebody, event, List.of(3), List.of(3), ENDS));
    }

    @Test
    void aFollowUpThatFellDueHasAPageThatSaysWhetherItWasAnswered() {
        var somebody = new AttendanceId(HexId.random());
        followUps().changeOrBegin(FollowUp.of(somebody, event), followUp -> List.of());
        assertThat(followUpPages().find(somebody)).isEmpty();

        followUps().changeOrBegin(FollowUp.of(somebody, event), followUp -> followUp.fallDue(3, 1, NOW, ENDS));
        assertThat(followUpPages().find(somebody)).contains(new FollowUpPage(ENDS, false));

        followUps().change(somebody, followUp -> followUp.reply(NOW));
        assertThat(followUpPages().find(somebody)).contains(new FollowUpPage(ENDS, true));
    }

    @Test
    void whatFailsInADecisionReachesTheCallerAndWritesNothing() {
        var somebody = new AttendanceId(HexId.random());
        var invited = invitations().issue(Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS));
        var refusal = new IllegalStateException("undecided");

        assertThatThrownBy(() -> invitations().change(somebody, invitation -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> answers().change(Answer.empty(somebody, event, NOW), answer -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThatThrownBy(() -> followUps().changeOrBegin(FollowUp.of(somebody, event), followUp -> {
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(invitations().find(somebody)).contains(invited);
        assertThat(answers().find(somebody)).isEmpty();
        assertThat(followUpPages().find(somebody)).isEmpty();
    }

    @Test
    void aQuestionnaireIsWrittenOverTheVersionBeforeItAndNoOther() {
        var list = OwnQuestion.about(
                event, OwnQuestion.Kind.PICK_ONE, "Which pub next?", List.of("The Crown", "The Maltings"));
        var words = OwnQuestion.about(event, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());
        var first = new Questionnaire(event, 1, List.of(list));
        var second = new Questionnaire(event, 2, List.of(words, list));
        assertThat(questionnaires().of(event)).isEqualTo(Questionnaire.none(event));

        assertThat(questionnaires().replace(first)).isTrue();
        assertThat(questionnaires().replace(new Questionnaire(event, 1, List.of(words))))
                .isFalse();
        assertThat(questionnaires().of(event)).isEqualTo(first);
        assertThat(questionnaires().replace(new Questionnaire(event, 3, List.of(words))))
                .isFalse();
        assertThat(questionnaires().replace(second)).isTrue();
        assertThat(questionnaires().replace(second)).isFalse();
        assertThat(questionnaires().of(event)).isEqualTo(second);
    }

    @Test
    void aReportIsPublishedOnceAndStays() {
        assertThat(reports().find(event)).isEmpty();
        var first = new EventReport(event, NOW, 9, 5, null, null, List.of(), List.of(), List.of());

        reports().publish(first);
        reports().publish(new EventReport(event, ENDS, 12, 7, null, null, List.of(), List.of(), List.of()));

        assertThat(reports().find(event)).contains(first);
    }

    @Test
    void eachRegionHasItsYearsPublishedOnceAndTheNewestFirst() {
        var fens = new RegionId(HexId.random());
        var coast = new RegionId(HexId.random());
        var first = new SeasonReport(fens, 2025, NOW, 9, 5, null, null);
        var next = new SeasonReport(fens, 2026, NOW, 11, 6, null, null);
        var elsewhere = new SeasonReport(coast, 2025, NOW, 3, 2, null, null);

        List.of(first, elsewhere, next, new SeasonReport(fens, 2025, ENDS, 10, 10, null, null))
                .forEach(reports()::publish);

        assertThat(reports().seasons(fens)).containsExactly(next, first);
        assertThat(reports().seasons(coast)).containsExactly(elsewhere);
    }

    @Test
    void whatIsEvidentIsFoundByItsEventAndByItsRegion() {
        var fens = new RegionId(HexId.random());
        var coast = new RegionId(HexId.random());
        assertThat(evidence().of(event)).isEqualTo(Evidence.none(event));
        var over = new Gathering(fens, ENDS, PubEvening.LONDON, EventStanding.OVER);
        var year = new SeasonTold(fens, 2026, List.of(new SeasonTold.Returned(9, 5)), List.of());

        evident(event, over);
        evident(new EventId(HexId.random()), new Gathering(coast, ENDS, PubEvening.LONDON, EventStanding.OVER));
        evident(year);

        assertThat(evidence().eventsOf(fens)).containsExactly(entry(event, over));
        assertThat(evidence().season(fens, 2026)).contains(year);
        assertThat(evidence().season(fens, 2025)).isEmpty();
        assertThat(evidence().season(coast, 2026)).isEmpty();
    }

    @Test
    void theLastReplyOfASpeakerStands() {
        var talk = Talk.of(event, "Zines in an hour", true);
        assertThat(speakerReplies().find(talk.id())).isEmpty();

        speakerReplies().keep(talk.id(), false);
        assertThat(speakerReplies().find(talk.id())).contains(false);
        speakerReplies().keep(talk.id(), true);

        assertThat(speakerReplies().find(talk.id())).contains(true);
    }

    @Test
    void theFirstReplyOfASpeakerStandsWhereItIsToStay() {
        var talk = Talk.of(event, "Zines in an hour", true);

        speakerReplies().keepFirst(talk.id(), false);
        speakerReplies().keepFirst(talk.id(), true);

        assertThat(speakerReplies().find(talk.id())).contains(false);
    }

    @Test
    void aQuestionnaireKeepsItsTalks() {
        var named = new Questionnaire(event, 1, List.of(), List.of(Talk.of(event, "Zines in an hour", true)));

        questionnaires().replace(named);

        assertThat(questionnaires().of(event)).isEqualTo(named);
    }

    @Test
    void anAnswerKeepsWhatWasPicked() {
        var writer = new AttendanceId(HexId.random());
        var list = OwnQuestion.about(
                event, OwnQuestion.Kind.PICK_ONE, "Which pub next?", List.of("The Crown", "The Maltings"));
        var step = new Step.AnythingElse(Evening.NOT_SAID, List.of(new Choice(list.id(), Pick.SECOND)));

        answers().change(Answer.empty(writer, event, NOW), answer -> answer.save(step, NOW));

        assertThat(answers().find(writer).orElseThrow().pickOf(list.id())).contains(Pick.SECOND);
    }

    @Test
    void wordsToAQuestionAreFoundByItAndApartFromAllOthers() {
        var question = OwnQuestion.about(event, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());
        var other = OwnQuestion.about(event, OwnQuestion.Kind.FEW_WORDS, "And elsewhere?", List.of());
        var day = LocalDate.of(2026, 10, 17);
        var id = new CommentId("c" + HexId.random().substring(1));
        comments().add(new Comment(id, event, day, "Zines.", question.id()));
        comments()
                .add(new Comment(new CommentId("b" + HexId.random().substring(1)), event, day, "Maps.", question.id()));
        comments().add(new Comment(new CommentId(HexId.random()), event, day, "Lovely pub.", null));
        comments().add(new Comment(id, event, day, "Twice.", other.id()));

        assertThat(comments().about(event, question.id())).containsExactly("Maps.", "Zines.");
        assertThat(comments().about(event, other.id())).isEmpty();
        assertThat(comments().about(event, null)).containsExactly("Lovely pub.");
        assertThat(comments().about(new EventId(HexId.random()), question.id())).isEmpty();
    }

    @Test
    void anInvitationKeepsToWhichQuestionsSomethingWasWritten() {
        var somebody = new AttendanceId(HexId.random());
        var question = OwnQuestion.about(event, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());
        invitations().issue(Invitation.first(somebody, event, InvitationKind.HOW_WAS_IT, NOW, ENDS));

        invitations().change(somebody, invitation -> invitation.writeTo(Set.of(question.id())));

        assertThat(invitations().find(somebody).orElseThrow().writtenTo()).containsExactly(question.id());
    }

    private Effect booked(long version) {
        return rooms().on(told(WREN), SeatStanding.BOOKED, source("seats", event.value(), version, WREN.value()));
    }

    private Effect is(EventStanding standing, long version) {
        return rooms().on(
                        new EventNews(event, FENLAND, ENDS, PubEvening.LONDON),
                        standing,
                        source("event", event.value(), version, event.value()));
    }

    private AttendanceNews told(AttendanceId attendance) {
        return new AttendanceNews(attendance, event);
    }

    private Room room() {
        return rooms().find(event).orElseThrow();
    }

    private static MessageMetadata otherBody(MessageMetadata source) {
        return new MessageMetadata(
                source.id(),
                source.type(),
                source.aggregateType(),
                source.aggregateId(),
                source.version(),
                source.subject(),
                source.time(),
                "f".repeat(64));
    }

    static MessageMetadata source(String aggregate, String id, long version, String subject) {
        return new MessageMetadata(
                aggregate + "/" + id + "/" + version,
                "any.told.v1",
                aggregate,
                id,
                version,
                subject,
                ENDS,
                "%064x".formatted(version));
    }
}
