package org.natter.event.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;

/**
 * All events. State and what the world is told are kept in one write; of two changes at once each sees the other. An
 * event outside the scope does not exist for the caller.
 */
public interface Events {

    /** Keeps a first draft unless its id is known; answers what is kept, whichever came first. */
    Event addUnlessKnown(EventDomainEvent.EventPlanned planned);

    /**
     * Lets the decision happen; it may be asked again after a lost race. Answers the event as it then stands.
     *
     * @throws UnknownEvent if there is none within the scope
     */
    Event change(EventId event, RegionScope scope, Function<Event, List<EventDomainEvent>> decision);

    /** Deletes this draft for good; false if it is no longer as it was read. */
    boolean discard(Event draft);

    Optional<Event> find(EventId event, RegionScope scope);

    /** The events among these that exist, in no order. */
    List<Event> findAll(Collection<EventId> events);

    /** Everything a region has, drafts too, in no order. */
    List<Event> inRegion(RegionId region);

    /**
     * One page of a region's list, of those events alone whose title has these words in it, however they are spelt large
     * and small.
     */
    EventListing listed(RegionId region, EventList list, String words, int page, int size, Instant now);

    /** What a region has still to come, by rising start, then so many of its latest past, by falling start; drafts too. */
    List<Event> comingAndLatest(RegionId region, int past, Instant now);

    /** The same of what everybody may see, so without drafts: of this region or, without one, of all. */
    List<Event> shownToThePublic(@Nullable RegionId region, int past, Instant now);

    /** Published events whose end has come, apart from these; at most 100 of them, the earliest first. */
    List<EventId> dueToConclude(Instant now, Set<EventId> apart);
}
