package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi.CancelReason;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.DoorApi.DoorResult;
import org.natter.web.services.EventApi.EventKind;

/**
 * Kills the whole process again and again while people book, cancel and check in, and prints what was acknowledged and what
 * is there. No part of a build: {@code local-stack/kills} runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class KillsUnderLoad {

    private static final int KILLS = Integer.getInteger("natter.kills", 20);
    private static final int PEOPLE = 4;
    private static final int PLACES = 9_000;

    @TempDir
    private Path folder;

    private final int shift = FreePort.shift();
    private final Ports ports = Ports.shiftedBy(shift);
    private final Set<AttendanceId> booked = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> mayBeCancelled = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> here = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("clock"), Journey.BEGINS, Story.ZONE);
        try (var mailbox = Mailbox.keptIn(folder.resolve("mail"), clock, FreePort.any(), FreePort.any())) {
            mailbox.start();
            var child = StackChild.start(folder, shift, mailbox);
            try (var region = NetworkSetUp.setUp(
                    ports,
                    "/set-up?word=" + StackChild.SET_UP_WORD,
                    new MailReader(mailbox),
                    clock,
                    services(clock),
                    7)) {
                var evening = region.publish(
                        EventKind.CONFERENCE,
                        "Autumn Days 2026",
                        "",
                        LocalDateTime.of(2026, 11, 12, 9, 30),
                        LocalDateTime.of(2026, 11, 12, 16, 30),
                        PLACES,
                        RegionPeople.venue("The Corn Hall", "Market Place", ""));
                var people = Executors.newFixedThreadPool(PEOPLE);
                for (int i = 0; i < PEOPLE; i++) {
                    people.execute(() -> comeAndGo(region, evening));
                }
                var moments = new Random(20);
                for (int kill = 1; kill <= KILLS; kill++) {
                    TimeUnit.MILLISECONDS.sleep(1500 + moments.nextInt(4000));
                    child.kill();
                    System.out.printf("kill %2d, acknowledged so far: %s%n", kill, acknowledged());
                    child = StackChild.start(folder, shift, mailbox);
                }
                over.set(true);
                people.shutdown();
                assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
                compare(region, evening);
            } finally {
                over.set(true);
                child.close();
            }
        }
    }

    private void comeAndGo(RegionPeople region, PublishedEvent evening) {
        var door = region.doorOf(evening);
        while (!over.get()) {
            var number = next.getAndIncrement();
            try {
                var booking = region.book(evening, BusyEvent.guest(number / 10_000, number % 10_000));
                booked.add(booking.attendance());
                if (number % 5 == 0) {
                    mayBeCancelled.add(booking.attendance());
                    region.bookings().cancel(booking, CancelReason.values()[0]);
                    cancelled.add(booking.attendance());
                } else if (number % 2 == 0 && region.checkIn(door, booking).result() == DoorResult.WELCOME) {
                    here.add(booking.attendance());
                }
            } catch (RuntimeException nobodyKnows) {
                unknown.incrementAndGet();
            }
        }
    }

    private void compare(RegionPeople region, PublishedEvent evening) {
        var found = region.attendees(evening);
        Map<AttendanceId, Attendee> byId = new HashMap<>();
        found.forEach(one -> byId.put(one.attendance(), one));
        var names = found.stream().map(Attendee::name).distinct().count();
        var lost = booked.stream()
                .filter(id -> !byId.containsKey(id)
                        || byId.get(id).status() != BookingStatus.BOOKED && !mayBeCancelled.contains(id))
                .toList();
        var back = cancelled.stream()
                .filter(id -> byId.containsKey(id) && byId.get(id).status() == BookingStatus.BOOKED)
                .toList();
        var notHere = here.stream()
                .filter(id -> !byId.containsKey(id) || byId.get(id).checkedInAt() == null)
                .toList();
        System.out.println("acknowledged: " + acknowledged() + ", nobody knows: " + unknown);
        System.out.printf(
                "there: %d lines of %d people, %d booked, %d here%n",
                found.size(),
                names,
                found.stream()
                        .filter(one -> one.status() == BookingStatus.BOOKED)
                        .count(),
                found.stream().filter(one -> one.checkedInAt() != null).count());
        System.out.printf("%d lost, %d doubled%n", lost.size() + back.size() + notHere.size(), found.size() - names);
        assertThat(booked).hasSizeGreaterThan(KILLS);
        assertThat(List.of(lost, back, notHere)).allMatch(List::isEmpty);
        assertThat(names).isEqualTo(found.size());
        region.awaitBooked(evening, (int) found.stream()
                .filter(one -> one.status() == BookingStatus.BOOKED)
                .count());
        region.awaitHere(evening, (int)
                found.stream().filter(one -> one.checkedInAt() != null).count());
        System.out.println("the overview agrees");
    }

    private String acknowledged() {
        return booked.size() + " booked, " + cancelled.size() + " cancelled, " + here.size() + " here";
    }

    private ServiceApis services(AdjustableClock clock) {
        return ServiceApis.of(ports, StackKeys.keptIn(folder.resolve("data").resolve("keys")), clock);
    }
}
