package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownPerson;

/**
 * Calls somebody by another name from now on: in new bookings and at events that are not over. What has been keeps the name
 * it was said with, since that is how people who met them there know them.
 */
public final class ChangingNames {

    private final People people;
    private final Bookings bookings;

    public ChangingNames(People people, Bookings bookings) {
        this.people = people;
        this.bookings = bookings;
    }

    /** Whether somebody else with their address goes by it: there, one name is one person. */
    public boolean isTaken(Person person, String name) {
        var wanted = person.details().called(name);
        return person.mailbox().stream()
                .flatMap(mailbox -> people.atAddress(mailbox).stream())
                .filter(other -> !other.id().equals(person.id()))
                .anyMatch(other -> other.details().isNamedLike(wanted));
    }

    /** @throws UnknownPerson if there is nobody of this id */
    public Person change(PersonId id, String name, Instant now) {
        return people.rename(id, name, coming(id, now));
    }

    /**
     * The same in the place of this name, that they have seen.
     *
     * @throws UnknownPerson if there is nobody of this id
     * @throws ChangedMeanwhile if they are called otherwise by now
     */
    public Person change(PersonId id, String name, String insteadOf, Instant now) {
        return people.rename(id, name, coming(id, now), insteadOf);
    }

    private Set<AttendanceId> coming(PersonId id, Instant now) {
        var person = people.known(id);
        return bookings.of(person.attendances().values()).values().stream()
                .filter(booking -> booking.card().endsAt().isAfter(now))
                .map(Booking::attendance)
                .collect(Collectors.toSet());
    }
}
