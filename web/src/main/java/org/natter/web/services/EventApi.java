package org.natter.web.services;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Regions, events and the overview, as event-service tells them. Throws {@link ServiceDown} and {@link ServiceRefusal}. */
public interface EventApi {

    /** Why a command is refused whose event somebody has changed since it was read. */
    String MEANWHILE = "changed-meanwhile";

    /** What the public may see, those to come first; of all regions without one. */
    @GetExchange("/programme")
    List<Event> programme(Caller caller, @RequestParam(required = false) @Nullable RegionId region);

    /** One event as the public may see it. */
    @GetExchange("/programme/{event}")
    Optional<Event> inProgramme(Caller caller, @PathVariable EventId event);

    /** The calendar file of one event as the public may see it. */
    @GetExchange(
            url = "/programme/{event}/calendar",
            accept = {"text/calendar", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    Optional<String> calendar(Caller caller, @PathVariable EventId event);

    /** All regions of the network. */
    @GetExchange("/regions")
    List<Region> regions(Caller caller);

    /** Founds a region; only an owner may. */
    @PostExchange("/regions")
    Region found(Caller owner, @RequestBody NewRegion region);

    /** Gives a region another name or time zone; only an owner may. */
    @PutExchange("/regions/{region}")
    Region change(Caller owner, @PathVariable RegionId region, @RequestBody NewRegion wish);

    /** One page of a region's list, of those whose title has these words in it; the first page is 0. */
    @GetExchange("/events")
    EventListPage events(
            Caller caller,
            @RequestParam RegionId region,
            @RequestParam EventList list,
            @RequestParam String title,
            @RequestParam int page);

    /** One event in any state, or nothing if there is none in the caller's regions. */
    @GetExchange("/events/{event}")
    Optional<Event> event(Caller caller, @PathVariable EventId event);

    /** Creates a draft; the same key twice is one draft. */
    @TwiceIsOnce
    @PostExchange("/events")
    Event plan(Caller caller, @RequestHeader("Idempotency-Key") FormId key, @RequestBody EventWish wish);

    /**
     * Replaces what an event says, unless somebody has changed it since this version was read: {@link #MEANWHILE}.
     *
     * @param quietly true if nobody booked is to be told of it by mail
     */
    @PutExchange("/events/{event}")
    Event revise(
            Caller caller,
            @PathVariable EventId event,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable Boolean quietly,
            @RequestBody EventWish wish);

    /** Says of a change whatever {@link #revise} would refuse about it, and makes none. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/trials")
    void tryOut(Caller caller, @PathVariable EventId event, @RequestParam long version, @RequestBody EventWish wish);

    /** Deletes a draft, if it still says what was read. */
    @DeleteExchange("/events/{event}")
    void discard(Caller caller, @PathVariable EventId event, @RequestParam long version);

    /** Opens an event for booking, if it still says what was read. */
    @PostExchange("/events/{event}/publish")
    Event publish(Caller caller, @PathVariable EventId event, @RequestParam long version);

    /** Calls an event off, if it still says what was read; people booked are told the reason word for word. */
    @PostExchange("/events/{event}/cancel")
    Event callOff(
            Caller caller, @PathVariable EventId event, @RequestParam long version, @RequestBody CallOffReason reason);

    /** A region's coming and latest events with their figures. */
    @GetExchange("/overview")
    List<Overview> overview(Caller caller, @RequestParam RegionId region);

    /** One event's figures, or nothing if there is none in the caller's regions. */
    @GetExchange("/overview/{event}")
    Optional<Overview> overviewOf(Caller caller, @PathVariable EventId event);

    /** A group of volunteers within the network. */
    record Region(RegionId region, String name, ZoneId zone) {}

    record NewRegion(String name, String zone) {}

    record CallOffReason(String reason) {}

    enum EventKind {
        SOCIAL,
        TALK,
        TRAINING,
        CONFERENCE
    }

    enum EventStatus {
        DRAFT,
        PUBLISHED,
        CANCELLED,
        CONCLUDED
    }

    enum Known {
        YES,
        NO,
        NOT_KNOWN
    }

    /** Which of two equal wall times is meant on the night the clocks go back. */
    enum WhenAmbiguous {
        EARLIER,
        LATER
    }

    /** An event as an organiser wishes it; absent is not filled in, or cannot be read. Times are wall time in the zone. */
    record EventWish(
            RegionId region,
            @Nullable EventKind kind,
            String title,
            String description,
            @Nullable LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Nullable ZoneId zone,
            @Nullable WhenAmbiguous whenAmbiguous,
            Venue venue,
            @Nullable Integer places) {}

    /** Where an event takes place; an empty text is not known. */
    record Venue(
            String name,
            String address,
            Known stepFree,
            Known toilets,
            Known hearingLoop,
            Known quietCorner,
            Known alcoholFree,
            String nearestStop,
            String findUs) {

        /** Whether nobody has to find the way there, so that nothing is to be said of doors and steps. */
        public boolean takesPlaceOnline() {
            return isOnline(name);
        }

        /** The same of a place that is known by its name alone; the form tells organisers to write "Online". */
        public static boolean isOnline(String name) {
            return name.strip().equalsIgnoreCase("online");
        }
    }

    /**
     * One event, all of it; the instants are what the wall times mean.
     *
     * @param whenAmbiguous absent where no time comes twice
     * @param reason why it was called off, empty otherwise
     */
    record Event(
            EventId event,
            RegionId region,
            String regionName,
            EventStatus status,
            EventKind kind,
            String title,
            String description,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            ZoneId zone,
            @Nullable WhenAmbiguous whenAmbiguous,
            Instant startsAtInstant,
            Instant endsAtInstant,
            Venue venue,
            int places,
            int sequence,
            long version,
            String reason) {

        /** Whether it is over at this instant, whatever the status says yet. */
        public boolean isOver(Instant now) {
            return status == EventStatus.CONCLUDED || !endsAtInstant.isAfter(now);
        }

        public boolean isDraft() {
            return status == EventStatus.DRAFT;
        }

        public boolean isCalledOff() {
            return status == EventStatus.CANCELLED;
        }
    }

    /** The three lists of a region's events. */
    enum EventList {
        COMING,
        PAST,
        DRAFTS
    }

    /** One page of a list: how many events each of the lists has, which page this is, and of how many. */
    record EventListPage(int coming, int past, int drafts, int page, int pages, List<Overview> events) {}

    /**
     * One event's figures: places booked, people waiting, holding an offer and here. Walk-ins are here and were not booked.
     */
    record Overview(
            EventId event,
            String title,
            EventKind kind,
            EventStatus status,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            ZoneId zone,
            Instant startsAtInstant,
            Instant endsAtInstant,
            String venueName,
            int places,
            int booked,
            int waiting,
            int offered,
            int here,
            int walkIns,
            @Nullable Instant asOf) {}
}
