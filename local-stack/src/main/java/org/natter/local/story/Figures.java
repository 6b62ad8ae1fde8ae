package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.natter.local.stack.LocalStack;
import org.natter.web.services.Caller;
import org.natter.web.services.DoorApi.DoorResult;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.Venue;

/**
 * Measures this machine: how soon the first page is there, how much memory the whole process holds, and how soon a check-in
 * stands in the organiser's overview, and how many people a second are served when all come at once.
 *
 * <p>How soon is taken over one thousand check-ins, one after another: the time from hearing that a check-in is safe to
 * the first overview that counts it, polled without a pause. The poll's own time is part of it, so it is never
 * flattering.
 */
public final class Figures {

    private static final int CHECK_INS = 1_000;
    private static final int WARM_UP = 50;
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 15, 9, 30);
    private static final Venue HALL = RegionPeople.venue("The Corn Hall", "Market Hill, Fenbridge", "");
    private static final List<Integer> ROOMS = List.of(50, 200, 800);

    private final LocalStack stack;
    private final Clock clock;
    private final Consumer<String> out;

    public Figures(LocalStack stack, Clock clock, Consumer<String> out) {
        this.stack = stack;
        this.clock = clock;
        this.out = out;
    }

    /** Prints one line a figure. */
    public void measure(Duration untilFirstPage) {
        out.accept(
                String.format(Locale.ROOT, "first page after            %6.1f s", untilFirstPage.toMillis() / 1000.0));
        var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        var mails = new MailReader(stack.mailbox());
        try (var region = NetworkSetUp.setUp(stack, mails, clock, services, 11)) {
            var guests = CHECK_INS + WARM_UP;
            var day =
                    region.publish(EventKind.CONFERENCE, "A full house", "", STARTS, STARTS.plusHours(7), guests, HALL);
            var bookings = region.book(
                    day,
                    IntStream.range(0, guests)
                            .mapToObj(number -> BusyEvent.guest(0, number))
                            .toList());
            region.awaitBooked(day, guests);
            out.accept("booked and confirmed by mail " + bookings.size() + " people");

            var micros = new long[CHECK_INS];
            var door = region.doorOf(day);
            for (int i = 0; i < guests; i++) {
                var taken = checkInAndSee(region, door, day, bookings.get(i), i + 1);
                if (i >= WARM_UP) {
                    micros[i - WARM_UP] = taken;
                }
            }
            Arrays.sort(micros);
            out.accept(String.format(
                    Locale.ROOT,
                    "check-in to overview        %6.1f ms median, %.1f ms 99th percentile, %.1f ms at most, of %d",
                    micros[CHECK_INS / 2] / 1000.0,
                    micros[CHECK_INS * 99 / 100 - 1] / 1000.0,
                    micros[CHECK_INS - 1] / 1000.0,
                    CHECK_INS));
            var busy = new BusyEvent(region, clock);
            ROOMS.forEach(people -> busy.measure(people, out));
        }
        out.accept("whole process, resident     " + memory("VmRSS") + " now, " + memory("VmHWM") + " at most");
    }

    private static long checkInAndSee(
            RegionPeople region, Caller door, PublishedEvent day, GuestBooking booking, int expected) {
        var result = region.checkIn(door, booking).result();
        var acknowledged = System.nanoTime();
        if (result != DoorResult.WELCOME) {
            throw new IllegalStateException("A check-in was answered with " + result);
        }
        var deadline = acknowledged + Duration.ofSeconds(60).toNanos();
        while (region.overview(day).here() < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The overview did not count check-in " + expected + " in a minute.");
            }
        }
        return (System.nanoTime() - acknowledged) / 1000;
    }

    private static String memory(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown (this system has no /proc)";
        }
    }
}
