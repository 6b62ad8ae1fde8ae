package org.natter.event.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * When an event starts and ends: the wall times its people read, their zone, and the instants these name. The wall
 * times exist in that zone, the end is after the start, and wall time and instant always agree.
 *
 * @param startsAt wall time in {@code zone}, to the minute
 * @param endsAt wall time in {@code zone}, to the minute
 * @param whenAmbiguous what was chosen if one of the wall times comes twice, else NOT_ASKED
 */
public record EventTimes(
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        ZoneId zone,
        WhenAmbiguous whenAmbiguous,
        Instant startsAtInstant,
        Instant endsAtInstant) {

    public EventTimes {
        Objects.requireNonNull(whenAmbiguous);
        if (!endsAtInstant.isAfter(startsAtInstant)) {
            throw new IllegalArgumentException("An event ends after its start");
        }
    }

    /**
     * The times as an organiser typed them in.
     *
     * @param choice NOT_ASKED if the organiser was not asked which of two equal wall times is meant
     * @throws UnfitEvent if a wall time does not exist, comes twice without a choice, or the end is not after the start
     */
    public static EventTimes between(LocalDateTime start, LocalDateTime end, ZoneId zone, WhenAmbiguous choice) {
        var startsAt = start.truncatedTo(ChronoUnit.MINUTES);
        var endsAt = end.truncatedTo(ChronoUnit.MINUTES);
        var startChoices = zone.getRules().getValidOffsets(startsAt).size();
        var endChoices = zone.getRules().getValidOffsets(endsAt).size();
        var asked = startChoices > 1 || endChoices > 1;
        if (startChoices == 0) {
            throw UnfitEvent.because(List.of(Flaw.START_DOES_NOT_EXIST));
        }
        if (endChoices == 0) {
            throw UnfitEvent.because(List.of(Flaw.END_DOES_NOT_EXIST));
        }
        if (asked && choice == WhenAmbiguous.NOT_ASKED) {
            throw UnfitEvent.because(List.of(startChoices > 1 ? Flaw.START_COMES_TWICE : Flaw.END_COMES_TWICE));
        }
        var starts = instantOf(startsAt, zone, choice);
        var ends = instantOf(endsAt, zone, choice);
        if (!ends.isAfter(starts)) {
            throw UnfitEvent.because(List.of(Flaw.END_NOT_AFTER_START));
        }
        return new EventTimes(startsAt, endsAt, zone, asked ? choice : WhenAmbiguous.NOT_ASKED, starts, ends);
    }

    private static Instant instantOf(LocalDateTime wall, ZoneId zone, WhenAmbiguous choice) {
        var zoned = wall.atZone(zone);
        return (choice == WhenAmbiguous.LATER ? zoned.withLaterOffsetAtOverlap() : zoned.withEarlierOffsetAtOverlap())
                .toInstant();
    }

    boolean startIsAfter(Instant now) {
        return startsAtInstant.isAfter(now);
    }

    boolean areOver(Instant now) {
        return !endsAtInstant.isAfter(now);
    }
}
