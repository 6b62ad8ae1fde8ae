package org.natter.event.programme;

import java.time.Instant;
import java.util.OptionalLong;
import org.natter.event.region.RegionScope;

/** Writes and rewrites events. The same wish twice leaves the same event once. */
public final class PlanningEvents {

    private final Events events;

    public PlanningEvents(Events events) {
        this.events = events;
    }

    /**
     * Keeps a first draft, or finds it kept before; a repeat answers the event as it stands now.
     *
     * @throws UnfitEvent if it would start in the past
     * @throws EventAlreadyPlanned if the id was used for another request
     */
    public Event plan(PlanEvent wish) {
        var itsRegion = RegionScope.of(wish.region().id());
        var kept = events.find(wish.event(), itsRegion).orElseGet(() -> events.addUnlessKnown(Event.plan(wish)));
        if (!kept.fingerprint().equals(wish.fingerprint())) {
            throw EventAlreadyPlanned.withId(wish.event());
        }
        return kept;
    }

    /**
     * Gives an event new details.
     *
     * @param quietly whether nobody booked is to be told of it by mail
     * @throws UnknownEvent if there is none within the scope
     * @throws UnfitEvent if the new details do not do
     * @throws EventRefusal if it was called off, has been, or is no longer what was read
     */
    public Event revise(
            EventId event, RegionScope scope, EventDetails details, OptionalLong read, boolean quietly, Instant now) {
        return events.change(event, scope, found -> found.revise(details, read, quietly, now));
    }

    /**
     * Says of new details what {@link #revise} would say, and gives them to nobody.
     *
     * @throws UnknownEvent if there is none within the scope
     * @throws UnfitEvent if the new details do not do
     * @throws EventRefusal if it was called off, has been, or is no longer what was read
     */
    public void tryOut(EventId event, RegionScope scope, EventDetails details, OptionalLong read, Instant now) {
        events.find(event, scope).orElseThrow(() -> UnknownEvent.withId(event)).revise(details, read, false, now);
    }

    /**
     * Deletes a draft. Nobody has been told of it, so nobody hears that it is gone.
     *
     * @throws UnknownEvent if there is none within the scope
     * @throws EventRefusal if it was published once, or is no longer what was read
     */
    public void discard(EventId event, RegionScope scope, OptionalLong read) {
        var draft = events.find(event, scope).orElseThrow(() -> UnknownEvent.withId(event));
        draft.refuseUnlessDiscardable(read);
        if (!events.discard(draft)) {
            throw EventRefusal.of(event, EventRefusal.Reason.CHANGED_MEANWHILE);
        }
    }
}
