package org.natter.event.programme;

import java.time.Instant;
import java.util.OptionalLong;
import org.natter.event.region.RegionScope;

/** Shows events to the public, calls them off and ends them. Each happens once, however often it is wished. */
public final class PublishingEvents {

    private final Events events;

    public PublishingEvents(Events events) {
        this.events = events;
    }

    /**
     * Shows a draft to the public.
     *
     * @throws UnknownEvent if there is none within the scope
     * @throws UnfitEvent if it starts in the past or lacks place or places
     * @throws EventRefusal if it was called off, or is no longer what was read
     */
    public Event publish(EventId event, RegionScope scope, OptionalLong read, Instant now) {
        return events.change(event, scope, found -> found.publish(read, now));
    }

    /**
     * Calls a published event off.
     *
     * @throws UnknownEvent if there is none within the scope
     * @throws UnfitEvent if the reason is empty or too long
     * @throws EventRefusal if it is still a draft, was called off with other words, or is no longer what was read
     */
    public Event cancel(EventId event, RegionScope scope, String reason, OptionalLong read, Instant now) {
        return events.change(event, scope, found -> found.cancel(reason, read, now));
    }

    /** Ends a published event whose end has come; several instances may do so at once. */
    public void conclude(EventId event, Instant now) {
        events.change(event, RegionScope.everywhere(), found -> found.conclude(now));
    }
}
