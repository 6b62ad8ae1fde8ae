package org.natter.event.region.mongo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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
            return mongo.insert(region, COLLECTION);
        } catch (DuplicateKeyException known) {
            return find(region.id()).orElseThrow(() -> known);
        }
    }

    @Override
    public boolean replace(Region region) {
        var before = Query.query(Criteria.where("_id").is(region.id().value()));
        return mongo.findAndReplace(before, region, FindAndReplaceOptions.empty(), COLLECTION) != null;
    }

    @Override
    public Optional<Region> find(RegionId id) {
        return Optional.ofNullable(mongo.findById(id.value(), Region.class, COLLECTION));
    }

    @Override
    public List<Region> all() {
        return mongo.findAll(Region.class, COLLECTION).stream()
                .sorted(Comparator.comparing(Region::name)
                        .thenComparing(region -> region.id().value()))
                .toList();
    }
}
