package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.natter.messaging.Inserts;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Role;
import org.natter.web.services.RegionId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Accounts in the collection {@code organiser}; a unique index keeps one account to an address. */
@Component
class MongoOrganisers implements Organisers {

    private final MongoOperations mongo;
    private volatile boolean indexed;

    MongoOrganisers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Organiser> find(OrganiserId id) {
        return Optional.ofNullable(
                        accounts().find(Filters.eq("_id", id.value())).first())
                .map(MongoOrganisers::toOrganiser);
    }

    @Override
    public Optional<Organiser> withEmail(EmailAddress email) {
        return Optional.ofNullable(
                        accounts().find(Filters.eq("email", email.value())).first())
                .map(MongoOrganisers::toOrganiser);
    }

    @Override
    public List<Organiser> all() {
        return accounts()
                .find()
                .sort(Sorts.ascending("name"))
                .map(MongoOrganisers::toOrganiser)
                .into(new ArrayList<>());
    }

    @Override
    public boolean any() {
        return accounts().find().first() != null;
    }

    @Override
    public boolean add(Organiser organiser) {
        return Inserts.unlessThere(accounts(), toDocument(organiser));
    }

    @Override
    public boolean remove(OrganiserId id) {
        var lastOwner = find(id).filter(Organiser::owner).isPresent()
                && all().stream().filter(Organiser::owner).count() < 2;
        return !lastOwner && accounts().deleteOne(Filters.eq("_id", id.value())).getDeletedCount() == 1;
    }

    private MongoCollection<Document> accounts() {
        var accounts = mongo.getCollection("organiser");
        if (!indexed) {
            accounts.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            indexed = true;
        }
        return accounts;
    }

    private static Document toDocument(Organiser organiser) {
        return new Document("_id", organiser.id().value())
                .append("name", organiser.name())
                .append("email", organiser.email().value())
                .append("role", organiser.role().name())
                .append("region", organiser.region().value())
                .append("passwordHash", organiser.passwordHash())
                .append("since", java.util.Date.from(organiser.since()));
    }

    private static Organiser toOrganiser(Document found) {
        return new Organiser(
                new OrganiserId(found.getString("_id")),
                found.getString("name"),
                new EmailAddress(found.getString("email")),
                Role.valueOf(found.getString("role")),
                new RegionId(found.getString("region")),
                found.getString("passwordHash"),
                found.getDate("since").toInstant());
    }
}
