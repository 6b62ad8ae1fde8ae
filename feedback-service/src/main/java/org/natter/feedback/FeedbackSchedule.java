package org.natter.feedback;

import java.time.Clock;
import org.natter.feedback.invitation.SweepingAgenda;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clock once a second and has the agenda swept. */
@Component
class FeedbackSchedule {

    private final SweepingAgenda agenda;
    private final Clock clock;

    FeedbackSchedule(SweepingAgenda agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.agenda.poll:1s}")
    void sweep() {
        agenda.sweep(clock.instant());
    }
}
