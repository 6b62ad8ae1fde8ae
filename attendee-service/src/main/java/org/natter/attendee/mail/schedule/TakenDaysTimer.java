package org.natter.attendee.mail.schedule;

import java.time.Clock;
import java.time.Duration;
import org.natter.attendee.mail.MailboxRecords;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets, twice a day, on which days people got their one mail; nobody asks about more than four weeks. */
@Component
class TakenDaysTimer {

    private static final Duration KEPT = Duration.ofDays(60);

    private final MailboxRecords mailboxes;
    private final Clock clock;

    TakenDaysTimer(MailboxRecords mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "12h", initialDelayString = "10m")
    void sweep() {
        mailboxes.forgetDaysTakenBefore(clock.instant().minus(KEPT));
    }
}
