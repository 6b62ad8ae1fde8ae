package org.natter.attendee.person.schedule;

import org.natter.attendee.person.SweepingStrays;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks a few times a day for what broken-off wishes left of people. */
@Component
class StrayTimer {

    private final SweepingStrays strays;

    StrayTimer(SweepingStrays strays) {
        this.strays = strays;
    }

    @Scheduled(
            initialDelayString = "${natter.person.stray-poll:4h}",
            fixedDelayString = "${natter.person.stray-poll:4h}")
    void sweep() {
        strays.sweep();
    }
}
