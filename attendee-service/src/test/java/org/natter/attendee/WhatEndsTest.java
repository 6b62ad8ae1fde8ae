package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is kept for a while is kept so long as {@code docs/operations.md} says, and no longer. */
@WholeService
class WhatEndsTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private final List<ScheduledTaskHolder> timers;

    @Autowired
    WhatEndsTest(MongoOperations mongo, Clock clock, List<ScheduledTaskHolder> timers) {
        this.mongo = mongo;
        this.clock = clock;
        this.timers = timers;
    }

    @Test
    void keysOfWishesAndSignInLinksAreForgottenADayLater() {
        for (var collection : List.of("booking_request", "sign_in_request")) {
            keep(collection, "young", "at", A_DAY.minus(A_MINUTE));
            keep(collection, "old", "at", A_DAY.plus(A_MINUTE));
        }

        run("forget");

        for (var collection : List.of("booking_request", "sign_in_request")) {
            assertThat(there(collection, "young")).as(collection).isTrue();
            assertThat(there(collection, "old")).as(collection).isFalse();
        }
    }

    @Test
    void theDaysOfMailsAreForgottenAfterSomeSixtyDays() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var young = "wren/" + today.minusDays(60);
        var old = "wren/" + today.minusDays(63);
        keep("mail_day", young, "noted", Duration.ZERO);
        keep("mail_day", old, "noted", Duration.ZERO);

        run("TakenDaysTimer.sweep");

        assertThat(there("mail_day", young)).isTrue();
        assertThat(there("mail_day", old)).isFalse();
    }

    private void keep(String collection, String id, String field, Duration ago) {
        mongo.getCollection(collection)
                .insertOne(new Document("_id", id)
                        .append(field, Date.from(clock.instant().minus(ago))));
    }

    private boolean there(String collection, String id) {
        return mongo.getCollection(collection).countDocuments(new Document("_id", id)) == 1;
    }

    private void run(String name) {
        var tasks = timers.stream()
                .flatMap(timer -> timer.getScheduledTasks().stream())
                .filter(task -> task.toString().contains(name))
                .toList();
        assertThat(tasks).isNotEmpty();
        tasks.forEach(task -> task.getTask().getRunnable().run());
    }
}
