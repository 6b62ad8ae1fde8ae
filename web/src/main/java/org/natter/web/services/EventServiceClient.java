package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Regions, events and the overview, as event-service tells them. Throws {@link ServiceDown} and {@link ServiceRefusal}. */
@Component
public class EventServiceClient {

    private final ServiceCalls calls;

    EventServiceClient(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.EVENT, settings.event(), token);
    }

    /** What the public may see, those to come first; all regions if {@code region} is empty. */
    public List<EventView> programme(String region) {
        return region.isEmpty()
                ? calls.list(Caller.everybody(), EventView.class, "/programme")
                : calls.list(Caller.everybody(), EventView.class, "/programme?region={region}", region);
    }

    /** One event as the public may see it. */
    public Optional<EventView> inProgramme(String event) {
        return found(() -> calls.get(Caller.everybody(), EventView.class, "/programme/{event}", event));
    }

    /** All regions of the network. */
    public List<RegionView> regions(Caller caller) {
        return calls.list(caller, RegionView.class, "/regions");
    }

    /** Founds a region; only an owner may. {@code zone} is a name of the time zone database. */
    public RegionView foundRegion(Caller owner, String name, String zone) {
        return calls.post(owner, new NewRegion(name, zone), RegionView.class, "/regions");
    }

    /** A region's events in any state, drafts among them. */
    public List<EventView> events(Caller caller, String region) {
        return calls.list(caller, EventView.class, "/events?region={region}", region);
    }

    /** One event in any state, or nothing if there is none in the caller's regions. */
    public Optional<EventView> event(Caller caller, String event) {
        return found(() -> calls.get(caller, EventView.class, "/events/{event}", event));
    }

    /** Creates a draft; the same key twice is one draft. */
    public EventView create(Caller caller, String key, EventDraft draft) {
        return calls.postOnce(caller, key, draft, EventView.class, "/events");
    }

    /** Replaces what an event says. */
    public EventView change(Caller caller, String event, EventDraft draft) {
        return calls.put(caller, draft, EventView.class, "/events/{event}", event);
    }

    /** Opens an event for booking. */
    public void publish(Caller caller, String event) {
        calls.send(caller, HttpMethod.POST, null, "/events/{event}/publish", event);
    }

    /** Calls an event off; people booked are told the reason word for word. */
    public void callOff(Caller caller, String event, String reason) {
        calls.send(caller, HttpMethod.POST, new Reason(reason), "/events/{event}/cancel", event);
    }

    /** A region's events with their numbers. */
    public List<OverviewView> overview(Caller caller, String region) {
        return calls.list(caller, OverviewView.class, "/overview?region={region}", region);
    }

    /** One event's numbers, or nothing if there is none in the caller's regions. */
    public Optional<OverviewView> overviewOf(Caller caller, String event) {
        return found(() -> calls.get(caller, OverviewView.class, "/overview/{event}", event));
    }

    private static <T> Optional<T> found(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ServiceRefusal refused) {
            if (refused.notFound()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** A region: a group of volunteers within the network. */
    public record RegionView(String region, String name, String zone) {}

    /** Where an event takes place; an empty fact is not known. */
    public record Venue(
            @Nullable String name,
            @Nullable String address,
            @Nullable String stepFree,
            @Nullable String toilets,
            @Nullable String hearingLoop,
            @Nullable String quietCorner,
            @Nullable String alcoholFree,
            @Nullable String nearestStop,
            @Nullable String findUs) {}

    /** What an organiser says about an event; {@code startsAt} and {@code endsAt} are wall time, 2026-10-15T18:30. */
    public record EventDraft(
            String region,
            String kind,
            String title,
            String description,
            String startsAt,
            String endsAt,
            @Nullable String zone,
            @Nullable String whenAmbiguous,
            Venue venue,
            int places) {}

    /** One event; the instants are what the wall times mean. */
    public record EventView(
            String event,
            String region,
            @Nullable String kind,
            String title,
            @Nullable String description,
            String startsAt,
            String endsAt,
            String zone,
            @Nullable String whenAmbiguous,
            Instant startsAtInstant,
            Instant endsAtInstant,
            Venue venue,
            int places,
            String status,
            @Nullable String reason,
            long version) {}

    /** One event's numbers: places booked, people waiting, holding an offer and here; questions asked and answered. */
    public record OverviewView(
            String event,
            String title,
            String startsAt,
            String endsAt,
            String zone,
            Instant startsAtInstant,
            Instant endsAtInstant,
            @Nullable String venueName,
            String status,
            int places,
            int booked,
            int waiting,
            int offered,
            int here,
            int asked,
            int answered) {}

    private record NewRegion(String name, String zone) {}

    private record Reason(String reason) {}
}
