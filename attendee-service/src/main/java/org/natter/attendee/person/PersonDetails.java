package org.natter.attendee.person;

/** What somebody says about themselves: name, organisation (may be empty), sector. Prints nothing of it. */
public record PersonDetails(String name, String organisation, Sector sector) {

    public PersonDetails {
        name = name.strip();
        organisation = organisation.strip();
    }

    @Override
    public String toString() {
        return "PersonDetails[…]";
    }
}
