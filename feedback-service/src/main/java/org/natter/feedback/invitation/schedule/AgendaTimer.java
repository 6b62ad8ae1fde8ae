package org.natter.feedback.invitation.schedule;

import java.time.Clock;
import org.natter.feedback.invitation.Agenda;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.SweepingAgenda;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clock once a second and has the agenda swept; an event that fails rests and holds up no other. */
@Component
class AgendaTimer {

    private final Sweep<EventId> sweep;
    private final Clock clock;

    AgendaTimer(Agenda agenda, SweepingAgenda sweeping, Clock clock) {
        this.sweep = new Sweep<>("agenda", agenda::due, sweeping::sweepOne);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.agenda.poll:1s}")
    void sweep() {
        sweep.run(clock.instant());
    }
}
