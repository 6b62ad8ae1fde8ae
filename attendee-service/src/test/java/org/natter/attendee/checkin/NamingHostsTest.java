package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.SAMIR;
import static org.natter.attendee.booking.SeatLedgerFixture.TOBIAS;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.SeatLedgerFixture;
import org.natter.attendee.booking.SeatLedgersInMemory;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;

/** An organiser names hosts, with everything in memory. */
class NamingHostsTest {

    private final HostListsInMemory hosts = new HostListsInMemory();
    private final NamingHosts naming = new NamingHosts(
            new SeatLedgersInMemory(
                    SeatLedgerFixture.aLedger().with(2).booked(WREN, TOBIAS).places()),
            hosts);

    @Test
    void theNewestListHolds() {
        naming.name(RIVERSIDE, List.of(TOBIAS, WREN, TOBIAS), NOW);
        assertThat(hosts.of(RIVERSIDE).hosts()).containsExactly(WREN, TOBIAS);

        naming.name(RIVERSIDE, List.of(TOBIAS), NOW);
        assertThat(hosts.of(RIVERSIDE).hosts()).containsExactly(TOBIAS);

        naming.name(RIVERSIDE, List.of(), NOW);
        assertThat(hosts.of(RIVERSIDE).hosts()).isEmpty();
    }

    @Test
    void namingTheSamePeopleTwiceIsToldOnce() {
        naming.name(RIVERSIDE, List.of(TOBIAS, WREN), NOW);
        naming.name(RIVERSIDE, List.of(WREN, TOBIAS), NOW.plusSeconds(5));

        assertThat(hosts.told()).containsExactly(new HostsNamed(RIVERSIDE, List.of(WREN, TOBIAS), NOW));
    }

    @Test
    void nobodyHostsWhoIsNotOnTheListAndThenTheListStays() {
        naming.name(RIVERSIDE, List.of(WREN), NOW);

        assertThatThrownBy(() -> naming.name(RIVERSIDE, List.of(TOBIAS, SAMIR), NOW))
                .isInstanceOf(UnknownAttendance.class);

        assertThat(hosts.of(RIVERSIDE).hosts()).containsExactly(WREN);
    }

    @Test
    void nobodyHostsAnEventThatNobodyCanBook() {
        var elsewhere = new EventId("00000000000000000000000000000001");

        assertThatThrownBy(() -> naming.name(elsewhere, List.of(), NOW)).isInstanceOf(UnknownEvent.class);

        assertThat(hosts.told()).isEmpty();
    }
}
