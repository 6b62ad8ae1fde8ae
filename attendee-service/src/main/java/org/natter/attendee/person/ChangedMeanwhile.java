package org.natter.attendee.person;

/** Something else stands by now where somebody's words were to go: they have seen something older. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ChangedMeanwhile(String message) {
        super(message);
    }

    /** @param where whose words they are, by id */
    public static ChangedMeanwhile at(Record where) {
        return new ChangedMeanwhile("changed meanwhile: " + where);
    }
}
