package org.natter.web.organiser;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.EventServiceClient.EventDraft;
import org.natter.web.services.EventServiceClient.EventView;
import org.natter.web.services.EventServiceClient.Venue;

/** What an organiser types about an event, as typed; the one-off id makes pressing twice one act. */
public record EventForm(
        @Nullable String id,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String description,
        @Nullable String date,
        @Nullable String start,
        @Nullable String end,
        @Nullable String whenAmbiguous,
        @Nullable String venueName,
        @Nullable String address,
        @Nullable String stepFree,
        @Nullable String toilets,
        @Nullable String hearingLoop,
        @Nullable String quietCorner,
        @Nullable String alcoholFree,
        @Nullable String nearestStop,
        @Nullable String findUs,
        @Nullable String places) {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK),
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK));
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.UK),
            DateTimeFormatter.ofPattern("h:mma", Locale.UK),
            DateTimeFormatter.ofPattern("ha", Locale.UK));

    static EventForm empty(String id) {
        return new EventForm(
                id,
                "",
                "SOCIAL",
                "",
                "",
                "18:30",
                "21:00",
                null,
                "",
                "",
                "NOT_KNOWN",
                "NOT_KNOWN",
                "NOT_KNOWN",
                "NOT_KNOWN",
                "NOT_KNOWN",
                "",
                "",
                "36");
    }

    static EventForm of(EventView event, String id) {
        var start = LocalDateTime.parse(event.startsAt());
        var end = LocalDateTime.parse(event.endsAt());
        var venue = event.venue();
        return new EventForm(
                id,
                event.title(),
                event.kind(),
                event.description(),
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString(),
                event.whenAmbiguous(),
                venue.name(),
                venue.address(),
                venue.stepFree(),
                venue.toilets(),
                venue.hearingLoop(),
                venue.quietCorner(),
                venue.alcoholFree(),
                venue.nearestStop(),
                venue.findUs(),
                event.places() == 0 ? "" : Integer.toString(event.places()));
    }

    /** The day, if it can be read. */
    Optional<LocalDate> day() {
        return DAYS.stream()
                .flatMap(format -> read(() -> LocalDate.parse(text(date), format)).stream())
                .findFirst();
    }

    Optional<LocalTime> starting() {
        return time(start);
    }

    Optional<LocalTime> ending() {
        return time(end);
    }

    /** The number of places, if it is one. */
    Optional<Integer> seats() {
        return read(() -> Integer.parseInt(text(places))).filter(seats -> seats >= 0 && seats <= 100_000);
    }

    /** As event-service takes it, once day, times and places can be read; an end before the start is on the next day. */
    EventDraft draft(String region) {
        var day = day().orElseThrow();
        var from = day.atTime(starting().orElseThrow());
        var sameDay = day.atTime(ending().orElseThrow());
        return new EventDraft(
                region,
                text(kind),
                text(title),
                text(description),
                from.toString(),
                (sameDay.isBefore(from) ? sameDay.plusDays(1) : sameDay).toString(),
                null,
                text(whenAmbiguous).isEmpty() ? null : text(whenAmbiguous),
                venue(),
                seats().orElseThrow());
    }

    private Venue venue() {
        return new Venue(
                text(venueName),
                text(address),
                text(stepFree),
                text(toilets),
                text(hearingLoop),
                text(quietCorner),
                text(alcoholFree),
                text(nearestStop),
                text(findUs));
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        var plain = text(typed).toLowerCase(Locale.UK).replace(" ", "").replace('.', ':');
        return TIMES.stream()
                .flatMap(format -> read(() -> LocalTime.parse(plain, format)).stream())
                .findFirst();
    }

    private static <T> Optional<T> read(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
