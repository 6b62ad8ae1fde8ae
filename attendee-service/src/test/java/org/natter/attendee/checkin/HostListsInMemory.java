package org.natter.attendee.checkin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.natter.attendee.person.EventId;

/** Who hosts which event, in memory; passes {@link HostListsContract} like the stored lists. */
final class HostListsInMemory implements HostLists {

    private final Map<EventId, EventHosts> lists = new HashMap<>();
    private final List<HostsNamed> told = new ArrayList<>();

    /** What was told, the oldest first. */
    List<HostsNamed> told() {
        return List.copyOf(told);
    }

    @Override
    public EventHosts of(EventId event) {
        return lists.getOrDefault(event, EventHosts.nobody(event));
    }

    @Override
    public EventHosts change(EventId event, Function<EventHosts, List<HostsNamed>> decision) {
        var facts = decision.apply(of(event));
        facts.forEach(named -> lists.put(event, new EventHosts(event, named.hosts())));
        told.addAll(facts);
        return of(event);
    }
}
