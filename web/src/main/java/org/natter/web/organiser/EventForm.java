package org.natter.web.organiser;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventWish;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.EventApi.WhenAmbiguous;
import org.natter.web.services.FormId;
import org.natter.web.services.RegionId;
import org.springframework.util.MultiValueMap;

/** What an organiser types about an event, as typed; the one-off id makes pressing twice one act. */
record EventForm(
        String id,
        String title,
        @Nullable EventKind kind,
        String description,
        String date,
        String start,
        String end,
        String endDate,
        @Nullable WhenAmbiguous whenAmbiguous,
        String venueName,
        String address,
        Known stepFree,
        Known toilets,
        Known hearingLoop,
        Known quietCorner,
        Known alcoholFree,
        String nearestStop,
        String findUs,
        String places) {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK),
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK));
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.UK),
            DateTimeFormatter.ofPattern("h:mma", Locale.UK),
            DateTimeFormatter.ofPattern("ha", Locale.UK));

    static EventForm empty(FormId id) {
        return of(new SubmittedForm(MultiValueMap.fromSingleValue(Map.of(
                "id", id.value(), "kind", EventKind.SOCIAL.name(), "start", "18:30", "end", "21:00", "places", "36"))));
    }

    static EventForm of(SubmittedForm form) {
        return new EventForm(
                form.text("id"),
                form.text("title"),
                form.choice("kind", EventKind.class),
                form.text("description"),
                form.text("date"),
                form.text("start"),
                form.text("end"),
                form.text("endDate"),
                form.choice("whenAmbiguous", WhenAmbiguous.class),
                form.text("venueName"),
                form.text("address"),
                form.choice("stepFree", Known.NOT_KNOWN),
                form.choice("toilets", Known.NOT_KNOWN),
                form.choice("hearingLoop", Known.NOT_KNOWN),
                form.choice("quietCorner", Known.NOT_KNOWN),
                form.choice("alcoholFree", Known.NOT_KNOWN),
                form.text("nearestStop"),
                form.text("findUs"),
                form.text("places"));
    }

    static EventForm of(Event event, FormId id) {
        var start = event.startsAt();
        var end = event.endsAt();
        var venue = event.venue();
        return new EventForm(
                id.value(),
                event.title(),
                event.kind(),
                event.description(),
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString(),
                end.toLocalDate().equals(start.toLocalDate())
                        ? ""
                        : end.toLocalDate().toString(),
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
        return day(date);
    }

    /** The day it ends: that of its start unless another is said; nothing if that cannot be read. */
    Optional<LocalDate> lastDay() {
        return endDate.isBlank() ? day() : day(endDate);
    }

    private static Optional<LocalDate> day(String typed) {
        return DAYS.stream()
                .flatMap(format -> read(() -> LocalDate.parse(typed.strip(), format)).stream())
                .findFirst();
    }

    Optional<LocalTime> starting() {
        return time(start);
    }

    Optional<LocalTime> ending() {
        return time(end);
    }

    /** Whether day and times can be read. */
    boolean isTimed() {
        return day().isPresent() && starting().isPresent() && ending().isPresent();
    }

    /** The number of places, if it is one. */
    Optional<Integer> seats() {
        return read(() -> Integer.parseInt(places.strip()));
    }

    /** As event-service takes it, without what cannot be read; in the region's own time zone. */
    EventWish wish(RegionId region) {
        return wish(region, null);
    }

    /** The same for an event that is there: it keeps its time zone. */
    EventWish wish(Event before) {
        return wish(before.region(), before.zone());
    }

    private EventWish wish(RegionId region, @Nullable ZoneId zone) {
        var from = day().flatMap(day -> starting().map(day::atTime));
        var until = lastDay().flatMap(day -> ending().map(day::atTime));
        return new EventWish(
                region,
                kind,
                title.strip(),
                description.strip(),
                from.orElse(null),
                until.orElse(null),
                zone,
                whenAmbiguous,
                venue(),
                seats().orElse(null));
    }

    private Venue venue() {
        return new Venue(
                venueName.strip(),
                address.strip(),
                stepFree,
                toilets,
                hearingLoop,
                quietCorner,
                alcoholFree,
                nearestStop.strip(),
                findUs.strip());
    }

    private static Optional<LocalTime> time(String typed) {
        var plain = typed.strip().toLowerCase(Locale.UK).replace(" ", "").replace('.', ':');
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
}
