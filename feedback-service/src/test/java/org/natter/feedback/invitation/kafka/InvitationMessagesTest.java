package org.natter.feedback.invitation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.invitation.Cast.WREN;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.natter.feedback.invitation.DueEventsInMemory;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.RoomsInMemory;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.kit.ContractSamples;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InvitationMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsWhoCanBeReached() {
        assertThat(checkedIn(sampleOf("wren"))).isEqualTo(new AttendanceCheckedIn(WREN, RIVERSIDE, true));
        assertThat(checkedIn(sampleOf("maurice")).presence()).isEqualTo(Presence.HERE_UNREACHABLE);
    }

    @Test
    void aCheckInFromBeforeAddressesWereToldIsOfSomebodyWhoCanBeReached() {
        var older = sampleOf("maurice");
        older.remove("reachable");

        assertThat(checkedIn(older).presence()).isEqualTo(Presence.HERE);
    }

    @Test
    void aCheckInWithoutItsAttendanceOrWithAnythingButTrueAndFalseIsNotRead() {
        var nobodys = sampleOf("wren");
        nobodys.remove("attendance");
        var vague = sampleOf("wren");
        vague.put("reachable", "perhaps");

        assertThatThrownBy(() -> checkedIn(nobodys)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> checkedIn(vague)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aBookingSaysWhetherItsOwnerIsOnTheList() {
        assertThat(new AttendanceBooked(WREN, RIVERSIDE, true).standing()).isEqualTo(SeatStanding.BOOKED);
        assertThat(new AttendanceBooked(WREN, RIVERSIDE, false).standing()).isEqualTo(SeatStanding.BOOKED_UNLISTED);
    }

    @Test
    void everyTypeOfBothTopicsStandsInItsTable() {
        var rooms = new KeepingRooms(new RoomsInMemory(), new DueEventsInMemory());

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

    private static ObjectNode sampleOf(String name) {
        return (ObjectNode) ContractSamples.read("natter.attendees", "attendance.checked-in.v1", name)
                .body()
                .deepCopy();
    }

    private static AttendanceCheckedIn checkedIn(ObjectNode body) {
        return JSON.treeToValue(body, AttendanceCheckedIn.class);
    }

    private static HashSet<String> all(MessageHandlers handlers) {
        var all = new HashSet<>(handlers.handled());
        all.addAll(handlers.ignored());
        return all;
    }
}
