package org.natter.web.account.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Passkey;
import org.natter.web.account.Passkeys;
import org.natter.web.account.SignedIn;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Passkeys within the account they open, in the collection {@code organiser}: they end with it. */
@Component
class MongoPasskeys implements Passkeys {

    private static final String PASSKEYS = "passkeys";
    private static final String ID = "id";
    private static final String USED = "used";
    private static final String SIGNED = "signed";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoPasskeys(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public List<Passkey> of(OrganiserId organiser) {
        return rows(accounts().find(byId(organiser)).first())
                .map(row -> new Passkey(row.getString(ID), row.getString("name"), moment(row, "since"), used(row)))
                .toList();
    }

    @Override
    public Optional<String> remove(SignedIn read, String passkey) {
        var theirs = Filters.and(MongoOrganisers.as(read), Filters.eq(PASSKEYS + "." + ID, passkey));
        var without = Updates.combine(
                Updates.pull(PASSKEYS, new Document(ID, passkey)), MongoOrganisers.after(read.generation()));
        return rows(accounts().findOneAndUpdate(theirs, without))
                .filter(row -> passkey.equals(row.getString(ID)))
                .map(row -> row.getString("name"))
                .findFirst();
    }

    @Override
    public boolean add(SignedIn read, Credential passkey) {
        var id = passkey.id();
        var free = Filters.and(
                MongoOrganisers.as(read),
                Filters.ne(PASSKEYS + "." + ID, id),
                Filters.exists(PASSKEYS + "." + (MOST - 1), false));
        var row = toRow(passkey, Date.from(clock.instant()));
        return accounts().updateOne(free, Updates.push(PASSKEYS, row)).getMatchedCount() == 1;
    }

    @Override
    public Optional<SignedIn> use(Credential passkey, String challenge) {
        var signed = Sha256.hex(challenge);
        var unused = Filters.and(Filters.eq(ID, passkey.id()), Filters.ne(SIGNED, signed));
        var written = Updates.combine(
                Updates.set(PASSKEYS + ".$." + USED, Date.from(clock.instant())),
                Updates.set(PASSKEYS + ".$." + SIGNED, signed),
                Updates.set(PASSKEYS + ".$.signatures", passkey.signatures()));
        return Optional.ofNullable(accounts()
                        .findOneAndUpdate(
                                Filters.and(byId(passkey.whose()), Filters.elemMatch(PASSKEYS, unused)), written))
                .map(account -> new SignedIn(passkey.whose(), MongoOrganisers.generationOf(account)));
    }

    @Override
    public Optional<Credential> find(String id) {
        var account = accounts().find(Filters.eq(PASSKEYS + "." + ID, id)).first();
        return rows(account)
                .filter(row -> id.equals(row.getString(ID)))
                .findFirst()
                .map(row -> toCredential(row, Objects.requireNonNull(account)));
    }

    @Override
    public List<Credential> credentialsOf(OrganiserId organiser) {
        var account = accounts().find(byId(organiser)).first();
        return rows(account)
                .map(row -> toCredential(row, Objects.requireNonNull(account)))
                .toList();
    }

    private static Document toRow(Credential passkey, Date now) {
        return new Document(ID, passkey.id())
                .append("name", passkey.name())
                .append("since", now)
                .append("key", new Binary(passkey.key()))
                .append("attestation", new Binary(passkey.attestation()))
                .append("signatures", passkey.signatures())
                .append("synced", passkey.synced())
                .append("transports", passkey.transports().stream().sorted().toList());
    }

    private static Credential toCredential(Document row, Document account) {
        return new Credential(
                row.getString(ID),
                new OrganiserId(account.getString("_id")),
                row.getString("name"),
                row.get("key", Binary.class).getData(),
                row.get("attestation", Binary.class).getData(),
                row.getLong("signatures"),
                row.getBoolean("synced"),
                Set.copyOf(row.getList("transports", String.class)));
    }

    private static Stream<Document> rows(@Nullable Document account) {
        return account == null ? Stream.empty() : account.getList(PASSKEYS, Document.class, List.of()).stream();
    }

    private static Instant moment(Document row, String name) {
        return row.getDate(name).toInstant();
    }

    private static Optional<Instant> used(Document row) {
        return Optional.ofNullable(row.getDate(USED)).map(Date::toInstant);
    }

    private static Bson byId(OrganiserId organiser) {
        return Filters.eq("_id", organiser.value());
    }

    private MongoCollection<Document> accounts() {
        return mongo.getCollection("organiser");
    }
}
