package org.natter.attendee.mail;

import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.ids.HexId;

class KnownPeopleTest implements PeopleReadContract {

    private final KnownPeople people = new KnownPeople();

    @Override
    public People people() {
        return people;
    }

    @Override
    public Person somebody(String name, EmailAddress address, EventId event) {
        var id = new PersonId(HexId.random());
        return people.with(id, name, address.value(), Map.of(event, new AttendanceId(HexId.random())))
                .find(id)
                .orElseThrow();
    }
}
