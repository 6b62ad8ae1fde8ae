package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.messaging.Inserts;
import org.natter.web.account.DoorDay;
import org.natter.web.account.DoorLink;
import org.natter.web.account.DoorLinks;
import org.natter.web.account.Doors.Lent;
import org.natter.web.account.OrganiserId;
import org.natter.web.services.EventId;
import org.natter.web.services.RegionId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Links in the collection {@code door_link}, one row an event; swept away a week after their day, so that until then a page can say what became of them. */
@Component
class MongoDoorLinks implements DoorLinks {

    private static final String VERSION = "eventVersion";
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final MongoOperations mongo;
    private final Clock clock;

    MongoDoorLinks(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<DoorLink> of(EventId event) {
        return Optional.ofNullable(links().find(byId(event)).first()).map(MongoDoorLinks::link);
    }

    @Override
    public List<DoorLink> after(Instant now) {
        return links().find(Filters.gt("until", Date.from(now)))
                .map(MongoDoorLinks::link)
                .into(new ArrayList<>());
    }

    private static DoorLink link(Document found) {
        return new DoorLink(
                new EventId(found.getString("_id")),
                new RegionId(found.getString("region")),
                found.getString("link"),
                found.getString("hash"),
                new OrganiserId(found.getString("madeBy")),
                found.getDate("madeAt").toInstant(),
                new DoorDay(
                        found.getDate("from").toInstant(),
                        found.getDate("until").toInstant(),
                        ZoneId.of(found.getString("zone"))),
                found.getBoolean("off", false),
                Optional.ofNullable(found.getLong(VERSION)).orElse(0L));
    }

    @Override
    public boolean put(DoorLink link, String former) {
        if (former.isEmpty()) {
            return Inserts.unlessThere(links(), row(link));
        }
        var replaced = Filters.and(byId(link.event()), Filters.eq("link", former), follows(link.eventVersion()));
        return links().replaceOne(replaced, row(link)).getMatchedCount() == 1;
    }

    private static Document row(DoorLink link) {
        return new Document("_id", link.event().value())
                .append("region", link.region().value())
                .append("link", link.id())
                .append("hash", link.hash())
                .append("madeBy", link.madeBy().value())
                .append("madeAt", Date.from(link.madeAt()))
                .append("from", Date.from(link.day().from()))
                .append("until", Date.from(link.day().until()))
                .append("zone", link.day().zone().getId())
                .append("off", link.off())
                .append(VERSION, link.eventVersion());
    }

    @Override
    public void switchOff(EventId event, String id) {
        links().updateOne(Filters.and(byId(event), Filters.eq("link", id)), Updates.set("off", true));
    }

    @Override
    public void switchOff(EventId event) {
        links().updateOne(byId(event), Updates.set("off", true));
    }

    @Override
    public void move(Lent door, Instant now) {
        var day = door.day();
        links().updateOne(
                        Filters.and(byId(door.event()), Filters.gt("until", Date.from(now)), follows(door.version())),
                        Updates.combine(
                                Updates.set("region", door.region().value()),
                                Updates.set("from", Date.from(day.from())),
                                Updates.set("until", Date.from(day.until())),
                                Updates.set("zone", day.zone().getId()),
                                Updates.set(VERSION, door.version())));
    }

    /** Two changes of an event may arrive here in any order; a link from before that was kept follows whatever comes. */
    private static Bson follows(long version) {
        return Filters.or(Filters.exists(VERSION, false), Filters.lte(VERSION, version));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        links().deleteMany(Filters.lt("until", Date.from(clock.instant().minus(REMEMBERED))));
    }

    private static Bson byId(EventId event) {
        return Filters.eq("_id", event.value());
    }

    private MongoCollection<Document> links() {
        return mongo.getCollection("door_link");
    }
}
