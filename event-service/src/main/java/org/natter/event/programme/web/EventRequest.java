package org.natter.event.programme.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.event.programme.EventDetails;
import org.natter.event.programme.EventKind;
import org.natter.event.programme.EventTimes;
import org.natter.event.programme.Flaw;
import org.natter.event.programme.UnfitEvent;
import org.natter.event.programme.Venue;
import org.natter.event.programme.VenueFacts;
import org.natter.event.programme.VenueFacts.Known;
import org.natter.event.programme.WhenAmbiguous;
import org.natter.event.region.Region;

/** An event as somebody typed it in, nothing of it believed yet. */
record EventRequest(
        @Nullable String region,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String zone,
        @Nullable String whenAmbiguous,
        @Nullable VenueRequest venue,
        @Nullable Integer places) {

    record VenueRequest(
            @Nullable String name,
            @Nullable String address,
            @Nullable String stepFree,
            @Nullable String toilets,
            @Nullable String hearingLoop,
            @Nullable String quietCorner,
            @Nullable String alcoholFree,
            @Nullable String nearestStop,
            @Nullable String findUs) {

        private static final VenueRequest NOTHING =
                new VenueRequest(null, null, null, null, null, null, null, null, null);
    }

    /** Stands in for times that could not be read, so that the rest of the form is looked at all the same. */
    private static final EventTimes UNREADABLE_TIMES = EventTimes.between(
            LocalDateTime.of(2000, 1, 1, 12, 0),
            LocalDateTime.of(2000, 1, 1, 13, 0),
            ZoneOffset.UTC,
            WhenAmbiguous.NOT_ASKED);

    /**
     * What was typed in, made sense of.
     *
     * @throws UnfitEvent with everything that is wrong, in the order of the form
     */
    EventDetails details(Region home) {
        List<Flaw> flaws = new ArrayList<>();
        EventTimes times = times(home, flaws).orElse(UNREADABLE_TIMES);
        EventKind readKind =
                constant(EventKind.class, kind, Flaw.KIND_MISSING, flaws).orElse(EventKind.SOCIAL);
        Venue readVenue = venue(flaws);
        try {
            var details = new EventDetails(
                    readKind, orEmpty(title), orEmpty(description), times, readVenue, places == null ? 0 : places);
            if (flaws.isEmpty()) {
                return details;
            }
        } catch (UnfitEvent unfit) {
            flaws.addAll(unfit.flaws());
        }
        throw UnfitEvent.because(flaws.stream().sorted().toList());
    }

    private Optional<EventTimes> times(Region home, List<Flaw> flaws) {
        Optional<ZoneId> readZone = zone(home, flaws);
        Optional<LocalDateTime> start = wallTime(startsAt, Flaw.START_MISSING, flaws);
        Optional<LocalDateTime> end = wallTime(endsAt, Flaw.END_MISSING, flaws);
        Optional<WhenAmbiguous> choice = isEmpty(whenAmbiguous)
                ? Optional.of(WhenAmbiguous.NOT_ASKED)
                : constant(WhenAmbiguous.class, whenAmbiguous, Flaw.CHOICE_UNKNOWN, flaws);
        if (readZone.isEmpty() || start.isEmpty() || end.isEmpty() || choice.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventTimes.between(start.get(), end.get(), readZone.get(), choice.get()));
        } catch (UnfitEvent unfit) {
            flaws.addAll(unfit.flaws());
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(Region home, List<Flaw> flaws) {
        if (zone == null || zone.isBlank()) {
            return Optional.of(home.zone());
        }
        if (!Region.isNamedZone(zone)) {
            flaws.add(Flaw.ZONE_UNKNOWN);
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(zone));
    }

    private Venue venue(List<Flaw> flaws) {
        VenueRequest typed = venue == null ? VenueRequest.NOTHING : venue;
        var facts = new VenueFacts(
                known(typed.stepFree(), Flaw.STEP_FREE_UNKNOWN, flaws),
                known(typed.toilets(), Flaw.TOILETS_UNKNOWN, flaws),
                known(typed.hearingLoop(), Flaw.HEARING_LOOP_UNKNOWN, flaws),
                known(typed.quietCorner(), Flaw.QUIET_CORNER_UNKNOWN, flaws),
                known(typed.alcoholFree(), Flaw.ALCOHOL_FREE_UNKNOWN, flaws));
        return new Venue(
                orEmpty(typed.name()),
                orEmpty(typed.address()),
                facts,
                orEmpty(typed.nearestStop()),
                orEmpty(typed.findUs()));
    }

    private static Known known(@Nullable String typed, Flaw flaw, List<Flaw> flaws) {
        if (isEmpty(typed)) {
            return Known.NOT_KNOWN;
        }
        if ("true".equals(typed)) {
            return Known.YES;
        }
        return "false".equals(typed)
                ? Known.NO
                : constant(Known.class, typed, flaw, flaws).orElse(Known.NOT_KNOWN);
    }

    private static Optional<LocalDateTime> wallTime(@Nullable String typed, Flaw flaw, List<Flaw> flaws) {
        try {
            return Optional.of(LocalDateTime.parse(orEmpty(typed).strip()));
        } catch (DateTimeParseException unreadable) {
            flaws.add(flaw);
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(
            Class<E> type, @Nullable String typed, Flaw flaw, List<Flaw> flaws) {
        try {
            return Optional.of(Enum.valueOf(type, orEmpty(typed).strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            flaws.add(flaw);
            return Optional.empty();
        }
    }

    private static boolean isEmpty(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
