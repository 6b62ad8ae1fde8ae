package org.natter.feedback.answer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.VIVIEN;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.databind.json.JsonMapper;

class AnswerMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void writesAWholeAnswerAsTheContractHasIt() {
        var samir = new Side(
                Who.attendance(SAMIR),
                Side.Before.NEW,
                Side.Talk.CHAT,
                Side.Again.YES,
                new Introduction(Introduction.By.ATTENDANCE, VIVIEN.value()),
                true,
                false);
        var sam = Side.with(new Who(Who.Kind.LABEL, "77aa66bb55cc44dd33ee22ff11009988"), Side.Before.NEW);
        var answer = new Answer(
                WREN,
                RIVERSIDE,
                Instant.parse("2026-10-16T18:20:00Z"),
                new Overall(5, 4),
                List.of(samir, sam),
                List.of(new Others(Sector.SCHOOL, 1)),
                KnownBefore.A_FEW,
                new Evening(Evening.FamiliarFaces.ABOUT_HALF, Evening.Came.ALONE),
                List.of(1, 2, 3, 4, 5),
                true);

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(FeedbackAnswered.of(answer)),
                ContractSamples.read("natter.feedback", "feedback.answered.v1", "wren"));
    }

    @Test
    void writesAFirstStepAsTheContractHasIt() {
        var answer = new Answer(
                WREN,
                RIVERSIDE,
                Instant.parse("2026-10-16T18:19:00Z"),
                new Overall(3, 3),
                List.of(),
                List.of(),
                KnownBefore.NOT_SAID,
                Evening.NOT_SAID,
                List.of(1),
                false);

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(FeedbackAnswered.of(answer)),
                ContractSamples.read("natter.feedback", "feedback.answered.v1", "first-step-only"));
    }

    @Test
    void everyEventOfAnAnswerIsTold() {
        var announcements = new AnswerMessages().answerAnnouncements();

        assertThat(announcements.missing()).isEmpty();
        assertThat(announcements.types()).containsExactly("feedback.answered.v1");
    }
}
