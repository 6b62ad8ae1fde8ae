package org.natter.local.story;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.natter.web.services.AttendanceId;

/**
 * Everything that the topic tells of one event's places, one message after the other: who has or is offered one, and how many
 * that were at most. A change that gives a place up and offers it on says so in this order.
 */
final class ToldPlaces {

    private final Map<AttendanceId, Integer> timesBooked = new HashMap<>();
    private final Set<AttendanceId> booked = new HashSet<>();
    private final Set<AttendanceId> offered = new HashSet<>();
    private int most;

    /** As told until now. */
    static ToldPlaces of(AllMessages messages, PublishedEvent event) {
        var told = new ToldPlaces();
        messages.read().stream()
                .filter(message -> event.id().value().equals(text(message.key())))
                .forEach(told::hear);
        return told;
    }

    private void hear(ProducerRecord<byte[], byte[]> message) {
        UnaryOperator<String> header = name ->
                text(Objects.requireNonNull(message.headers().lastHeader(name)).value());
        var who = new AttendanceId(header.apply("ce_subject"));
        switch (header.apply("ce_type")) {
            case "attendance.booked.v1" -> {
                offered.remove(who);
                booked.add(who);
                timesBooked.merge(who, 1, Integer::sum);
            }
            case "attendance.offered.v1" -> offered.add(who);
            case "attendance.waitlisted.v1", "attendance.cancelled.v1" -> {
                booked.remove(who);
                offered.remove(who);
            }
            default -> {}
        }
        most = Math.max(most, booked.size() + offered.size());
    }

    /** How often each was told that a place is booked. */
    Map<AttendanceId, Integer> timesBooked() {
        return Map.copyOf(timesBooked);
    }

    Set<AttendanceId> booked() {
        return Set.copyOf(booked);
    }

    Set<AttendanceId> offered() {
        return Set.copyOf(offered);
    }

    /** How many were booked and offered at once. */
    int most() {
        return most;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
