package org.natter.attendee.cpd.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.cpd.AttendedEvent;
import org.natter.attendee.cpd.CpdPage;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.CpdPage.Reason;
import org.natter.attendee.cpd.Dates;
import org.natter.attendee.cpd.LearningTime;
import org.natter.attendee.cpd.NetworkingGrid;
import org.natter.attendee.history.History.Met;
import org.natter.times.SpokenTime;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** How a CPD record is said, by {@code cpd-messages.properties}: on its page and in its files alike. */
@Component
class CpdWords {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    CpdWords() {
        bundle.setBundleClassLoader(CpdWords.class.getClassLoader());
        bundle.setBasename("cpd-messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    /** Why an entry has its hours. */
    String because(Line line) {
        var said = line.written().quarters();
        if (said != null && line.hasHours() && line.event().isPresent()) {
            return say("hours.YOURS", LearningTime.hours(line.suggested()));
        }
        return suggestion(line);
    }

    /** What the event itself says of its hours. */
    String suggestion(Line line) {
        return line.reason() == Reason.CHECKED_IN
                ? line.event().map(this::counted).orElse("")
                : say("hours." + line.reason(), String.join(say("hours.and"), line.others()));
    }

    private String counted(AttendedEvent event) {
        var clock = SpokenTime.in(event.zone());
        var early = event.checkedIn().filter(event.startsAt()::isBefore).isEmpty();
        var from = event.counted().map(LearningTime.Span::start).orElse(event.startsAt());
        return say(early ? "hours.EARLY" : "hours.CHECKED_IN", clock.time(from), clock.time(event.endsAt()));
    }

    String lastTwelveMonths(CpdPage page) {
        return say("sum", LearningTime.hours(page.lastYear()));
    }

    String inTheseDates(CpdPage page) {
        return say("sum.dates", LearningTime.hours(page.quarters()));
    }

    /** What is more than nothing, one line each. */
    List<String> counts(NetworkingGrid grid) {
        return Stream.of(
                        count("building", grid.building()),
                        count("maintaining", grid.maintaining()),
                        count("using", grid.using()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same of all of them, and over how many kinds of library. */
    List<String> counts(CpdPage page) {
        var kinds = page.kinds().stream()
                .mapToObj(effective -> say(
                        "count.kinds",
                        BigDecimal.valueOf(effective)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString()));
        return Stream.concat(counts(page.grid()).stream(), kinds).toList();
    }

    private Optional<String> count(String what, int many) {
        return many == 0 ? Optional.empty() : Optional.of(say("count." + what, many));
    }

    /** How all of it was worked out. */
    List<String> how() {
        return List.of(say("how.time"), say("how.kind"), say("how.nothing"), say("how.counts"), say("how.names"));
    }

    /**
     * Whom they talked with.
     *
     * @param names whether as the history has them; else by their kind of library alone, those in own words too
     */
    List<String> people(List<Met> people, boolean names) {
        return names
                ? people.stream().map(Met::name).toList()
                : people.stream()
                        .collect(Collectors.groupingBy(Met::sector, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(kind -> say("people." + kind.getKey(), kind.getValue()))
                        .toList();
    }

    /** Its day, or the first and the last of several. */
    String days(Line line) {
        return line.until().equals(line.on())
                ? SpokenTime.longDay(line.on())
                : say("dates.both", SpokenTime.longDay(line.on()), SpokenTime.longDay(line.until()));
    }

    /** Where there is no entry. */
    String nothing(Dates dates) {
        return say(dates.equals(Dates.ALL) ? "empty" : "nothing");
    }

    List<String> helps(Line line) {
        return line.written().reflection().helps().stream()
                .map(whom -> say("helps." + whom))
                .toList();
    }

    String dates(Dates dates) {
        var from = Optional.ofNullable(dates.from()).map(SpokenTime::longDay);
        var to = Optional.ofNullable(dates.to()).map(SpokenTime::longDay);
        if (from.isPresent() && to.isPresent()) {
            return say("dates.both", from.get(), to.get());
        }
        return from.map(day -> say("dates.from", day))
                .or(() -> to.map(day -> say("dates.to", day)))
                .orElseGet(() -> say("dates.all"));
    }

    /** What to call somebody erased, as a history does. */
    String erased() {
        return say("erased");
    }

    String say(String key, Object... values) {
        return bundle.getMessage(key, values, Locale.UK);
    }
}
