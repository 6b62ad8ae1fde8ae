package org.natter.attendee.person;

/**
 * What a mailed link to one booking says.
 *
 * @param generation from 1, and one more each time the address it is mailed to was corrected
 */
public record BookingLink(AttendanceId attendance, int generation) {

    /** Whether it was mailed to where this person reads mail, and not to an address that was corrected since. */
    public boolean isFor(Person owner) {
        return generation > owner.moved();
    }
}
