package org.natter.event.programme.schedule;

import java.time.Clock;
import org.natter.event.programme.PublishingEvents;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second for events whose end has come. Any number of instances may look: each event is concluded once. */
@Component
class ConcludingSchedule {

    private final PublishingEvents publishing;
    private final Clock clock;

    ConcludingSchedule(PublishingEvents publishing, Clock clock) {
        this.publishing = publishing;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.programme.poll:1s}")
    void conclude() {
        publishing.concludeAllDue(clock.instant());
    }
}
