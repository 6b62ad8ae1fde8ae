package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnconfirmedWishes;
import org.natter.ids.HexId;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * People in three collections, each read by {@code _id}: {@code person}, {@code person_address} (one address is one
 * person) and {@code person_attendance} (whose is this). Every change of a person is one write on {@code {_id, v}}.
 */
@Component
class MongoPeople implements People, UnconfirmedWishes {

    private static final String SHARING = "sharing";

    private static final List<String> SAID = List.of("said");
    private static final List<String> SAID_AND_PROPOSED = List.of("said", "pending");

    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> addresses;
    private final MongoCollection<Document> attendances;
    private final OwnWords ownWords;

    MongoPeople(MongoOperations mongo) {
        this.persons = mongo.getCollection("person");
        this.addresses = mongo.getCollection("person_address");
        this.attendances = mongo.getCollection("person_attendance");
        this.ownWords = new OwnWords(mongo);
    }

    @Override
    public Optional<Person> find(PersonId person) {
        return byId(persons, person.value()).map(PersonDocument::toPerson);
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> wanted) {
        var ids = wanted.stream().map(PersonId::value).toList();
        var found = new HashMap<PersonId, Person>();
        if (!ids.isEmpty()) {
            persons.find(Filters.in("_id", ids))
                    .map(PersonDocument::toPerson)
                    .forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    @Override
    public Optional<Person> byAddress(EmailAddress address) {
        return byId(addresses, address.value())
                .map(MongoPeople::personIn)
                .flatMap(this::find)
                .filter(person -> person.mailbox().filter(address::equals).isPresent());
    }

    @Override
    public List<Person> atAddress(EmailAddress address) {
        return byId(addresses, address.value())
                .flatMap(row -> byId(persons, row.getString("person")))
                .filter(first -> address.value().equals(first.getString("address")))
                .map(first -> Stream.concat(Stream.of(PersonDocument.toPerson(first)), sharing(first).stream())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Person> personOf(AttendanceId attendance) {
        return byId(attendances, attendance.value())
                .map(MongoPeople::personIn)
                .flatMap(this::find)
                .filter(person -> person.attendances().containsValue(attendance));
    }

    @Override
    public Optional<EventId> eventOf(AttendanceId attendance) {
        return byId(attendances, attendance.value()).map(row -> new EventId(row.getString("event")));
    }

    @Override
    public Map<AttendanceId, EventId> eventsOf(Collection<AttendanceId> wanted) {
        var events = new HashMap<AttendanceId, EventId>();
        rowsOf(wanted)
                .forEach(
                        row -> events.put(new AttendanceId(row.getString("_id")), new EventId(row.getString("event"))));
        return events;
    }

    @Override
    public Person withAddress(EmailAddress address, PersonDetails details) {
        var made = PersonDocument.first(new PersonId(HexId.random()), address, details);
        while (true) {
            var row = byId(addresses, address.value());
            if (row.isEmpty()) {
                Inserts.unlessThere(addresses, addressOf(address, made));
                row = byId(addresses, address.value());
            }
            var person = row.map(MongoPeople::personIn);
            var known = person.flatMap(this::find);
            if (known.isPresent() && !known.get().mailbox().equals(Optional.of(address))) {
                // Left by a correction that broke off, or one that goes on and lists whom it moves beside whoever is
                // first.
                if (moveOn(addresses, row.get(), new Document("person", made.getString("_id")))) {
                    Inserts.unlessThere(persons, made);
                }
                continue;
            }
            if (known.isPresent()) {
                if (!known.get().id().value().equals(made.getString("_id"))) { // the row went meanwhile, and came back
                    persons.deleteOne(asRead(made));
                }
                return known.get();
            }
            // Only who moves the row on may make its person, so whoever read it before cannot take it away from them;
            // whoever read it later still can, so it is looked at again, and put back, after they are made.
            if (row.isPresent() && moveOn(addresses, row.get())) {
                made = PersonDocument.first(person.get(), address, details);
                Inserts.unlessThere(persons, made);
            }
        }
    }

    /**
     * Somebody nobody knew, made whole in one write after the rows that lead to them. Empty if the address is somebody's, or
     * becomes somebody's meanwhile: rows left here are theirs then. A sweep has seen rows so fresh once at most.
     */
    private Optional<Person> madeWhole(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh, List<String> kept) {
        var person = new PersonId(HexId.random());
        var made = PersonDocument.first(person, address, details)
                .append("attendances", new Document(event.value(), fresh.value()));
        kept.forEach(place -> made.append(place, new Document(fresh.value(), PersonDocument.of(details))));
        var isMade = Inserts.unlessThere(addresses, addressOf(address, made))
                && Inserts.unlessThere(attendances, rowOf(fresh, person, event))
                && Inserts.unlessThere(persons, made);
        if (isMade
                && !moveOn(addresses, addressOf(address, made))) { // who came there before they were may have the row
            comesInto(address, made);
        }
        return isMade ? Optional.of(PersonDocument.toPerson(made)) : Optional.empty();
    }

    private static Document addressOf(EmailAddress address, Document person) {
        return new Document("_id", address.value()).append("person", person.getString("_id"));
    }

    private static Document rowOf(AttendanceId fresh, PersonId person, EventId event) {
        return new Document("_id", fresh.value())
                .append("v", PersonDocument.firstVersion())
                .append("person", person.value())
                .append("event", event.value());
    }

    @Override
    public Person withoutAddress(PersonId person, PersonDetails details, EventId event, AttendanceId fresh) {
        while (true) {
            Inserts.unlessThere(persons, PersonDocument.first(person, details));
            var attending = attend(person, event, fresh, new Document());
            if (attending.isPresent()) {
                return attending.get();
            }
        }
    }

    @Override
    public Person withAttendance(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return with(address, details, event, fresh, SAID);
    }

    @Override
    public Person withWish(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return with(address, details, event, fresh, SAID_AND_PROPOSED);
    }

    private Person with(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh, List<String> kept) {
        var made = madeWhole(address, details, event, fresh, kept);
        if (made.isPresent()) {
            return made.get();
        }
        while (true) {
            var person = attend(withAddress(address, details).id(), event, fresh, typed(fresh, details, kept));
            if (person.isPresent()) {
                return person.get();
            }
        }
    }

    @Override
    public Person withAttendanceBeside(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return beside(address, details, event, fresh, SAID);
    }

    @Override
    public Person withWishBeside(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return beside(address, details, event, fresh, SAID_AND_PROPOSED);
    }

    private Person beside(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh, List<String> kept) {
        while (true) {
            var person = beside(withAddress(address, details), address, details, fresh)
                    .flatMap(found -> attend(found, event, fresh, typed(fresh, details, kept)));
            if (person.isPresent()) {
                return person.get();
            }
        }
    }

    /**
     * Whoever of those beside the first has this attendance, or else goes by this name; else somebody new, whose id follows
     * from whose address it is and the name, so that whoever asks at once makes one person. Empty if whose address it is was
     * forgotten meanwhile.
     */
    private Optional<PersonId> beside(
            Person first, EmailAddress address, PersonDetails details, AttendanceId attendance) {
        var others = sharing(first.id());
        var known = others.stream()
                .filter(other -> other.attendances().containsValue(attendance))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> other.details().isNamedLike(details))
                        .findFirst());
        if (known.isPresent()) {
            return known.map(Person::id);
        }
        var id = HexId.derivedFrom("beside/" + first.id() + "/" + details.nameKey());
        Inserts.unlessThere(persons, PersonDocument.first(new PersonId(id), address, details));
        return listed(first.id(), List.of(id)) ? Optional.of(new PersonId(id)) : Optional.empty();
    }

    /** Has these listed beside whoever has the address; false if there is nobody of that id. */
    private boolean listed(PersonId first, Collection<String> others) {
        var found = byId(persons, first.value());
        while (found.isPresent()) {
            var sharing = new LinkedHashSet<>(found.get().getList(SHARING, String.class, List.of()));
            sharing.addAll(others);
            sharing.remove(first.value());
            if (write(found.get(), new Document(SHARING, List.copyOf(sharing)))) {
                return true;
            }
            found = byId(persons, first.value());
        }
        return false;
    }

    /** Who shares the address that this person has. */
    private List<Person> sharing(PersonId first) {
        return byId(persons, first.value()).map(this::sharing).orElse(List.of());
    }

    private List<Person> sharing(Document first) {
        return first.getList(SHARING, String.class, List.of()).stream()
                .flatMap(id -> find(new PersonId(id)).stream())
                .toList();
    }

    /** What was typed with an attendance, in each of these places. */
    private static Document typed(AttendanceId fresh, PersonDetails details, List<String> kept) {
        var typed = new Document();
        kept.forEach(place -> typed.append(place + "." + fresh.value(), PersonDocument.of(details)));
        return typed;
    }

    /** The person with an attendance at the event, empty if they were forgotten meanwhile. */
    private Optional<Person> attend(PersonId person, EventId event, AttendanceId fresh, Document typed) {
        while (true) {
            var isNew = Inserts.unlessThere(attendances, rowOf(fresh, person, event));
            var found = byId(persons, person.value());
            var known = found.map(PersonDocument::toPerson).flatMap(one -> one.attendanceAt(event));
            if (found.isEmpty() || !known.orElse(fresh).equals(fresh)) {
                attendances.deleteOne(
                        Filters.and(Filters.eq("_id", fresh.value()), Filters.eq("person", person.value())));
            }
            if (found.isEmpty() || known.isPresent()) {
                return found.map(PersonDocument::toPerson);
            }
            // Whoever saw the row stand alone before cannot take it away once it was moved on.
            if (!isNew
                    && byId(attendances, fresh.value())
                            .filter(row -> moveOn(attendances, row, new Document("person", person.value())))
                            .isEmpty()) {
                continue;
            }
            var taken = new Document(typed).append("attendances." + event.value(), fresh.value());
            var after = write(found.get(), taken) ? find(person) : Optional.<Person>empty();
            if (after.filter(one -> one.attendanceAt(event).isPresent()).isPresent()) {
                return after;
            }
        }
    }

    @Override
    public boolean propose(PersonId person, AttendanceId attendance, PersonDetails details, Instant asked) {
        var proposal = new Document("pending." + attendance.value(), PersonDocument.of(details));
        var found = document(person);
        while (!PersonDocument.isSettledSince(found, attendance, asked)) {
            if (write(found, proposal)) {
                return true;
            }
            found = document(person);
        }
        return false;
    }

    @Override
    public Person adopt(PersonId person, AttendanceId attendance, PersonDetails seen, Instant settled) {
        change(person, found -> {
            var proven = new Document("proven", true).append("settled." + attendance.value(), Date.from(settled));
            var pending = found.get("pending", Document.class);
            if (!pending.containsKey(attendance.value())) {
                return proven;
            }
            var left = new Document(pending);
            left.remove(attendance.value());
            proven.putAll(PersonDocument.of(seen));
            return proven.append("pending", left)
                    .append("said", saidSoFar(found).append(attendance.value(), PersonDocument.of(seen)));
        });
        return existing(person);
    }

    @Override
    public void noteUse(Person read) {
        var used = new Document(PersonDocument.USED, true);
        var address = read.mailbox().map(EmailAddress::value).orElse(null);
        var found = byId(persons, read.id().value());
        while (found.filter(one -> Objects.equals(one.getString("address"), address) && !PersonDocument.isUsed(one))
                        .isPresent()
                && !write(found.get(), used)) {
            found = byId(persons, read.id().value());
        }
    }

    @Override
    public Person rename(PersonId person, String name, Set<AttendanceId> coming) {
        change(person, found -> renamed(found, name, coming));
        return existing(person);
    }

    @Override
    public Person rename(PersonId person, String name, Set<AttendanceId> coming, String insteadOf) {
        change(person, found -> {
            var before = PersonDocument.toDetails(found);
            if (!before.name().equals(insteadOf) && !before.equals(before.called(name))) {
                throw ChangedMeanwhile.at(person);
            }
            return renamed(found, name, coming);
        });
        return existing(person);
    }

    /**
     * Reached there first, then no more where they were, then written down: broken off anywhere, once more finishes it. What is
     * let go is what was read, so that a second who does the same at once takes nothing of what the first has done.
     */
    @Override
    public boolean readdress(PersonId person, EmailAddress address, EmailAddress insteadOf) {
        while (true) {
            var found = document(person);
            if (PersonDocument.isUsed(found)) {
                goBack(found, address);
                return false;
            }
            if (address.value().equals(found.getString("address"))) {
                comesInto(address, found);
                return true;
            }
            if (!insteadOf.value().equals(found.getString("address"))) {
                goBack(found, address);
                return false;
            }
            if (isReachedAt(address, found)
                    && addressGoesOn(found)
                    && isLetGoOf(found)
                    && write(found, movedTo(address, found))) {
                comesInto(address, found);
                return true;
            }
        }
    }

    /** Whoever came there in the same moment may have the row: it is looked at until both are reached. */
    private void comesInto(EmailAddress address, Document person) {
        while (!isReachedAt(address, person)) {
            // somebody wrote meanwhile: look again
        }
    }

    private static Document movedTo(EmailAddress address, Document found) {
        return new Document("address", address.value())
                .append(SHARING, List.of())
                .append(PersonDocument.MOVED, PersonDocument.moved(found) + 1);
    }

    /** Whoever proved their address, or was given another one, while this one was put in its place keeps theirs. */
    private void goBack(Document person, EmailAddress other) {
        var theirs = person.getString("address");
        if (theirs != null && !theirs.equals(other.value())) {
            Inserts.unlessThere(addresses, addressOf(new EmailAddress(theirs), person));
            staysReachable(person);
            addresses.deleteOne(
                    Filters.and(Filters.eq("_id", other.value()), Filters.eq("person", person.getString("_id"))));
        }
    }

    /** Whether this person has the row of this address now, or stands beside whoever has it; false if somebody wrote meanwhile. */
    private boolean isReachedAt(EmailAddress address, Document person) {
        if (Inserts.unlessThere(addresses, addressOf(address, person))) {
            return true;
        }
        var row = byId(addresses, address.value());
        if (row.isEmpty()) {
            return false;
        }
        var me = person.getString("_id");
        var first = byId(persons, row.get().getString("person"));
        if (row.get().getString("person").equals(me)) {
            return moveOn(addresses, row.get()); // so that nobody takes it who has not seen this person there
        }
        return first.filter(one -> address.value().equals(one.getString("address")))
                .map(one -> one.getList(SHARING, String.class, List.of()).contains(me)
                        || listed(new PersonId(one.getString("_id")), List.of(me)))
                .orElseGet(() -> moveOn(addresses, row.get(), new Document("person", me)));
    }

    /** The row of the address that was theirs goes, unless it is another's by now, who lists them no more. */
    private boolean isLetGoOf(Document found) {
        var person = new PersonId(found.getString("_id"));
        var row = rowOfAddress(found);
        var first = row.map(MongoPeople::personIn);
        if (first.isEmpty()) {
            return true;
        }
        if (first.get().equals(person)) {
            var theirs =
                    Filters.and(Filters.eq("_id", row.get().getString("_id")), Filters.eq("person", person.value()));
            return addresses.deleteOne(theirs).getDeletedCount() == 1;
        }
        return byId(persons, first.get().value())
                .map(other -> {
                    var sharing = new ArrayList<>(other.getList(SHARING, String.class, List.of()));
                    return !sharing.remove(person.value()) || write(other, new Document(SHARING, List.copyOf(sharing)));
                })
                .orElse(true);
    }

    private static Document renamed(Document found, String name, Set<AttendanceId> coming) {
        return new Document("name", PersonDocument.toDetails(found).called(name).name())
                .append("said", called(name, saidSoFar(found), coming))
                .append("pending", called(name, found.get("pending", Document.class), coming));
    }

    private static Document called(String name, Document said, Set<AttendanceId> coming) {
        var renamed = new Document(said);
        coming.stream().map(AttendanceId::value).filter(said::containsKey).forEach(attendance -> {
            var details = PersonDocument.toDetails(said.get(attendance, Document.class));
            renamed.put(attendance, PersonDocument.of(details.called(name)));
        });
        return renamed;
    }

    /** Attendances older than this keep what is known of their person before it changes. */
    private static Document saidSoFar(Document found) {
        var said = new Document();
        found.get("attendances", Document.class)
                .values()
                .forEach(attendance ->
                        said.append((String) attendance, PersonDocument.of(PersonDocument.toDetails(found))));
        said.putAll(found.get("said", new Document()));
        return said;
    }

    /** The attendance's row last: a crash before leaves it, and with it the way to what is left of the person. */
    @Override
    public void forget(AttendanceId attendance) {
        byId(attendances, attendance.value()).map(MongoPeople::personIn).ifPresent(person -> {
            while (!forgotten(person, attendance)) {
                // somebody wrote meanwhile: look again
            }
            attendances.deleteOne(Filters.eq("_id", attendance.value()));
        });
    }

    private boolean forgotten(PersonId person, AttendanceId attendance) {
        var found = byId(persons, person.value());
        var theirs = Filters.eq("person", person.value());
        var rows = addresses
                .find(found.map(known -> Filters.and(Filters.eq("_id", known.get("address")), theirs))
                        .orElse(theirs))
                .into(new ArrayList<>());
        if (found.isPresent() && !leave(found.get(), attendance)) {
            return false;
        }
        if (byId(persons, person.value()).isEmpty()) {
            rows.forEach(row -> addresses.deleteOne(asRead(row)));
        }
        return true;
    }

    /** Whether the person is without this attendance now, or gone with it. */
    private boolean leave(Document found, AttendanceId attendance) {
        var left = new Document(found.get("attendances", Document.class));
        left.values().remove(attendance.value());
        var pending = new Document(found.get("pending", Document.class));
        pending.remove(attendance.value());
        var said = new Document(found.get("said", new Document()));
        said.remove(attendance.value());
        var settled = new Document(found.get("settled", new Document()));
        settled.remove(attendance.value());
        var isNobody = left.isEmpty() && !found.getBoolean("proven", false);
        if (isNobody && !ownWords.areKeptBy(found)) {
            return addressGoesOn(found) && persons.deleteOne(asRead(found)).getDeletedCount() == 1;
        }
        var fields = new Document("attendances", left)
                .append("pending", pending)
                .append("said", said)
                .append("settled", settled);
        if (isNobody) { // what a stranger may have typed is nobody's name
            fields.putAll(PersonDocument.of(PersonDetails.NOT_SAID));
        }
        var written = write(found, fields);
        if (written) {
            staysReachable(found);
        }
        return written;
    }

    /**
     * Whoever shares the address of somebody who goes has it from then on, with the others beside them. They are listed
     * first, then the address moves, then the person goes: broken off anywhere, it is finished by the next call, and whoever
     * writes to the person meanwhile has it looked at again.
     *
     * @return false if somebody wrote meanwhile
     */
    private boolean addressGoesOn(Document going) {
        var others = sharing(new PersonId(going.getString("_id"))).stream()
                .map(other -> other.id().value())
                .toList();
        var row = rowOfAddress(going);
        if (others.isEmpty() || row.isEmpty()) {
            return true;
        }
        var owner = personIn(row.get());
        var isMoved =
                !owner.value().equals(going.getString("_id")) && find(owner).isPresent();
        var heir = isMoved ? owner : new PersonId(others.get(0));
        return listed(heir, others) && (isMoved || moveOn(addresses, row.get(), new Document("person", heir.value())));
    }

    /** Somebody who came back, or came here, while their address went on to another is listed beside them. */
    private void staysReachable(Document person) {
        while (rowOfAddress(person)
                .filter(row -> !isReachedAt(new EmailAddress(row.getString("_id")), person))
                .isPresent()) {
            // somebody wrote meanwhile: look again
        }
    }

    private Optional<Document> rowOfAddress(Document person) {
        return Optional.ofNullable(person.getString("address")).flatMap(address -> byId(addresses, address));
    }

    @Override
    public Map<PersonId, Collection<AttendanceId>> attendancesOf(Collection<PersonId> wanted) {
        var ids = wanted.stream().map(PersonId::value).toList();
        var attendances = new HashMap<PersonId, Collection<AttendanceId>>();
        if (!ids.isEmpty()) {
            persons.find(Filters.in("_id", ids))
                    .projection(Projections.include("attendances"))
                    .forEach(person ->
                            attendances.put(new PersonId(person.getString("_id")), PersonDocument.attendances(person)));
        }
        return attendances;
    }

    @Override
    public Map<AttendanceId, NamedAttendance> named(Collection<AttendanceId> wanted) {
        return named(wanted, List.of());
    }

    @Override
    public Map<AttendanceId, NamedAttendance> named(Collection<AttendanceId> wanted, Collection<EventId> alsoAt) {
        var rows = rowsOf(wanted);
        var ids = rows.stream().map(row -> row.getString("person")).distinct().toList();
        var people = new HashMap<String, Document>();
        persons.find(Filters.in("_id", ids))
                .projection(Projections.include(PersonDocument.NAMES))
                .forEach(person -> people.put(person.getString("_id"), person));
        var named = new HashMap<AttendanceId, NamedAttendance>();
        people.values()
                .forEach(person -> alsoAt.forEach(event -> PersonDocument.attendanceAt(person, event)
                        .flatMap(attendance -> PersonDocument.named(person, attendance, event))
                        .ifPresent(name -> named.put(name.attendance(), name))));
        rows.forEach(row -> Optional.ofNullable(people.get(row.getString("person")))
                .flatMap(person -> PersonDocument.named(
                        person, new AttendanceId(row.getString("_id")), new EventId(row.getString("event"))))
                .ifPresent(name -> named.put(name.attendance(), name)));
        return named;
    }

    private List<Document> rowsOf(Collection<AttendanceId> wanted) {
        var ids = wanted.stream().map(AttendanceId::value).toList();
        return ids.isEmpty()
                ? List.of()
                : attendances.find(Filters.in("_id", ids)).into(new ArrayList<>());
    }

    private void change(PersonId person, Function<Document, Document> fields) {
        var found = document(person);
        while (!write(found, fields.apply(found))) {
            found = document(person);
        }
    }

    private boolean write(Document found, Document fields) {
        var newer = new Document(fields).append("v", found.getLong("v") + 1);
        return persons.updateOne(asRead(found), new Document("$set", newer)).getMatchedCount() == 1;
    }

    private static boolean moveOn(MongoCollection<Document> rows, Document row) {
        return moveOn(rows, row, new Document());
    }

    private static boolean moveOn(MongoCollection<Document> rows, Document row, Document fields) {
        var newer = new Document(fields).append("v", row.get("v", 0L) + 1);
        return rows.updateOne(asRead(row), new Document("$set", newer)).getMatchedCount() == 1;
    }

    private static Bson asRead(Document found) {
        return Filters.and(Filters.eq("_id", found.getString("_id")), Filters.eq("v", found.getLong("v")));
    }

    private static PersonId personIn(Document row) {
        return new PersonId(row.getString("person"));
    }

    private Person existing(PersonId person) {
        return PersonDocument.toPerson(document(person));
    }

    private Document document(PersonId person) {
        return byId(persons, person.value()).orElseThrow(() -> erased(person));
    }

    private static IllegalStateException erased(PersonId person) {
        return new IllegalStateException("person " + person + " was erased meanwhile");
    }

    private static Optional<Document> byId(MongoCollection<Document> rows, String id) {
        return Optional.ofNullable(rows.find(Filters.eq("_id", id)).first());
    }
}
