package org.natter.attendee.checkin.schedule;

import java.time.Clock;
import org.natter.attendee.checkin.SweepingAdmissions;
import org.natter.attendee.checkin.SweepingAdmissions.Admission;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for places that broken-off presses at the door have taken for nobody. */
@Component
class AdmissionTimer {

    private final Sweep<Admission> admissions;
    private final Clock clock;

    AdmissionTimer(SweepingAdmissions sweeping, Clock clock) {
        this.admissions = new Sweep<>("admissions", (now, apart) -> sweeping.due(now), sweeping::takeBack);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.check-in.admission-poll:5m}")
    void sweep() {
        admissions.run(clock.instant());
    }
}
