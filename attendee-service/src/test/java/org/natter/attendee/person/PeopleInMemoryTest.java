package org.natter.attendee.person;

/** The double keeps the promises of the store it stands for. */
class PeopleInMemoryTest extends PeopleContract {

    private PeopleInMemory people = new PeopleInMemory();

    @Override
    protected People begin() {
        people = new PeopleInMemory();
        return people;
    }

    @Override
    protected UnconfirmedWishes wishes() {
        return people;
    }

    @Override
    protected void keepsSomething(PersonId person) {
        people.keepsSomething(person);
    }
}
