package org.natter.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A pipeline of one match and one group with an id and one sum, as counts are asked for. */
record MatchAndGroup(Document match, Document group) {

    /** Empty for any other pipeline. */
    static Optional<MatchAndGroup> of(Collection<?> stages) {
        var all = List.copyOf(stages);
        return all.size() == 2
                        && all.get(0) instanceof Document first
                        && first.get("$match") instanceof Document match
                        && all.get(1) instanceof Document second
                        && second.get("$group") instanceof Document group
                        && group.size() == 2
                ? Optional.of(new MatchAndGroup(match, group))
                : Optional.empty();
    }
}
