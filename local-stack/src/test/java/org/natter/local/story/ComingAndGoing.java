package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.DoorApi.DoorResult;

/**
 * People who book one event, cancel and come in while processes are killed under them: what was acknowledged to them, and
 * whether it is there afterwards.
 */
final class ComingAndGoing implements AutoCloseable {

    private final PublishedEvent evening;
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Set<AttendanceId> booked = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> mayBeCancelled = ConcurrentHashMap.newKeySet();
    private final Set<AttendanceId> here = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    ComingAndGoing(PublishedEvent evening) {
        this.evening = evening;
    }

    /** So many at once, one after another, come by these services until it is over. */
    void by(RegionPeople services, int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            people.execute(() -> comeAndGo(services));
        }
    }

    private void comeAndGo(RegionPeople services) {
        var door = services.doorOf(evening);
        while (!over.get()) {
            var number = next.getAndIncrement();
            try {
                var booking = services.book(evening, BusyEvent.guest(number / 10_000, number % 10_000));
                booked.add(booking.attendance());
                if (number % 5 == 0) {
                    mayBeCancelled.add(booking.attendance());
                    services.bookings().cancel(booking, AbsenceReason.values()[0]);
                    cancelled.add(booking.attendance());
                } else if (number % 2 == 0 && services.checkIn(door, booking).result() == DoorResult.WELCOME) {
                    here.add(booking.attendance());
                }
            } catch (RuntimeException nobodyKnows) {
                unknown.incrementAndGet();
            }
        }
    }

    String acknowledged() {
        return booked.size() + " booked, " + cancelled.size() + " cancelled, " + here.size() + " here";
    }

    /** How many places were acknowledged. */
    int booked() {
        return booked.size();
    }

    /** Waits until nobody is on their way any more. */
    void end() throws InterruptedException {
        over.set(true);
        people.shutdown();
        assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    }

    /** Prints what is there beside what was acknowledged, and holds that nothing is lost, doubled or told otherwise. */
    void compare(RegionPeople services) {
        var found = services.attendees(evening);
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
        var places = (int) found.stream()
                .filter(one -> one.status() == BookingStatus.BOOKED)
                .count();
        var came = (int) found.stream().filter(one -> one.checkedInAt() != null).count();
        System.out.println("acknowledged: " + acknowledged() + ", nobody knows: " + unknown);
        System.out.printf("there: %d lines of %d people, %d booked, %d here%n", found.size(), names, places, came);
        System.out.printf("%d lost, %d doubled%n", lost.size() + back.size() + notHere.size(), found.size() - names);
        assertThat(List.of(lost, back, notHere)).allMatch(List::isEmpty);
        assertThat(names).isEqualTo(found.size());
        services.awaitBooked(evening, places);
        services.awaitHere(evening, came);
        System.out.println("the overview agrees");
    }

    @Override
    public void close() {
        over.set(true);
        people.shutdownNow();
    }
}
