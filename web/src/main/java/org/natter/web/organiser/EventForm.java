package org.natter.web.organiser;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedDay;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventWish;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.EventApi.WhenAmbiguous;
import org.natter.web.services.FormId;
import org.natter.web.services.MailsApi.PreviewWish;
import org.natter.web.services.MailsApi.Step;
import org.natter.web.services.RegionId;
import org.springframework.util.MultiValueMap;

/**
 * What an organiser types about an event, as typed; the one-off id makes pressing twice one act.
 *
 * @param region which region it is for, whichever is looked at elsewhere meanwhile
 * @param zone whose clocks the times are read by; empty for the region's own
 * @param version of the event it was filled from; 0 for a new one
 * @param read what stood in its boxes at first, as marks that tell a changed box from one left alone
 */
record EventForm(
        String id,
        String region,
        String zone,
        long version,
        String read,
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

    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.UK),
            DateTimeFormatter.ofPattern("h:mma", Locale.UK),
            DateTimeFormatter.ofPattern("ha", Locale.UK));
    private static final List<String> WORDS =
            List.of("title", "description", "venueName", "address", "nearestStop", "findUs");
    private static final int MARK = 8;

    static EventForm empty(FormId id, RegionId region) {
        return of(new SubmittedForm(MultiValueMap.fromSingleValue(Map.of(
                "id",
                id.value(),
                "region",
                region.value(),
                "kind",
                EventKind.SOCIAL.name(),
                "start",
                "18:30",
                "end",
                "21:00",
                "places",
                "36"))));
    }

    static EventForm of(SubmittedForm form) {
        return new EventForm(
                form.text("id"),
                form.text("region"),
                form.text("zone"),
                form.version(),
                form.text("read"),
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
        var form = new EventForm(
                id.value(),
                event.region().value(),
                event.zone().getId(),
                event.version(),
                "",
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
        return form.reading(form.marks());
    }

    /** A new event like this one, on a day that is still to be chosen. */
    static EventForm copyOf(Event event, FormId id) {
        var boxes = of(event, id).boxes();
        boxes.putAll(Map.of("date", "", "endDate", "", "whenAmbiguous", ""));
        var fields = MultiValueMap.fromSingleValue(boxes);
        fields.set("id", id.value());
        fields.set("region", event.region().value());
        return of(new SubmittedForm(fields));
    }

    /** Whose clocks the times are read by, unless it is the region's own. */
    Optional<ZoneId> ownZone() {
        return read(() -> ZoneId.of(zone));
    }

    /** What stands in each box, in the order of the form. */
    Map<String, String> boxes() {
        var boxes = new LinkedHashMap<String, String>();
        boxes.put("title", title);
        boxes.put("kind", kind == null ? "" : kind.name());
        boxes.put("description", description);
        boxes.put("date", date);
        boxes.put("start", start);
        boxes.put("end", end);
        boxes.put("endDate", endDate);
        boxes.put("whenAmbiguous", whenAmbiguous == null ? "" : whenAmbiguous.name());
        boxes.put("zone", zone);
        boxes.put("venueName", venueName);
        boxes.put("address", address);
        boxes.put("nearestStop", nearestStop);
        boxes.put("findUs", findUs);
        boxes.put("stepFree", stepFree.name());
        boxes.put("toilets", toilets.name());
        boxes.put("hearingLoop", hearingLoop.name());
        boxes.put("quietCorner", quietCorner.name());
        boxes.put("alcoholFree", alcoholFree.name());
        boxes.put("places", places);
        return boxes;
    }

    /** Whether this box held that when the page was made. A browser sends line breaks in its own way. */
    boolean wasRead(String box, String words) {
        return List.of(read.split(" ")).contains(mark(box, words));
    }

    /** What was typed over what the boxes said, where it is words. */
    List<String> typedWords() {
        var says = boxes();
        return WORDS.stream()
                .filter(box -> !wasRead(box, says.getOrDefault(box, "")))
                .map(box -> says.getOrDefault(box, "").strip())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String marks() {
        return String.join(
                " ",
                boxes().entrySet().stream()
                        .map(box -> mark(box.getKey(), box.getValue()))
                        .toList());
    }

    private static String mark(String box, String words) {
        return Sha256.hex(box + "\u0000" + words.strip().replace("\r\n", "\n")).substring(0, MARK);
    }

    /** These boxes on top of what the event says now. */
    EventForm with(Map<String, String> boxes, EventForm now) {
        var fields = MultiValueMap.fromSingleValue(new LinkedHashMap<>(boxes));
        fields.set("id", id);
        fields.set("region", now.region());
        fields.set("version", Long.toString(now.version()));
        fields.set("read", now.read());
        return of(new SubmittedForm(fields));
    }

    private EventForm reading(String marks) {
        return new EventForm(
                id,
                region,
                zone,
                version,
                marks,
                title,
                kind,
                description,
                date,
                start,
                end,
                endDate,
                whenAmbiguous,
                venueName,
                address,
                stepFree,
                toilets,
                hearingLoop,
                quietCorner,
                alcoholFree,
                nearestStop,
                findUs,
                places);
    }

    /** The day, if it can be read. */
    Optional<LocalDate> day() {
        return TypedDay.read(date);
    }

    /** The day it ends: that of its start unless another is said; nothing if that cannot be read. */
    Optional<LocalDate> lastDay() {
        return endDate.isBlank() ? day() : TypedDay.read(endDate);
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

    /** The same words sent again are one act; other words are another. */
    FormId key() {
        return FormId.of(id).with(boxes().values().toArray(String[]::new));
    }

    /** As event-service takes it, without what cannot be read. */
    EventWish wish(RegionId where) {
        var from = day().flatMap(day -> starting().map(day::atTime));
        var until = lastDay().flatMap(day -> ending().map(day::atTime));
        return new EventWish(
                where,
                kind,
                title.strip(),
                description.strip(),
                from.orElse(null),
                until.orElse(null),
                ownZone().orElse(null),
                whenAmbiguous,
                venue(),
                seats().orElse(null));
    }

    /** What the typed words would make of an event there, for the mail about it; nothing until the times can be read. */
    Optional<PreviewWish> preview(ZoneId there) {
        var from = day().flatMap(day -> starting().map(day::atTime)).map(time -> instant(time, there));
        var until = lastDay().flatMap(day -> ending().map(day::atTime)).map(time -> instant(time, there));
        return from.flatMap(start -> until.map(end -> new PreviewWish(
                Step.CHANGE, null, title.strip(), start, end, venueName.strip(), address.strip(), findUs.strip())));
    }

    /** Whether it says another time or place than the event does: what people who booked have to know. */
    boolean moves(Event event) {
        var from = day().flatMap(day -> starting().map(day::atTime));
        var until = lastDay().flatMap(day -> ending().map(day::atTime));
        var sameTimes = from.filter(event.startsAt()::equals).isPresent()
                && until.filter(event.endsAt()::equals).isPresent()
                && (whenAmbiguous == null || whenAmbiguous == event.whenAmbiguous());
        return !sameTimes
                || !venueName.strip().equals(event.venue().name())
                || !address.strip().equals(event.venue().address());
    }

    /** A mark of the time and the place, by which a mail that was looked at is known. */
    public String whenAndWhere() {
        return Sha256.hex(
                        String.join("\n", date, start, end, endDate, String.valueOf(whenAmbiguous), venueName, address))
                .substring(0, 16);
    }

    private Instant instant(LocalDateTime time, ZoneId there) {
        var zoned = time.atZone(there);
        return (whenAmbiguous == WhenAmbiguous.LATER ? zoned.withLaterOffsetAtOverlap() : zoned).toInstant();
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
