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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.OrganiserId;
import org.natter.web.account.Passkey;
import org.natter.web.account.Passkeys;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys within the account they open, in the collection {@code organiser}: they end with it. */
@Component
class MongoPasskeys implements Passkeys, UserCredentialRepository {

    private static final String PASSKEYS = "passkeys";
    private static final String ID = "id";
    private static final String USED = "used";

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
    public void remove(OrganiserId organiser, String passkey) {
        accounts().updateOne(byId(organiser), Updates.pull(PASSKEYS, new Document(ID, passkey)));
    }

    /** A new one is added, unless the account has it or has gone; of a known one alone is written what its use changed. */
    @Override
    public void save(CredentialRecord passkey) {
        var id = passkey.getCredentialId().toBase64UrlString();
        var now = Date.from(clock.instant());
        var holder = byId(OrganiserId.ofHandle(passkey.getUserEntityUserId().getBytes()));
        var has = Filters.eq(PASSKEYS + "." + ID, id);
        var used = accounts()
                .updateOne(
                        Filters.and(holder, has),
                        Updates.combine(
                                Updates.set(PASSKEYS + ".$." + USED, now),
                                Updates.set(PASSKEYS + ".$.signatures", passkey.getSignatureCount())));
        if (used.getMatchedCount() == 0) {
            accounts()
                    .updateOne(Filters.and(holder, Filters.not(has)), Updates.push(PASSKEYS, toRow(passkey, id, now)));
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        var id = credential.toBase64UrlString();
        var account = accounts().find(Filters.eq(PASSKEYS + "." + ID, id)).first();
        return rows(account)
                .filter(row -> id.equals(row.getString(ID)))
                .findFirst()
                .map(row -> toRecord(row, Objects.requireNonNull(account)))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        var account =
                accounts().find(byId(OrganiserId.ofHandle(user.getBytes()))).first();
        return rows(account)
                .map(row -> toRecord(row, Objects.requireNonNull(account)))
                .toList();
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("A passkey is taken away by whose it is");
    }

    private static Document toRow(CredentialRecord passkey, String id, Date now) {
        return new Document(ID, id)
                .append("name", passkey.getLabel())
                .append("since", now)
                .append("key", new Binary(passkey.getPublicKey().getBytes()))
                .append(
                        "attestation",
                        new Binary(Objects.requireNonNull(passkey.getAttestationObject())
                                .getBytes()))
                .append("signatures", passkey.getSignatureCount())
                .append("synced", passkey.isBackupEligible())
                .append(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toList());
    }

    private static CredentialRecord toRecord(Document row, Document account) {
        var transports = row.getList("transports", String.class).stream().map(AuthenticatorTransport::valueOf);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString(ID)))
                .userEntityUserId(new Bytes(new OrganiserId(account.getString("_id")).handle()))
                .publicKey(
                        new ImmutablePublicKeyCose(row.get("key", Binary.class).getData()))
                .attestationObject(
                        new Bytes(row.get("attestation", Binary.class).getData()))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("synced"))
                .transports(transports.collect(Collectors.toSet()))
                .label(row.getString("name"))
                .created(moment(row, "since"))
                .lastUsed(used(row).orElse(moment(row, "since")))
                .build();
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
