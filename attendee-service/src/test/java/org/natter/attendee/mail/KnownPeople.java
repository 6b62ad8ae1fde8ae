package org.natter.attendee.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Details;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Named;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;

/** People in memory; passes the contract of the real ones, as far as it is asked. */
public final class KnownPeople implements People {

    private final Map<PersonId, Person> people = new LinkedHashMap<>();

    /** Somebody with one attendance; without an address if it is empty. */
    public KnownPeople with(PersonId id, String name, String email, Map<EventId, AttendanceId> attendances) {
        @Nullable EmailAddress address = email.isEmpty() ? null : new EmailAddress(email);
        people.put(id, new Person(id, new Details(name, "", Sector.COLLEGE), address, true, attendances));
        return this;
    }

    public void erase(PersonId id) {
        people.remove(id);
    }

    @Override
    public Optional<Person> find(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public Optional<Person> byAddress(EmailAddress address) {
        return people.values().stream()
                .filter(person -> person.mailbox().filter(address::equals).isPresent())
                .findFirst();
    }

    @Override
    public Optional<Person> personOf(AttendanceId attendance) {
        return people.values().stream()
                .filter(person -> person.attendances().containsValue(attendance))
                .findFirst();
    }

    @Override
    public Optional<EventId> eventOf(AttendanceId attendance) {
        return Optional.ofNullable(eventsOf(java.util.List.of(attendance)).get(attendance));
    }

    @Override
    public Map<AttendanceId, EventId> eventsOf(Collection<AttendanceId> attendances) {
        Map<AttendanceId, EventId> events = new HashMap<>();
        people.values()
                .forEach(person -> person.attendances().forEach((event, attendance) -> {
                    if (attendances.contains(attendance)) {
                        events.put(attendance, event);
                    }
                }));
        return events;
    }

    @Override
    public Map<AttendanceId, Named> named(Collection<AttendanceId> attendances) {
        Map<AttendanceId, Named> names = new HashMap<>();
        eventsOf(attendances)
                .forEach((attendance, event) -> personOf(attendance)
                        .ifPresent(person -> names.put(
                                attendance,
                                new Named(attendance, event, person.id(), person.name(), "", person.sector()))));
        return names;
    }

    @Override
    public Person withAddress(EmailAddress address, Details details) {
        throw new UnsupportedOperationException("nobody is made here");
    }

    @Override
    public Person withoutAddress(PersonId person, Details details) {
        throw new UnsupportedOperationException("nobody is made here");
    }

    @Override
    public AttendanceId attendanceOf(PersonId person, EventId event, AttendanceId fresh) {
        throw new UnsupportedOperationException("nobody is made here");
    }

    @Override
    public void propose(PersonId person, AttendanceId attendance, Details details) {
        throw new UnsupportedOperationException("nobody is changed here");
    }

    @Override
    public Person adopt(PersonId person, AttendanceId attendance) {
        throw new UnsupportedOperationException("nobody is changed here");
    }
}
