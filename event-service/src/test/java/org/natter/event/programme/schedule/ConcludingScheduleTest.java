package org.natter.event.programme.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;
import static org.natter.event.programme.EventFixture.aPubEvening;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.event.programme.EventFixture;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.EventsInMemory;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.region.RegionScope;
import org.natter.ids.HexId;

class ConcludingScheduleTest {

    private static final List<EventId> GONE =
            Stream.generate(() -> new EventId(HexId.random())).limit(150).toList();
    private static final EventId RIVERSIDE = new EventId(HexId.random());

    /** Events that could not be concluded once kept all later ones from it, a hundred of them for good. */
    @Test
    void eventsThatFailHoldUpNobody() {
        var events = new EventsInMemory() {
            @Override
            public List<EventId> dueToConclude(Instant now, Set<EventId> apart) {
                return Stream.concat(GONE.stream(), super.dueToConclude(now, apart).stream())
                        .filter(event -> !apart.contains(event))
                        .limit(100)
                        .toList();
            }
        };
        new PlanningEvents(events).plan(aPubEvening().withId(RIVERSIDE).wish());
        var publishing = new PublishingEvents(events);
        publishing.publish(RIVERSIDE, RegionScope.everywhere(), OptionalLong.empty(), IN_SEPTEMBER);
        var now = EventFixture.AFTER_IT;

        new ConcludingSchedule(events, publishing, Clock.fixed(now, ZoneOffset.UTC)).conclude();

        assertThat(events.find(RIVERSIDE, RegionScope.everywhere())
                        .orElseThrow()
                        .status())
                .isEqualTo(EventStatus.CONCLUDED);
    }
}
