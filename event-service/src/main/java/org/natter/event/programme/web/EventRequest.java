package org.natter.event.programme.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Shortcomings;
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
import org.natter.event.region.RegionId;

/** An event as somebody typed it in. Whatever is left out is not said. */
record EventRequest(
        @Schema(requiredMode = REQUIRED) @Nullable RegionId region,
        @Schema(requiredMode = REQUIRED) @Nullable EventKind kind,

        @Schema(requiredMode = REQUIRED, maxLength = EventDetails.LONGEST_TITLE, pattern = Shortcomings.SEEN) @Nullable
        String title,

        @Schema(maxLength = EventDetails.LONGEST_DESCRIPTION) @Nullable
        String description,

        @Schema(requiredMode = REQUIRED) @Nullable LocalDateTime startsAt,
        @Schema(requiredMode = REQUIRED) @Nullable LocalDateTime endsAt,
        @Nullable ZoneId zone,
        @Nullable WhenAmbiguous whenAmbiguous,
        @Nullable VenueRequest venue,
        @Schema(minimum = "0", maximum = "10000") @Nullable Integer places) {

    record VenueRequest(
            @Schema(maxLength = Venue.LONGEST_NAME) @Nullable
            String name,

            @Schema(maxLength = Venue.LONGEST_ADDRESS) @Nullable
            String address,

            @Nullable Known stepFree,
            @Nullable Known toilets,
            @Nullable Known hearingLoop,
            @Nullable Known quietCorner,
            @Nullable Known alcoholFree,

            @Schema(maxLength = Venue.LONGEST_STOP) @Nullable
            String nearestStop,

            @Schema(maxLength = Venue.LONGEST_FIND_US) @Nullable
            String findUs) {

        private static final VenueRequest NOTHING =
                new VenueRequest(null, null, null, null, null, null, null, null, null);

        private Venue asVenue() {
            var facts = new VenueFacts(
                    known(stepFree), known(toilets), known(hearingLoop), known(quietCorner), known(alcoholFree));
            return new Venue(text(name), text(address), facts, text(nearestStop), text(findUs));
        }

        private static Known known(@Nullable Known said) {
            return Objects.requireNonNullElse(said, Known.NOT_KNOWN);
        }
    }

    /** Stands in for times that do not do, so that the rest of the form is looked at all the same. */
    private static final EventTimes NO_TIMES = EventTimes.between(
            LocalDateTime.of(2000, 1, 1, 12, 0),
            LocalDateTime.of(2000, 1, 1, 13, 0),
            ZoneOffset.UTC,
            WhenAmbiguous.NOT_ASKED);

    /**
     * What was typed in, made sense of.
     *
     * @param usual the zone that is meant if none is said
     * @throws UnfitEvent with everything that is wrong, in the order of the form
     */
    EventDetails details(ZoneId usual) {
        var flaws = new ArrayList<Flaw>();
        var times = times(zone == null ? usual : zone, flaws);
        if (kind == null) {
            flaws.add(Flaw.KIND_MISSING);
        }
        addIfLonger(flaws, title, EventDetails.LONGEST_TITLE, Flaw.TITLE_TOO_LONG);
        addIfLonger(flaws, description, EventDetails.LONGEST_DESCRIPTION, Flaw.DESCRIPTION_TOO_LONG);
        if (venue != null) {
            addIfLonger(flaws, venue.name(), Venue.LONGEST_NAME, Flaw.VENUE_NAME_TOO_LONG);
            addIfLonger(flaws, venue.address(), Venue.LONGEST_ADDRESS, Flaw.VENUE_ADDRESS_TOO_LONG);
            addIfLonger(flaws, venue.nearestStop(), Venue.LONGEST_STOP, Flaw.NEAREST_STOP_TOO_LONG);
            addIfLonger(flaws, venue.findUs(), Venue.LONGEST_FIND_US, Flaw.FIND_US_TOO_LONG);
        }
        try {
            var details = new EventDetails(
                    Objects.requireNonNullElse(kind, EventKind.SOCIAL),
                    seen(title),
                    text(description),
                    times,
                    Objects.requireNonNullElse(venue, VenueRequest.NOTHING).asVenue(),
                    Objects.requireNonNullElse(places, 0));
            if (flaws.isEmpty()) {
                return details;
            }
        } catch (UnfitEvent unfit) {
            flaws.addAll(unfit.flaws());
        }
        throw UnfitEvent.because(flaws.stream().distinct().sorted().toList());
    }

    /** Blanks that the core would take away count as well: a description of the API knows of letters only. */
    static void addIfLonger(List<Flaw> flaws, @Nullable String sent, int longest, Flaw flaw) {
        if (sent != null && sent.codePointCount(0, sent.length()) > longest) {
            flaws.add(flaw);
        }
    }

    private EventTimes times(ZoneId meant, List<Flaw> flaws) {
        if (!Region.isNamedZone(meant.getId())) {
            flaws.add(Flaw.ZONE_UNKNOWN);
        }
        if (startsAt == null) {
            flaws.add(Flaw.START_MISSING);
        }
        if (endsAt == null) {
            flaws.add(Flaw.END_MISSING);
        }
        if (startsAt == null || endsAt == null) {
            return NO_TIMES;
        }
        try {
            return EventTimes.between(
                    startsAt, endsAt, meant, Objects.requireNonNullElse(whenAmbiguous, WhenAmbiguous.NOT_ASKED));
        } catch (UnfitEvent unfit) {
            flaws.addAll(unfit.flaws());
            return NO_TIMES;
        }
    }

    private static String seen(@Nullable String typed) {
        return typed != null && Shortcomings.isSeen(typed) ? typed : "";
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
