package org.natter.attendee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.TOBIAS;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.EventId;
import org.natter.ids.HexId;

/** What every place that keeps who hosts an event promises; each test is about an event of its own. */
interface HostListsContract {

    HostLists hosts();

    @Test
    default void nobodyHostsBeforeSomebodyIsNamed() {
        var event = anEvent();

        assertThat(hosts().of(event)).isEqualTo(EventHosts.nobody(event));
        assertThat(hosts().change(event, hosts -> List.of())).isEqualTo(EventHosts.nobody(event));
    }

    @Test
    default void theNewestListIsKept() {
        var event = anEvent();
        hosts().change(event, hosts -> hosts.name(List.of(TOBIAS, WREN), NOW));

        var after = hosts().change(event, hosts -> hosts.name(List.of(TOBIAS), NOW));

        assertThat(after.hosts()).containsExactly(TOBIAS);
        assertThat(hosts().of(event)).isEqualTo(after);
        assertThat(hosts().of(anEvent()).hosts()).isEmpty();
    }

    @Test
    default void whatFailsInADecisionReachesTheCallerAndWritesNothing() {
        var event = anEvent();

        assertThatThrownBy(() -> hosts().change(event, hosts -> {
                    throw new IllegalStateException("undecided");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("undecided");
        assertThat(hosts().of(event).hosts()).isEmpty();
    }

    private static EventId anEvent() {
        return new EventId(HexId.random());
    }
}
