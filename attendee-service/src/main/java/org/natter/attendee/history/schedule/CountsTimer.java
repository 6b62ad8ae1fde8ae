package org.natter.attendee.history.schedule;

import java.time.Clock;
import org.natter.attendee.history.CountingAcrossEvents;
import org.natter.attendee.history.CountingSeasons;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then for an event, or a region's year, whose figures are settled this morning. */
@Component
class CountsTimer {

    private final Sweep<EventId> counts;
    private final Sweep<CountingSeasons.Season> seasons;
    private final Clock clock;

    CountsTimer(CountingAcrossEvents counting, CountingSeasons countingSeasons, Clock clock) {
        this.counts = new Sweep<>("counts", counting::due, counting::settle);
        this.seasons = new Sweep<>("seasons", countingSeasons::due, countingSeasons::settle);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${natter.history.counts-poll:2s}")
    void sweep() {
        counts.run(clock.instant());
        seasons.run(clock.instant());
    }
}
