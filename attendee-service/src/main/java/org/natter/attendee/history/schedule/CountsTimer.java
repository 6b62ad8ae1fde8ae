package org.natter.attendee.history.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.natter.attendee.history.CountingAcrossEvents;
import org.natter.attendee.history.CountingSeasons;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks now and then for an event whose figures are settled this morning, and for a region's year when one can be: the moment
 * of the next look is remembered, and until then nothing is read.
 */
@Component
class CountsTimer {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Sweep<EventId> counts;
    private final Sweep<CountingSeasons.Season> seasons;
    private final CountingSeasons countingSeasons;
    private final Clock clock;
    private Instant nextSeasons;

    CountsTimer(CountingAcrossEvents counting, CountingSeasons countingSeasons, Clock clock) {
        this.counts = new Sweep<>("counts", counting::due, counting::settle);
        this.seasons = new Sweep<>("seasons", countingSeasons::due, countingSeasons::settle);
        this.countingSeasons = countingSeasons;
        this.clock = clock;
        this.nextSeasons = CountingSeasons.firstLook(clock.instant());
    }

    @Scheduled(fixedDelayString = "${natter.history.counts-poll:2s}")
    synchronized void sweep() {
        counts.run(clock.instant());
        var now = clock.instant();
        if (!now.isBefore(nextSeasons)) {
            nextSeasons = now.plus(A_MOMENT);
            seasons.run(now);
            nextSeasons = countingSeasons.nextLook(now);
        }
    }
}
