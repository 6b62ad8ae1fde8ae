package org.natter.feedback.outcome.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.SAMIR;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.FollowUpFellDue;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.databind.json.JsonMapper;

class OutcomeMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void writesFollowUpsAsTheContractHasThem() {
        var due = new FollowUpFellDue(
                WREN, RIVERSIDE, 1, 3, Instant.parse("2027-01-15T10:00:00Z"), Instant.parse("2027-02-14T10:00:00Z"));

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(FollowUpDue.of(due)),
                ContractSamples.read("natter.feedback", "feedback.follow-up-due.v1", "wren"));
    }

    @Test
    void writesOutcomesAsTheContractHasThem() {
        var outcome = new Outcome(
                new OutcomeId("5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d"),
                WREN,
                RIVERSIDE,
                Instant.parse("2026-10-12T19:00:00Z"),
                Outcome.Kind.WORK_EXPERIENCE,
                Outcome.Direction.RECEIVED,
                YearMonth.of(2026, 10),
                List.of(new Credit(Credit.Kind.ATTENDANCE, SAMIR.value())));

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(ReportedOutcome.of(outcome)),
                ContractSamples.read("natter.feedback", "feedback.outcome-reported.v1", "work-experience"));
    }

    @Test
    void everyEventOfFollowUpsAndOutcomesIsToldOrKeptPrivate() {
        var followUps = new OutcomeMessages().followUpAnnouncements();
        var outcomes = new OutcomeMessages().outcomeAnnouncements();

        assertThat(followUps.missing()).isEmpty();
        assertThat(followUps.types()).containsExactly("feedback.follow-up-due.v1");
        assertThat(outcomes.missing()).isEmpty();
        assertThat(outcomes.types()).containsExactly("feedback.outcome-reported.v1");
    }
}
