package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.store.EmbeddedStore;
import org.natter.messaging.kit.FaultProxy;
import org.natter.messaging.kit.TestBroker;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.Link;

/**
 * Makes the lines to Kafka, the store and the mail server slow, dark and cut, one after the other and all at once, while
 * people ask for places, and prints what was acknowledged and what is there. No part of a build: {@code local-stack/faults}
 * runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class FaultsUnderLoad {

    private static final int PEOPLE = 3;
    private static final int PLACES = 5_000;
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("natter.fault-seconds", 12));

    private static final Duration PLACES_ARE_KEPT = Duration.ofMinutes(55);
    private static final Duration STEP = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final Set<Guest> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAcknowledgedIsThereAfterEveryFault() throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        var kafkaPort = FreePort.any();
        var storePort = FreePort.any();
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any());
                var store = new EmbeddedStore(folder.resolve("store.mv"), storePort, false);
                var broker = TestBroker.reachedAt(kafkaPort);
                var kafka = new FaultProxy(kafkaPort, "127.0.0.1", broker.port());
                var mongo = new FaultProxy("127.0.0.1", storePort);
                var smtp = new FaultProxy(
                        "127.0.0.1", URI.create(mailbox.smtpAddress()).getPort());
                var data = DataDirectory.open(folder.resolve("data"))) {
            mailbox.start();
            store.start();
            var parts = new RealParts(
                    Optional.of("127.0.0.1:" + kafka.port()),
                    Optional.of("mongodb://127.0.0.1:" + mongo.port() + "/?retryWrites=false"),
                    Optional.of("smtp://127.0.0.1:" + smtp.port()),
                    Optional.empty());
            try (var stack = LocalStack.onClock(data, Ports.free(), parts, clock, line -> {})) {
                stack.start();
                var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
                try (var region = NetworkSetUp.setUp(stack, new MailReader(mailbox), clock, services, 13)) {
                    walk(region, clock, lines(kafka, mongo, smtp));
                }
            }
        }
    }

    private static Map<String, FaultProxy> lines(FaultProxy kafka, FaultProxy mongo, FaultProxy smtp) {
        var lines = new LinkedHashMap<String, FaultProxy>();
        lines.put("Kafka", kafka);
        lines.put("store", mongo);
        lines.put("SMTP", smtp);
        return lines;
    }

    private void walk(RegionPeople region, AdjustableClock clock, Map<String, FaultProxy> lines)
            throws InterruptedException {
        var evening = region.publish(
                EventKind.CONFERENCE,
                "Autumn Days 2026",
                "",
                LocalDateTime.of(2026, 11, 12, 9, 30),
                LocalDateTime.of(2026, 11, 12, 16, 30),
                PLACES,
                RegionPeople.venue("The Corn Hall", "Market Place", ""));
        var began = clock.instant();
        var people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            people.execute(() -> ask(region, evening));
        }
        var faults = new LinkedHashMap<String, Consumer<FaultProxy>>();
        faults.put("slow", line -> line.slow(Duration.ofMillis(300)));
        faults.put("dark", FaultProxy::dark);
        faults.put("cut", FaultProxy::cut);
        for (var fault : faults.entrySet()) {
            for (var line : lines.entrySet()) {
                suffer(line.getKey() + " " + fault.getKey(), Set.of(line.getValue()), fault.getValue());
            }
            suffer("all " + fault.getKey(), Set.copyOf(lines.values()), fault.getValue());
        }
        over.set(true);
        people.shutdown();
        assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        var confirmed = confirmAsMailsCome(region, evening, clock, began);
        compare(region, evening, confirmed);
    }

    /**
     * Each presses the button once the mail is there. One that the mail server took none of has to wait, longer each time, so
     * the clock is moved from one piece of an hour to the next, once nothing comes any more. Whoever's mail has not come while
     * their place is kept has lost it.
     */
    private Map<Guest, AttendanceId> confirmAsMailsCome(
            RegionPeople region, PublishedEvent evening, AdjustableClock clock, Instant began)
            throws InterruptedException {
        var confirmed = new HashMap<Guest, AttendanceId>();
        var kept = clock.instant().plus(PLACES_ARE_KEPT);
        while (confirmed.size() < asked.size() && clock.instant().isBefore(kept)) {
            var before = confirmed.size();
            for (var guest : asked) {
                if (!confirmed.containsKey(guest)) {
                    region.bookings()
                            .linkSoFar(evening, guest, began)
                            .ifPresent(link -> confirm(region, evening, guest, link, confirmed));
                }
            }
            if (confirmed.size() == before) {
                clock.moveTo(clock.instant().plus(STEP));
                TimeUnit.SECONDS.sleep(2); // the senders look by themselves
            }
        }
        return confirmed;
    }

    private static void confirm(
            RegionPeople region, PublishedEvent evening, Guest guest, Link link, Map<Guest, AttendanceId> confirmed) {
        var booking = region.bookings().confirm(evening, guest, link);
        if (booking.booked()) {
            confirmed.put(guest, booking.attendance());
        }
    }

    private void suffer(String what, Set<FaultProxy> lines, Consumer<FaultProxy> fault) throws InterruptedException {
        var before = asked.size();
        var lost = unknown.get();
        lines.forEach(fault);
        TimeUnit.MILLISECONDS.sleep(EACH.toMillis());
        var during = asked.size();
        lines.forEach(FaultProxy::mend);
        var mended = System.nanoTime();
        Patience.untilTrue("places to be given again after " + what, () -> asked.size() > during + PEOPLE);
        System.out.printf(
                "%-12s %4d acknowledged meanwhile, well again after %d ms, nobody knows %d%n",
                what, during - before, (System.nanoTime() - mended) / 1_000_000, unknown.get() - lost);
    }

    private void ask(RegionPeople region, PublishedEvent evening) {
        while (!over.get()) {
            var number = next.getAndIncrement();
            var guest = BusyEvent.guest(number / 10_000, number % 10_000);
            try {
                region.bookings().ask(evening, guest);
                asked.add(guest);
            } catch (RuntimeException nobodyKnows) {
                unknown.incrementAndGet();
            }
        }
    }

    private void compare(RegionPeople region, PublishedEvent evening, Map<Guest, AttendanceId> confirmed) {
        var found = region.attendees(evening);
        var there = found.stream()
                .filter(one -> one.status() == BookingStatus.BOOKED)
                .map(Attendee::attendance)
                .collect(Collectors.toSet());
        var names = found.stream().map(Attendee::name).distinct().count();
        var lost = confirmed.values().stream().filter(id -> !there.contains(id)).count();
        System.out.printf(
                "acknowledged: %d asked for a place, %d confirmed by the mail that came for it; nobody knows: %d%n",
                asked.size(), confirmed.size(), unknown.get());
        System.out.printf("there: %d lines of %d people, %d booked%n", found.size(), names, there.size());
        System.out.printf("%d lost, %d doubled%n", lost, found.size() - names);
        assertThat(asked).isNotEmpty();
        assertThat(confirmed).hasSameSizeAs(asked);
        assertThat(lost).isZero();
        assertThat(names).isEqualTo(found.size());
        region.awaitBooked(evening, there.size());
        System.out.println("the overview agrees");
    }
}
