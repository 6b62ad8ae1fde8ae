package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventApi.EventKind;

/** The whole stack runs in a child JVM that is killed, as a power button for one process. */
class KilledStackTest {

    private static final int PEOPLE = 4;
    private static final int CONFIRMED_BEFORE_THE_KILL = 30;

    @TempDir
    private Path folder;

    private final int shift = FreePort.shift();
    private final Ports ports = Ports.shiftedBy(shift);

    @Test
    void everyConfirmedBookingIsThereAfterAKillAndTheOverviewAgrees() throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any())) {
            mailbox.start();
            var confirmed = ConcurrentHashMap.<AttendanceId>newKeySet();
            PublishedEvent evening;
            try (var child = StackChild.start(folder, shift, mailbox)) {
                evening = bookUntilKilled(child, clock, mailbox, confirmed);
            }

            try (var again = StackChild.start(folder, shift, mailbox)) {
                var services = services(clock);
                try (var region = NetworkSetUp.founded(new MailReader(mailbox), clock, services, 5)) {
                    var statusByAttendance = region.attendees(evening).stream()
                            .collect(Collectors.toMap(Attendee::attendance, Attendee::status));
                    assertThat(confirmed).hasSizeGreaterThan(CONFIRMED_BEFORE_THE_KILL);
                    assertThat(confirmed)
                            .allSatisfy(attendance ->
                                    assertThat(statusByAttendance).containsEntry(attendance, BookingStatus.BOOKED));
                    var booked = (int) statusByAttendance.values().stream()
                            .filter(BookingStatus.BOOKED::equals)
                            .count();
                    region.awaitBooked(evening, booked);
                    assertThat(again.terminate()).isIn(0, 143);
                }
            }
        }
    }

    private PublishedEvent bookUntilKilled(
            ChildJvm child, AdjustableClock clock, Mailbox mailbox, Set<AttendanceId> confirmed) throws Exception {
        var services = services(clock);
        try (var region = NetworkSetUp.setUp(
                ports, "/set-up?word=" + StackChild.SET_UP_WORD, new MailReader(mailbox), clock, services, 3)) {
            var evening = region.publish(
                    EventKind.CONFERENCE,
                    "Autumn Days 2026",
                    "Two halls.",
                    LocalDateTime.of(2026, 11, 12, 9, 30),
                    LocalDateTime.of(2026, 11, 12, 16, 30),
                    240,
                    RegionPeople.venue("The Corn Hall", "Market Place", "Doors on the market side."));
            var killed = new AtomicBoolean();
            var next = new AtomicInteger();
            var delegates = Cast.delegates(240);
            var people = Executors.newFixedThreadPool(PEOPLE);
            for (int i = 0; i < PEOPLE; i++) {
                people.execute(() -> {
                    while (!killed.get()) {
                        try {
                            confirmed.add(region.book(evening, delegates.get(next.getAndIncrement()))
                                    .attendance());
                        } catch (IllegalStateException e) {
                            if (!killed.get()) {
                                throw e;
                            }
                        }
                    }
                });
            }
            Awaitility.await("bookings")
                    .atMost(120, TimeUnit.SECONDS)
                    .until(() -> confirmed.size() > CONFIRMED_BEFORE_THE_KILL);
            killed.set(true);
            child.kill();
            people.shutdownNow();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            return evening;
        }
    }

    private ServiceApis services(AdjustableClock clock) {
        return ServiceApis.of(ports, StackKeys.keptIn(folder.resolve("data").resolve("keys")), clock);
    }
}
