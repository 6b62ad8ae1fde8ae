package org.natter.feedback.invitation.schedule;

import java.time.Clock;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.SweepingDueEvents;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clock once a second and has due events swept; one that fails rests and holds up no other. */
@Component
class DueEventsTimer {

    private final Sweep<EventId> sweep;
    private final Clock clock;

    DueEventsTimer(DueEvents dueEvents, SweepingDueEvents sweeping, Clock clock) {
        this.sweep = new Sweep<>("dueEvents", dueEvents::due, sweeping::sweepOne);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.due-events.poll:1s}")
    void sweep() {
        sweep.run(clock.instant());
    }
}
