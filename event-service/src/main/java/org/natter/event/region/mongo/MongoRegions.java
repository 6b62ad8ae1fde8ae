package org.natter.event.region.mongo;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Regions in the collection {@code region}; the first of two with one id wins. */
@Component
class MongoRegions implements Regions {

    private static final String COLLECTION = "region";

    private final MongoOperations mongo;

    MongoRegions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Region addUnlessKnown(Region region) {
        try {
            mongo.execute(COLLECTION, collection -> collection.insertOne(documentOf(region)));
            return region;
        } catch (DuplicateKeyException known) {
            return find(region.id()).orElseThrow(() -> known);
        }
    }

    @Override
    public Optional<Region> find(RegionId id) {
        return read(collection -> StreamSupport.stream(
                                collection.find(new Document("_id", id.value())).spliterator(), false)
                        .map(MongoRegions::regionOf)
                        .toList())
                .stream()
                .findFirst();
    }

    @Override
    public List<Region> all() {
        return read(collection -> StreamSupport.stream(collection.find().spliterator(), false)
                .map(MongoRegions::regionOf)
                .sorted(Comparator.comparing(Region::name)
                        .thenComparing(region -> region.id().value()))
                .toList());
    }

    private List<Region> read(CollectionCallback<List<Region>> query) {
        List<Region> found = mongo.execute(COLLECTION, query);
        return found == null ? List.of() : found;
    }

    private static Document documentOf(Region region) {
        return new Document("_id", region.id().value())
                .append("name", region.name())
                .append("zone", region.zone().getId());
    }

    private static Region regionOf(Document document) {
        return new Region(
                new RegionId(document.getString("_id")),
                document.getString("name"),
                ZoneId.of(document.getString("zone")));
    }
}
