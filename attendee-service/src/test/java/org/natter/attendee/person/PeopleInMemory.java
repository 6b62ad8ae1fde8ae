package org.natter.attendee.person;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.ids.HexId;

/** People in memory; passes {@link PeopleContract} like the stored ones. */
public final class PeopleInMemory implements People, UnconfirmedWishes {

    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<AttendanceId, PersonDetails> proposed = new HashMap<>();

    private final Map<AttendanceId, Instant> settled = new HashMap<>();

    private final Set<PersonId> keeping = new HashSet<>();

    private Runnable inBetween = () -> {};
    private int lookUps;

    /** Something that happens once, before the next proposal is kept. */
    public synchronized void beforeNextProposal(Runnable happening) {
        inBetween = happening;
    }

    /** How often it was asked whose an attendance is, or of which event. */
    public synchronized int lookUps() {
        return lookUps;
    }

    /** These people with this one among them. */
    public synchronized PeopleInMemory with(Person person) {
        people.put(person.id(), person);
        return this;
    }

    /** Forgets everything about somebody. */
    public synchronized void erase(PersonId person) {
        people.remove(person);
    }

    /** They have written something of their own. */
    public synchronized void keepsSomething(PersonId person) {
        keeping.add(person);
    }

    /** How many are known. */
    public synchronized int count() {
        return people.size();
    }

