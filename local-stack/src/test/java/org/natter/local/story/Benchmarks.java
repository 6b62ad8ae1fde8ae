package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.local.story.OpenModel.Latency;
import org.natter.web.services.EventApi.EventKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures events where everybody asks, confirms and comes in, against the whole of Natter in a process of its own, with its
 * own store and broker, on this machine. No part of a build: {@code local-stack/benchmarks} runs it.
 *
 * <p>Each step is an {@link OpenModel} of so many a second; how far the overview is behind is read while fifty a second are
 * checked in.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class Benchmarks {

    private static final double COMMANDS = 150;
    private static final double CHECK_INS_WATCHED = 50;
    private static final int WARM_UP = 50;
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 15, 9, 30);
    private static final double NANOS_IN_A_MILLISECOND = 1e6;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Path RESULT = Path.of("target", "benchmarks.json");

    @TempDir
    private Path folder;

    private final int shift = FreePort.shift();
    private final Ports ports = Ports.shiftedBy(shift);
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private @Nullable ChildJvm natter;
    private Duration spent = Duration.ZERO;

    @Test
    void aBusyEventOfEachSize() throws Exception {
        var rooms = Arrays.stream(
                        System.getProperty("natter.rooms", "50,200,800,1500").split(","))
                .map(Integer::parseInt)
                .toList();
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any())) {
            mailbox.start();
            try (var stack = StackChild.start(folder, shift, mailbox);
                    var region = NetworkSetUp.setUp(
                            ports,
                            "/set-up?word=" + StackChild.SET_UP_WORD,
                            new MailReader(mailbox),
                            clock,
                            ServiceApis.of(
                                    ports,
                                    StackKeys.keptIn(folder.resolve("data").resolve("keys")),
                                    clock),
                            7)) {
                natter = stack;
                var ceilings = new Ceilings(ports);
                say("ceiling: writes on one document", Map.of("perSecond", ceilings.writesOnOneDocument()));
                say("ceiling: messages acknowledged", Map.of("perSecond", ceilings.messagesSent()));
                measure(region, clock.instant(), WARM_UP);
                rows.clear();
                for (var people : rooms) {
                    measure(region, clock.instant(), people);
                }
                say("memory", stack.memory());
                keep();
            }
        }
    }

    private void measure(RegionPeople region, Instant since, int people) throws Exception {
        var event = region.publish(
                EventKind.CONFERENCE,
                "A room of " + people + ", number " + rows.size(),
                "",
                STARTS,
                STARTS.plusHours(7),
                people,
                RegionPeople.venue("The Corn Hall", "Market Place", ""));
        var guests = IntStream.range(0, people)
                .mapToObj(number -> BusyEvent.guest(people + rows.size(), number))
                .toList();
        machineMillis();
        var asked = OpenModel.run(COMMANDS, guests, (guest, number) -> {
            region.bookings().ask(event, guest);
            return guest;
        });
        say("ask, " + people + " people", asked.latency());
        var links = guests.stream()
                .map(guest -> region.bookings().linkMailed(event, guest, since))
                .toList();
        machineMillis();
        var booked = OpenModel.run(
                COMMANDS, guests, (guest, number) -> region.bookings().confirm(event, guest, links.get(number)));
        say("confirm, " + people + " people", booked.latency());
        region.awaitBooked(event, people);
        checkIn(region, event, booked.answers());
    }

    /** Half of them as fast as can be, the other half while somebody watches the overview. */
    private void checkIn(RegionPeople region, PublishedEvent event, List<GuestBooking> bookings) throws Exception {
        var door = region.doorOf(event);
        var half = bookings.size() / 2;
        machineMillis();
        var fast =
                OpenModel.run(COMMANDS, bookings.subList(0, half), (booking, number) -> region.checkIn(door, booking));
        say("check in, " + bookings.size() + " people", fast.latency());
        region.awaitHere(event, half);
        var safe = new ConcurrentLinkedQueue<Long>();
        var over = new AtomicBoolean();
        var behind = new ArrayList<Long>();
        var watcher = new Thread(
                () -> {
                    for (int counted = half; counted < bookings.size() && !over.get(); LockSupport.parkNanos(GLANCE)) {
                        var here = region.overview(event).here();
                        var now = System.nanoTime();
                        for (; counted < here; counted++) {
                            var at = safe.poll();
                            behind.add(at == null ? 0 : now - at);
                        }
                    }
                },
                "watcher");
        watcher.start();
        try {
            OpenModel.run(CHECK_INS_WATCHED, bookings.subList(half, bookings.size()), (booking, number) -> {
                var answer = region.checkIn(door, booking);
                safe.add(System.nanoTime());
                return answer;
            });
            var last = System.nanoTime();
            watcher.join(60_000);
            var after = (System.nanoTime() - last) / NANOS_IN_A_MILLISECOND;
            var sorted = behind.stream().sorted().toList();
            if (sorted.isEmpty()) {
                throw new IllegalStateException("The overview never showed one of the people checked in.");
            }
            say(
                    "check-in to overview, " + bookings.size() + " people",
                    Map.of(
                            "requests",
                            sorted.size(),
                            "asked",
                            CHECK_INS_WATCHED,
                            "median",
                            sorted.get(sorted.size() / 2) / NANOS_IN_A_MILLISECOND,
                            "p99",
                            sorted.get(Math.max(0, sorted.size() * 99 / 100 - 1)) / NANOS_IN_A_MILLISECOND,
                            "afterTheLast",
                            after));
        } finally {
            over.set(true);
            watcher.join();
        }
    }

    /** Machine time since this was asked last, in milliseconds, of whatever else went on meanwhile, too. */
    private double machineMillis() {
        var now = Objects.requireNonNull(natter).machineTime();
        var since = now.minus(spent);
        spent = now;
        return since.toMillis();
    }

    private void say(String what, Latency latency) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requests", latency.requests());
        figures.put("asked", latency.asked());
        figures.put("served", latency.served());
        figures.put("median", latency.median());
        figures.put("p99", latency.p99());
        figures.put("again", latency.again());
        figures.put("machineEach", machineMillis() / latency.requests());
        say(what, figures);
    }

    private void say(String what, Map<String, ?> figures) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.putAll(figures);
        rows.add(row);
        var line = new StringBuilder(String.format(Locale.ROOT, "%-40s", what));
        figures.forEach((name, figure) -> line.append(String.format(
                Locale.ROOT,
                "  %s %s",
                name,
                figure instanceof Double real ? String.format(Locale.ROOT, "%.1f", real) : figure)));
        System.out.println(line);
    }

    private void keep() throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("commit", System.getProperty("natter.commit", "unknown"));
        all.put("at", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("java", System.getProperty("java.vm.version"));
        all.put("rows", rows);
        Files.writeString(
                RESULT,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("written to local-stack/" + RESULT);
    }
}
