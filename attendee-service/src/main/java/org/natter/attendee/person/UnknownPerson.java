package org.natter.attendee.person;

/** Nobody we know, or no longer. */
public final class UnknownPerson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownPerson(String message) {
        super(message);
    }

    public static UnknownPerson withId(String person) {
        return new UnknownPerson("no person " + person);
    }
}
