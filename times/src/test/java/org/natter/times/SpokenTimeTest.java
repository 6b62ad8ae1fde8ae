package org.natter.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final SpokenTime THERE = SpokenTime.in(LONDON);
    private static final Instant EVENING = Instant.parse("2026-03-12T18:30:00Z");

    private static final Instant THERE_IN_PARIS = EVENING.minus(Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "2026-10-15T17:30:00Z, 6:30pm",
        "2026-10-15T18:00:00Z, 7pm",
        "2026-10-15T06:00:00Z, 7am",
        "2026-10-15T11:00:00Z, midday",
        "2026-10-15T11:05:00Z, 12:05pm",
        "2026-10-14T23:00:00Z, midnight",
        "2026-10-14T23:05:00Z, 12:05am",
        "2026-12-15T09:05:00Z, 9:05am"
    })
    void timesReadAsPeopleSayThem(Instant moment, String words) {
        assertThat(THERE.time(moment)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-10T22:30:00Z, 2026-10-11T13:15:00Z, 2:15pm tomorrow",
        "2026-10-10T22:30:00Z, 2026-10-10T22:45:00Z, 11:45pm today",
        "2026-10-10T22:30:00Z, 2026-10-10T23:00:00Z, midnight tomorrow",
        "2026-10-10T22:30:00Z, 2026-10-17T09:00:00Z, 10am on Saturday 17 October",
        "2026-10-15T09:00:00Z, 2026-10-15T13:15:00Z, 2:15pm today"
    })
    void anEndIsTodayTomorrowOrADayByTheClocksOfThePlace(Instant now, Instant end, String words) {
        assertThat(THERE.until(end, now)).isEqualTo(words);
    }

    @Test
    void daysReadAsLongAsTheyMust() {
        var moment = Instant.parse("2026-03-12T23:41:00Z");

        assertThat(THERE.longDay(moment)).isEqualTo("Thursday 12 March 2026");
        assertThat(THERE.day(moment, EVENING)).isEqualTo("Thursday 12 March");
        assertThat(THERE.shortDay(moment, EVENING)).isEqualTo("12 March");
        assertThat(THERE.dayAndTime(moment, EVENING)).isEqualTo("Thursday 12 March, 11:41pm");
        assertThat(THERE.timeAndDay(moment, EVENING)).isEqualTo("11:41pm on Thursday 12 March");
        assertThat(SpokenTime.in(ZoneId.of("Europe/Paris")).day(moment, EVENING))
                .isEqualTo("Friday 13 March");
        assertThat(SpokenTime.month(YearMonth.of(2026, 3))).isEqualTo("March 2026");
    }

    @Test
    void aDayOfAnotherYearIsSaidWithItsYear() {
        var yearsLast = Instant.parse("2026-12-31T23:30:00Z");
        var yearsFirst = yearsLast.plus(Duration.ofHours(1));

        assertThat(THERE.day(yearsLast, yearsFirst)).isEqualTo("Thursday 31 December 2026");
        assertThat(THERE.shortDay(yearsLast, yearsFirst)).isEqualTo("31 December 2026");
        assertThat(THERE.dayAndTime(yearsFirst, yearsLast)).isEqualTo("Friday 1 January 2027, 12:30am");
        assertThat(THERE.timeAndDay(yearsLast, yearsFirst)).isEqualTo("11:30pm on Thursday 31 December 2026");
        assertThat(THERE.until(yearsFirst.plus(Duration.ofDays(1)), yearsLast))
                .isEqualTo("12:30am on Saturday 2 January 2027");
        assertThat(THERE.until(yearsFirst, yearsLast)).isEqualTo("12:30am tomorrow");
        assertThat(SpokenTime.in(ZoneId.of("Europe/Paris")).day(yearsLast, yearsFirst))
                .isEqualTo("Friday 1 January");
    }

    @Test
    void aSecondDayIsNamedIfItIsAnother() {
        assertThat(THERE.when(EVENING)).isEqualTo("Thursday 12 March 2026, 6:30pm");
        assertThat(THERE.fromTo(EVENING, EVENING.plus(Duration.ofMinutes(150))))
                .isEqualTo("Thursday 12 March 2026, 6:30pm to 9pm");
        assertThat(THERE.fromTo(EVENING, EVENING.plus(Duration.ofHours(20))))
                .isEqualTo("Thursday 12 March 2026, 6:30pm to Friday 13 March 2026, 2:30pm");
    }

    @Test
    void severalDaysAreSaidInALineToo() {
        var night = EVENING.plus(Duration.ofHours(8));
        var nextDay = EVENING.plus(Duration.ofHours(20));

        assertThat(THERE.when(EVENING, night)).isEqualTo("Thursday 12 March 2026, 6:30pm");
        assertThat(THERE.when(EVENING, nextDay))
                .isEqualTo("Thursday 12 March 2026, 6:30pm to Friday 13 March 2026, 2:30pm");
        assertThat(THERE.longDays(EVENING, night)).isEqualTo("Thursday 12 March 2026");
        assertThat(THERE.longDays(EVENING, nextDay)).isEqualTo("Thursday 12 to Friday 13 March 2026");
        assertThat(THERE.days(EVENING, night, EVENING)).isEqualTo("Thursday 12 March");
        assertThat(THERE.days(EVENING, nextDay, EVENING)).isEqualTo("Thursday 12 to Friday 13 March");
        assertThat(THERE.days(EVENING, nextDay, Instant.parse("2027-01-02T10:00:00Z")))
                .isEqualTo("Thursday 12 to Friday 13 March 2026");
        assertThat(THERE.isOfSeveralDays(EVENING, night)).isFalse();
        assertThat(THERE.isOfSeveralDays(EVENING, nextDay)).isTrue();
        assertThat(THERE.isOfSeveralDays(EVENING, EVENING.plus(Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void twoDaysOfTwoMonthsOrYearsAreBothSaidWhole() {
        var months = Instant.parse("2026-03-31T10:00:00Z");
        var years = Instant.parse("2026-12-31T20:00:00Z");

        assertThat(THERE.longDays(months, months.plus(Duration.ofDays(1))))
                .isEqualTo("Tuesday 31 March to Wednesday 1 April 2026");
        assertThat(THERE.longDays(years, years.plus(Duration.ofDays(1))))
                .isEqualTo("Thursday 31 December 2026 to Friday 1 January 2027");
        assertThat(THERE.days(years, years.plus(Duration.ofDays(1)), years.plus(Duration.ofDays(2))))
                .isEqualTo("Thursday 31 December 2026 to Friday 1 January");
        assertThat(THERE.days(years, years.plus(Duration.ofDays(1)), years))
                .isEqualTo("Thursday 31 December 2026 to Friday 1 January 2027");
    }

    @Test
    void thePlaceIsNamedWhereItsClockShowsAnotherTimeThanTheReaders() {
        var paris = SpokenTime.in(ZoneId.of("Europe/Paris"));
        var newYork = SpokenTime.readInBritain(ZoneId.of("America/New_York"));

        assertThat(paris.readIn(LONDON).when(THERE_IN_PARIS)).isEqualTo("Thursday 12 March 2026, 6:30pm (Paris time)");
        assertThat(paris.readIn(LONDON).fromTo(THERE_IN_PARIS, THERE_IN_PARIS.plus(Duration.ofHours(2))))
                .isEqualTo("Thursday 12 March 2026, 6:30pm to 8:30pm (Paris time)");
        assertThat(paris.readIn(ZoneId.of("Europe/Amsterdam")).when(THERE_IN_PARIS))
                .isEqualTo("Thursday 12 March 2026, 6:30pm");
        assertThat(newYork.time(EVENING)).isEqualTo("2:30pm (New York time)");
        assertThat(SpokenTime.readInBritain(LONDON).time(EVENING)).isEqualTo("6:30pm");
        assertThat(SpokenTime.in(ZoneId.of("UTC")).readIn(LONDON).time(EVENING)).isEqualTo("6:30pm");
    }

    @Test
    void ofTwoEqualTimesItIsSaidWhichIsMeant() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(THERE.time(second)).isEqualTo("1:30am, after the clocks go back");
        assertThat(THERE.when(first)).isEqualTo("Sunday 25 October 2026, 1:30am, before the clocks go back");
        assertThat(THERE.fromTo(second, second.plus(Duration.ofHours(2))))
                .isEqualTo("Sunday 25 October 2026, 1:30am, after the clocks go back, to 3:30am");
        assertThat(THERE.fromTo(first, second))
                .isEqualTo(
                        "Sunday 25 October 2026, 1:30am, before the clocks go back, to 1:30am, after the clocks go back");
        assertThat(THERE.time(second.minus(Duration.ofHours(2)))).isEqualTo("12:30am");
    }
}
