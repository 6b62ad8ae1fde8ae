package org.natter.event.region.mongo;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.springframework.dao.DuplicateKeyException;
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
            mongo.insert(documentOf(region), COLLECTION);
            return region;
        } catch (DuplicateKeyException known) {
            return find(region.id()).orElseThrow(() -> known);
        }
    }

    @Override
    public Optional<Region> find(RegionId id) {
        return Optional.ofNullable(mongo.findById(id.value(), Document.class, COLLECTION))
                .map(MongoRegions::regionOf);
    }

    @Override
    public List<Region> all() {
        return mongo.findAll(Document.class, COLLECTION).stream()
                .map(MongoRegions::regionOf)
                .sorted(Comparator.comparing(Region::name)
                        .thenComparing(region -> region.id().value()))
                .toList();
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
