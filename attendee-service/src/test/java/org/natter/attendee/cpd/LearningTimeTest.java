package org.natter.attendee.cpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.attendee.cpd.LearningTime.Span;

/** P11: the values of measures.md, section 6, and what holds of any spans. */
class LearningTimeTest {

    private static final Instant DAY = Instant.parse("2026-01-15T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "18:30, 21:00, 18:42, , 2.25",
        "18:30, 21:00, , , 2.5",
        "18:30, 21:00, 18:10, , 2.5",
        "18:30, 21:00, , 19:14, 0.5",
        "18:30, 21:00, 18:42, 23:00, 2.25",
        "18:30, 21:00, 20:45, , 0.25",
        "18:30, 21:00, 20:46, , 0",
        "18:30, 21:00, 21:30, , 0",
        "18:30, 21:00, 21:00, , 0",
        "18:30, 18:30, , , 0",
        "21:00, 18:30, , , 0",
    })
    void hoursGoDownToAQuarterAndNeverBelowNothing(String start, String end, String in, String out, String hours) {
        var attended = LearningTime.attended(span(start, end), at(in), at(out));

        assertThat(LearningTime.hours(LearningTime.quarters(attended.length()))).isEqualTo(hours);
    }

    @Test
    void whatOverlapsCountsOnceWithWhatBeganFirst() {
        var each = times(
                Map.of("talk", span("18:00", "19:00"), "next", span("18:30", "19:30"), "last", span("20:00", "20:20")));

        assertThat(each)
                .isEqualTo(Map.of(
                        "talk",
                        Duration.ofMinutes(60),
                        "next",
                        Duration.ofMinutes(30),
                        "last",
                        Duration.ofMinutes(20)));
        assertThat(LearningTime.quarters(each.values().stream().reduce(Duration.ZERO, Duration::plus)))
                .as("110 minutes")
                .isEqualTo(7);
    }

    @Test
    void ofTwoAtTheSameTimeTheFirstByNameHasIt() {
        var each = times(Map.of("a", span("18:00", "19:00"), "b", span("18:00", "20:00")));

        assertThat(each).isEqualTo(Map.of("a", Duration.ofMinutes(60), "b", Duration.ofMinutes(60)));
    }

    /** Who has it is said by the same hand as how long it is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverLacksTimeSaysWhichEarlierOnesHaveIt(long seed) {
        var spans = spans(new Random(seed));

        LearningTime.each(spans).forEach((name, share) -> {
            var alone = share.time().equals(spans.get(name).length());
            assertThat(share.earlier().isEmpty() || spans.get(name).length().isZero())
                    .as("%s of %s", share, spans)
                    .isEqualTo(alone || spans.get(name).length().isZero());
            assertThat(share.earlier()).doesNotContain(name).allSatisfy(other -> {
                assertThat(spans.get(other).length()).isPositive();
                assertThat(spans.get(other).start())
                        .isBeforeOrEqualTo(spans.get(name).start());
                assertThat(spans.get(other).end()).isAfter(spans.get(name).start());
            });
        });
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** The plain way to say it: a minute counts if anything goes on in it, whichever of them that is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void togetherTheyLastAsLongAsTheMinutesInWhichAnythingGoesOn(long seed) {
        var random = new Random(seed);
        var spans = spans(random);

        var each = times(spans);

        var minutes = IntStream.range(0, 600)
                .filter(minute -> spans.values().stream().anyMatch(span -> goesOn(span, minute)))
                .count();
        assertThat(each.keySet()).isEqualTo(spans.keySet());
        assertThat(each.values().stream().mapToLong(Duration::toMinutes).sum()).isEqualTo(minutes);
        assertThat(each.values().stream().mapToInt(LearningTime::quarters).sum() * 15L)
                .as("rounded down each by itself, never up together")
                .isLessThanOrEqualTo(minutes);
        each.forEach((name, time) ->
                assertThat(time).isBetween(Duration.ZERO, spans.get(name).length()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onceMoreTheSameAddsNothingAndTheOrderIsNoMatter(long seed) {
        var spans = spans(new Random(seed));
        var twice = new HashMap<>(spans);
        spans.forEach((name, span) -> twice.put(name + " again", span));

        var each = times(spans);
        var eachOfTwice = times(twice);

        spans.keySet()
                .forEach(name -> assertThat(eachOfTwice.get(name + " again")).isZero());
        assertThat(times(new TreeMap<>(spans).descendingMap())).isEqualTo(each);
        spans.keySet().forEach(name -> assertThat(eachOfTwice.get(name)).isEqualTo(each.get(name)));
    }

    /** What has no time itself takes none from others: it is not named. */
    @Test
    void whoeverTookTheTimeIsNamedAndNobodyElse() {
        var each = LearningTime.each(Map.of(
                "a", span("10:00", "12:00"),
                "b", span("10:15", "11:00"),
                "c", span("10:30", "13:00"),
                "d", span("11:30", "11:45")));

        assertThat(each.get("b").time()).isZero();
        assertThat(each.get("c").earlier()).containsExactly("a");
        assertThat(each.get("d").earlier()).as("c's own time begins after it").containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoeverIsNamedHasTimeOfTheirOwnWithinTheSpan(long seed) {
        var spans = spans(new Random(seed));

        LearningTime.each(spans)
                .forEach((name, share) -> share.earlier().forEach(other -> {
                    var own = LearningTime.each(spans).get(other).time();
                    var begins = spans.get(other).end().minus(own);
                    assertThat(own).isPositive();
                    assertThat(begins).isBefore(spans.get(name).end());
                }));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.25", "2, 0.5", "3, 0.75", "4, 1", "9, 2.25", "58, 14.5", "80, 20"})
    void quartersAreSaidAsHours(int quarters, String hours) {
        assertThat(LearningTime.hours(quarters)).isEqualTo(hours);
    }

    private static Map<String, Duration> times(Map<String, Span> spans) {
        return LearningTime.each(spans).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, share -> share.getValue().time()));
    }

    private static Map<String, Span> spans(Random random) {
        var spans = new HashMap<String, Span>();
        for (var i = random.nextInt(7); i >= 0; i--) {
            var start = random.nextInt(500);
            spans.put("talk " + i, new Span(minute(start), minute(start + random.nextInt(120) - 20)));
        }
        return spans;
    }

    private static boolean goesOn(Span span, int minute) {
        return !minute(minute).isBefore(span.start()) && minute(minute).isBefore(span.end());
    }

    private static Instant minute(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }

    private static Span span(String start, String end) {
        return new Span(at(start).orElseThrow(), at(end).orElseThrow());
    }

    private static Optional<Instant> at(String time) {
        return Optional.ofNullable(time).map(said -> Instant.parse("2026-01-15T" + said + ":00Z"));
    }
}