    @Override
    public synchronized Optional<Person> find(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public synchronized Map<PersonId, Person> find(Collection<PersonId> wanted) {
        return wanted.stream()
                .distinct()
                .flatMap(person -> find(person).stream())
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public synchronized Optional<Person> byAddress(EmailAddress address) {
        return people.values().stream()
                .filter(person -> address.equals(person.address()))
                .findFirst();
    }

    @Override
    public synchronized List<Person> atAddress(EmailAddress address) {
        return people.values().stream()
                .filter(person -> address.equals(person.address()))
                .toList();
    }

    @Override
    public synchronized Optional<Person> personOf(AttendanceId attendance) {
        lookUps++;
        return people.values().stream()
                .filter(person -> person.attendances().containsValue(attendance))
                .findFirst();
    }

    @Override
    public synchronized Optional<EventId> eventOf(AttendanceId attendance) {
        return personOf(attendance)
                .flatMap(person -> person.attendances().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(attendance))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    @Override
    public synchronized Person withAddress(EmailAddress address, PersonDetails details) {
        return byAddress(address).orElseGet(() -> first(new PersonId(HexId.random()), address, details));
    }

    @Override
    public synchronized Person withoutAddress(
            PersonId person, PersonDetails details, EventId event, AttendanceId fresh) {
        attendanceOf(find(person).orElseGet(() -> first(person, null, details)).id(), event, fresh);
        return find(person).orElseThrow();
    }

    private AttendanceId attendanceOf(PersonId person, EventId event, AttendanceId fresh) {
        return change(person, found -> {
                    var all = new HashMap<>(found.attendances());
                    all.putIfAbsent(event, fresh);
                    return new Person(
                            found.id(),
                            found.details(),
                            found.address(),
                            found.proven(),
                            found.used(),
                            found.moved(),
                            all,
                            found.said());
                })
                .attendanceAt(event)
                .orElseThrow();
    }

    @Override
    public synchronized Person withAttendance(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return attend(withAddress(address, details), details, event, fresh);
    }

    @Override
    public synchronized Person withWish(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return asking(withAddress(address, details), details, event, fresh);
    }

    @Override
    public synchronized Person withWishBeside(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return asking(beside(address, details, fresh), details, event, fresh);
    }

    private Person asking(Person person, PersonDetails details, EventId event, AttendanceId fresh) {
        if (person.attendanceAt(event).isEmpty()) {
            proposed.put(fresh, details);
        }
        return attend(person, details, event, fresh);
    }

    @Override
    public synchronized Person withAttendanceBeside(
            EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh) {
        return attend(beside(address, details, fresh), details, event, fresh);
    }

    private Person beside(EmailAddress address, PersonDetails details, AttendanceId fresh) {
        var first = withAddress(address, details);
        var id = new PersonId(HexId.derivedFrom("beside/" + first.id() + "/" + details.nameKey()));
        var others = atAddress(address).stream().skip(1).toList();
        var known = others.stream()
                .filter(other -> other.attendances().containsValue(fresh))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> other.details().isNamedLike(details))
                        .findFirst());
        return known.orElseGet(() -> first(id, address, details));
    }

    private Person attend(Person person, PersonDetails details, EventId event, AttendanceId fresh) {
        var isNew = person.attendanceAt(event).isEmpty();
        attendanceOf(person.id(), event, fresh);
        if (!isNew) {
            return person;
        }
        return say(person.id(), fresh, details);
    }

    private Person say(PersonId person, AttendanceId attendance, PersonDetails details) {
        return change(person, found -> {
            var said = new HashMap<>(found.said());
            said.put(attendance, details);
            return new Person(
                    found.id(),
                    found.details(),
                    found.address(),
                    found.proven(),
                    found.used(),
                    found.moved(),
                    found.attendances(),
                    said);
        });
    }

    @Override
    public synchronized boolean propose(
            PersonId person, AttendanceId attendance, PersonDetails details, Instant asked) {
        var happening = inBetween;
        inBetween = () -> {};
        happening.run();
        if (settled.getOrDefault(attendance, Instant.MIN).isAfter(asked)) {
            return false;
        }
        proposed.put(attendance, details);
        say(person, attendance, details);
        return true;
    }

    @Override
    public synchronized Person adopt(PersonId person, AttendanceId attendance, PersonDetails seen, Instant confirmed) {
        settled.put(attendance, confirmed);
        var details = Optional.ofNullable(proposed.remove(attendance)).map(newest -> seen);
        return change(person, found -> {
            var said = new HashMap<AttendanceId, PersonDetails>();
            found.attendances().values().forEach(each -> said.put(each, found.saidAt(each)));
            details.ifPresent(newest -> said.put(attendance, newest));
            return new Person(
                    found.id(),
                    details.orElse(found.details()),
                    found.address(),
                    true,
                    true,
                    found.moved(),
                    found.attendances(),
                    said);
        });
    }

    @Override
    public synchronized void noteUse(Person read) {
        people.computeIfPresent(
                read.id(),
                (id, found) -> found.mailbox().equals(read.mailbox())
                        ? new Person(
                                id,
                                found.details(),
                                found.address(),
                                found.proven(),
                                true,
                                found.moved(),
                                found.attendances(),
                                found.said())
                        : found);
    }

    @Override
    public synchronized Person rename(PersonId person, String name, Set<AttendanceId> coming) {
        proposed.replaceAll((attendance, details) -> coming.contains(attendance) ? details.called(name) : details);
        return change(person, found -> {
            var said = new HashMap<AttendanceId, PersonDetails>();
            found.attendances().values().forEach(each -> {
                var then = found.saidAt(each);
                said.put(each, coming.contains(each) ? then.called(name) : then);
            });
            var details = found.details().called(name);
            return new Person(
                    found.id(),
                    details,
                    found.address(),
                    found.proven(),
                    found.used(),
                    found.moved(),
                    found.attendances(),
                    said);
        });
    }

    @Override
    public synchronized Person rename(PersonId person, String name, Set<AttendanceId> coming, String insteadOf) {
        var before = find(person).orElseThrow().details();
        if (!before.name().equals(insteadOf) && !before.equals(before.called(name))) {
            throw ChangedMeanwhile.at(person);
        }
        return rename(person, name, coming);
    }

    @Override
    public synchronized boolean readdress(PersonId person, EmailAddress address, EmailAddress insteadOf) {
        var found = find(person).orElseThrow();
        if (address.equals(found.address())) {
            return !found.used();
        }
        if (found.used() || !insteadOf.equals(found.address())) {
            return false;
        }
        people.remove(person); // beside whoever is there already
        people.put(
                person,
                new Person(
                        person,
                        found.details(),
                        address,
                        false,
                        false,
                        found.moved() + 1,
                        found.attendances(),
                        found.said()));
        return true;
    }

    @Override
    public synchronized Map<AttendanceId, EventId> eventsOf(Collection<AttendanceId> attendances) {
        return attendances.stream()
                .distinct()
                .filter(attendance -> eventOf(attendance).isPresent())
                .collect(Collectors.toMap(
                        attendance -> attendance,
                        attendance -> eventOf(attendance).orElseThrow()));
    }

    @Override
    public synchronized Map<PersonId, Collection<AttendanceId>> attendancesOf(Collection<PersonId> wanted) {
        var attendances = new HashMap<PersonId, Collection<AttendanceId>>();
        wanted.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .forEach(person -> attendances.put(
                        person.id(), List.copyOf(person.attendances().values())));
        return attendances;
    }

    @Override
    public synchronized Map<AttendanceId, NamedAttendance> named(Collection<AttendanceId> attendances) {
        var named = new HashMap<AttendanceId, NamedAttendance>();
        eventsOf(attendances)
                .forEach((attendance, event) -> personOf(attendance)
                        .ifPresent(person -> named.put(attendance, NamedAttendance.of(attendance, event, person))));
        return named;
    }

    @Override
    public synchronized Map<AttendanceId, NamedAttendance> named(
            Collection<AttendanceId> attendances, Collection<EventId> alsoAt) {
        var named = new HashMap<>(named(attendances));
        attendances.forEach(attendance -> personOf(attendance)
                .ifPresent(person -> alsoAt.forEach(event -> person.attendanceAt(event)
                        .ifPresent(one -> named.put(one, NamedAttendance.of(one, event, person))))));
        return named;
    }

    @Override
    public synchronized void forget(AttendanceId attendance) {
        proposed.remove(attendance);
        settled.remove(attendance);
        personOf(attendance).ifPresent(person -> {
            var left = new HashMap<>(person.attendances());
            left.values().remove(attendance);
            var isNobody = left.isEmpty() && !person.proven();
            if (isNobody && !(person.used() && keeping.contains(person.id()))) {
                people.remove(person.id());
            } else {
                var said = new HashMap<>(person.said());
                said.remove(attendance);
                people.put(
                        person.id(),
                        new Person(
                                person.id(),
                                isNobody ? PersonDetails.NOT_SAID : person.details(),
                                person.address(),
                                person.proven(),
                                person.used(),
                                person.moved(),
                                left,
                                said));
            }
        });
    }

    private Person first(PersonId person, @Nullable EmailAddress address, PersonDetails details) {
        var made = new Person(person, details, address, false, false, 0, Map.of(), Map.of());
        people.put(person, made);
        return made;
    }

    private Person change(PersonId person, UnaryOperator<Person> step) {
        var after = step.apply(find(person).orElseThrow());
        people.put(person, after);
        return after;
    }
}
