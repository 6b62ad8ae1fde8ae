package org.natter.attendee.mail;

import org.natter.attendee.WholeService;
import org.natter.attendee.person.Details;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.Sector;
import org.springframework.beans.factory.annotation.Autowired;

/** The people of the service itself. */
@WholeService
class StoredPeopleReadTest implements PeopleReadContract {

    private final People people;

    @Autowired
    StoredPeopleReadTest(People people) {
        this.people = people;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Person somebody(String name, EmailAddress address, EventId event) {
        var person = people.withAddress(address, new Details(name, "", Sector.COLLEGE));
        people.attendanceOf(person.id(), event);
        return people.find(person.id()).orElseThrow();
    }
}
