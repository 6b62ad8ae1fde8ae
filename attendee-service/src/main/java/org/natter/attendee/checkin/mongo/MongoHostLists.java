package org.natter.attendee.checkin.mongo;

import java.util.List;
import java.util.function.Function;
import org.natter.attendee.checkin.EventHosts;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.checkin.HostsNamed;
import org.natter.attendee.person.EventId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Lists of hosts as aggregates of type {@code hosts}, one document per event, the message in the same write. */
@Component
class MongoHostLists implements HostLists {

    private final AggregateCollection<EventHosts, HostsNamed> lists;

    MongoHostLists(Outbox outbox, Announcements<HostsNamed> announcements) {
        this.lists = outbox.collection(
                AggregateMapping.of(
                        "hosts",
                        EventHosts.class,
                        (EventHosts before, HostsNamed named) -> new EventHosts(named.event(), named.hosts())),
                announcements);
    }

    @Override
    public EventHosts of(EventId event) {
        return lists.find(event.value()).orElseGet(() -> EventHosts.nobody(event));
    }

    @Override
    public EventHosts change(EventId event, Function<EventHosts, List<HostsNamed>> decision) {
        return lists.changeOrCreate(event.value(), () -> EventHosts.nobody(event), decision);
    }
}
