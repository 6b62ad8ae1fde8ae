package org.natter.feedback.invitation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.WREN;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.natter.feedback.invitation.InMemoryAgenda;
import org.natter.feedback.invitation.InMemoryRooms;
import org.natter.feedback.invitation.InvitationFellDue;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.ReminderFellDue;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.databind.json.JsonMapper;

class InvitationMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant CLOSES = Instant.parse("2026-10-29T23:59:00Z");

    @Test
    void writesInvitationsAsTheContractHasThem() {
        var due = new InvitationFellDue(
                WREN, RIVERSIDE, 1, InvitationKind.HOW_WAS_IT, Instant.parse("2026-10-16T09:00:00Z"), CLOSES);

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(InvitationDue.of(due)),
                ContractSamples.read("natter.feedback", "feedback.invitation-due.v1", "wren"));
    }

    @Test
    void writesRemindersAsTheContractHasThem() {
        var due = new ReminderFellDue(WREN, RIVERSIDE, 1, Instant.parse("2026-10-20T09:00:00Z"), CLOSES);

        ContractSamples.assertBody(
                JSON.writeValueAsBytes(ReminderDue.of(due)),
                ContractSamples.read("natter.feedback", "feedback.reminder-due.v1", "wren"));
    }

    @Test
    void everyTypeOfBothTopicsStandsInItsTable() {
        var rooms = new KeepingRooms(new InMemoryRooms(), new InMemoryAgenda());

        assertThat(all(InvitationMessages.events(rooms))).isEqualTo(ContractSamples.types("natter.events"));
        assertThat(all(InvitationMessages.attendees(rooms))).isEqualTo(ContractSamples.types("natter.attendees"));
    }

    @Test
    void everyEventOfAnInvitationIsToldOrKeptPrivate() {
        var announcements = new InvitationMessages().invitationAnnouncements();

        assertThat(announcements.missing()).isEmpty();
        assertThat(announcements.types())
                .containsExactlyInAnyOrder("feedback.invitation-due.v1", "feedback.reminder-due.v1")
                .isSubsetOf(ContractSamples.types("natter.feedback"));
    }

    private static HashSet<String> all(MessageHandlers handlers) {
        var all = new HashSet<>(handlers.handled());
        all.addAll(handlers.ignored());
        return all;
    }
}
