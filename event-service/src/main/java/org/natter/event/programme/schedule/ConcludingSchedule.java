package org.natter.event.programme.schedule;

import java.time.Clock;
import org.natter.event.programme.EventId;
import org.natter.event.programme.Events;
import org.natter.event.programme.PublishingEvents;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for events whose end has come. Any number of instances may look: each event is concluded once. */
@Component
class ConcludingSchedule {

    private final Sweep<EventId> ended;
    private final Clock clock;

    ConcludingSchedule(Events events, PublishingEvents publishing, Clock clock) {
        this.ended = new Sweep<>("events", events::dueToConclude, publishing::conclude);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.programme.poll:1s}")
    void conclude() {
        ended.run(clock.instant());
    }
}
