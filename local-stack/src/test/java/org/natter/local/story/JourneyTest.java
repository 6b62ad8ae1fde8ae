package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.Application;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.Sector;

/** One stack for all of it, since starting four applications takes its time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

    private static final Guest RUTH = new Guest("Ruth Sedge", Sector.PUBLIC, "Wickenford Library", true);
    private static final Guest ELLIS = new Guest("Ellis Marchbank", Sector.SCHOOL, "Lode School", true);

    private final List<String> lines = new ArrayList<>();
    private DataDirectory data;
    private AdjustableClock clock;
    private LocalStack stack;

    @BeforeAll
    void startIt(@TempDir Path folder) {
        data = DataDirectory.open(folder.resolve("data"));
        clock = AdjustableClock.keptIn(data.path("clock"), Journey.BEGINS, Story.ZONE);
        stack = LocalStack.onClock(data, Ports.free(), RealParts.none(), clock, line -> {});
        stack.start();
    }

    @AfterAll
    void stopIt() {
        if (stack != null) {
            stack.close();
        }
        data.close();
    }

    @Test
    @Order(1)
    void goesAllTheWayRoundThoughEachServiceIsRestartedOnTheWay() {
        var restarts = Map.of(
                "publish", Application.EVENT_SERVICE,
                "book and confirm", Application.ATTENDEE_SERVICE,
                "next morning", Application.FEEDBACK_SERVICE,
                "answer", Application.WEB);
        var restarted = new ArrayList<String>();

        var held = new Journey(stack, clock, lines::add).run(step -> {
            if (restarts.containsKey(step)) {
                stack.stop(restarts.get(step));
                stack.start(restarts.get(step));
                restarted.add(step);
            }
        });

        assertThat(held).as(String.join("\n", lines)).isTrue();
        assertThat(restarted).containsExactlyInAnyOrderElementsOf(restarts.keySet());
    }

    @Test
    @Order(2)
    void bookingAndCheckInAnswerWithoutKafkaAndTheOverviewCatchesUp() {
        var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        var mails = new MailReader(stack.mailbox());
        var starts =
                LocalDate.ofInstant(clock.instant(), Story.ZONE).plusDays(1).atTime(18, 0);
        try (var region = NetworkSetUp.founded(mails, clock, services, 2)) {
            var evening = region.publish(
                    EventKind.SOCIAL,
                    "Winter Warmer",
                    "Soup and small talk.",
                    starts,
                    starts.plusHours(2),
                    10,
                    RegionPeople.venue("The Moorhen", "Quayside", "At the bar."));
            var ruth = region.book(evening, RUTH);
            region.awaitBooked(evening, 1);

            stack.broker().stop();
            var ellis = region.book(evening, ELLIS);
            region.arrive(List.of(ruth, ellis));
            var seenWithoutKafka = region.overview(evening).here();
            stack.broker().start();

            assertThat(seenWithoutKafka).isZero();
            region.awaitBooked(evening, 2);
            region.awaitHere(evening, 2);
            assertThat(region.attendees(evening)).hasSize(2);
        }
    }
}
