package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.messaging.Inserts;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Organiser;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Organisers;
import org.natter.web.account.Role;
import org.natter.web.account.SignedIn;
import org.natter.web.services.RegionId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Accounts in the collection {@code organiser}; a unique index keeps one account to an address. */
@Component
class MongoOrganisers implements Organisers {

    private static final String GENERATION = "generation";
    private static final String TEAM = "team";
    private static final String UNTIL = "until";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MongoOperations mongo;
    private volatile boolean indexed;

    MongoOrganisers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Organiser> find(OrganiserId id) {
        return Optional.ofNullable(accounts().find(byId(id)).first()).map(MongoOrganisers::toOrganiser);
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
    public TeamChange remove(OrganiserId id, Instant now) {
        return inTurn(
                now,
                () -> withoutOwner(id)
                        ? TeamChange.LAST_OWNER
                        : done(accounts().deleteOne(byId(id)).getDeletedCount()));
    }

    @Override
    public TeamChange place(Organiser read, Role role, RegionId region, Instant now) {
        return inTurn(
                now,
                () -> role != Role.OWNER && withoutOwner(read.id())
                        ? TeamChange.LAST_OWNER
                        : placed(read, role, region));
    }

    private TeamChange placed(Organiser read, Role role, RegionId region) {
        var asRead = Filters.and(
                byId(read.id()),
                Filters.eq("role", read.role().name()),
                Filters.eq("region", read.region().value()));
        var written = Updates.combine(Updates.set("role", role.name()), Updates.set("region", region.value()));
        if (accounts().updateOne(asRead, written).getMatchedCount() == 1) {
            return TeamChange.DONE;
        }
        return find(read.id()).isPresent() ? TeamChange.MEANWHILE : TeamChange.GONE;
    }

    @Override
    public Optional<Organiser> renew(OrganiserId id, int generation, String passwordHash) {
        return Optional.ofNullable(accounts()
                        .findOneAndUpdate(
                                as(new SignedIn(id, generation)),
                                Updates.combine(Updates.set("passwordHash", passwordHash), after(generation)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(MongoOrganisers::toOrganiser);
    }

    /** The account in this generation; those of an earlier version have none, which is the first. */
    static Bson as(SignedIn read) {
        var same = Filters.eq(GENERATION, read.generation());
        var still = read.generation() == 0 ? Filters.or(same, Filters.exists(GENERATION, false)) : same;
        return Filters.and(byId(read.id()), still);
    }

    /** The generation that an account is in. */
    static int generationOf(Document account) {
        return account.getInteger(GENERATION, 0);
    }

    /** Begins the generation after this one. */
    static Bson after(int generation) {
        return Updates.set(GENERATION, generation + 1);
    }

    /** Whether nobody would own the network without this account. */
    private boolean withoutOwner(OrganiserId id) {
        return all().stream()
                .filter(Organiser::owner)
                .allMatch(owner -> owner.id().equals(id));
    }

    private static TeamChange done(long accounts) {
        return accounts == 1 ? TeamChange.DONE : TeamChange.GONE;
    }

    /** One change after another, whichever instance makes it; whoever stops in the middle is waited for no longer than this. */
    private TeamChange inTurn(Instant now, Supplier<TeamChange> change) {
        var turns = mongo.getCollection("network");
        var until = Date.from(now.plus(PATIENCE));
        var free = Filters.and(Filters.eq("_id", TEAM), Filters.lte(UNTIL, Date.from(now)));
        if (!Inserts.unlessThere(turns, new Document("_id", TEAM).append(UNTIL, until))
                && turns.findOneAndUpdate(free, Updates.set(UNTIL, until)) == null) {
            return TeamChange.BUSY;
        }
        try {
            return change.get();
        } finally {
            var ours = Filters.and(Filters.eq("_id", TEAM), Filters.eq(UNTIL, until));
            turns.updateOne(ours, Updates.set(UNTIL, Date.from(Instant.EPOCH)));
        }
    }

    private static Bson byId(OrganiserId id) {
        return Filters.eq("_id", id.value());
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
                .append("since", Date.from(organiser.since()))
                .append(GENERATION, organiser.generation());
    }

    private static Organiser toOrganiser(Document found) {
        return new Organiser(
                new OrganiserId(found.getString("_id")),
                found.getString("name"),
                new EmailAddress(found.getString("email")),
                Role.valueOf(found.getString("role")),
                new RegionId(found.getString("region")),
                found.getString("passwordHash"),
                found.getDate("since").toInstant(),
                generationOf(found));
    }
}
