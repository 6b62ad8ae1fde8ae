package org.natter.attendee.history.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.natter.messaging.ReadModel;
import org.natter.messaging.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every now and then whether histories that are built anew are whole, less often while the same fact lacks. */
@Component
class HistoriesAnew {

    private static final String ALL = "histories";

    private final ReadModel histories;
    private final Sweep<String> sweep;
    private final Clock clock;

    HistoriesAnew(ReadModel histories, Clock clock) {
        this.histories = histories;
        this.clock = clock;
        this.sweep = new Sweep<>("histories anew", this::due, (all, now) -> goOn(now));
    }

    @Scheduled(fixedDelayString = "${natter.history.build-poll:1s}")
    void look() {
        sweep.run(clock.instant());
    }

    private Set<String> due(Instant now, Set<String> apart) {
        return !apart.contains(ALL) && histories.isAsked(now) ? Set.of(ALL) : Set.of();
    }

    private void goOn(Instant now) {
        histories.look(now);
    }
}
